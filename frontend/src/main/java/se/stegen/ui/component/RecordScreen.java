package se.stegen.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import io.micronaut.core.annotation.Nullable;
import java.util.List;
import se.stegen.signing.RecordState;

/** A screen of one record that is written, sent and signed. */
public abstract class RecordScreen extends Screen implements BeforeLeaveObserver {
    private static final long serialVersionUID = 1L;

    private final SavedAt savedAt = new SavedAt();
    private @Nullable AutoSave autoSave;

    /** A screen in one narrow column. */
    protected RecordScreen() {
        addClassName("narrow");
    }

    /** Nothing typed is lost on the way out: it is saved, and where that is refused one is asked. */
    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        AutoSave saving = autoSave;
        if (saving != null && !saving.flush()) {
            BeforeLeaveEvent.ContinueNavigationAction onwards = event.postpone();
            new Confirm(t("leave.title"), t("leave.text"), t("leave.verb"), onwards::proceed).open();
        }
    }

    /** From now on this is what saves the screen's draft; null where there is none. */
    protected final void draft(@Nullable AutoSave saving) {
        autoSave = saving;
    }

    /** Saves the draft before a step; false where that was refused. */
    protected final boolean saved() {
        AutoSave saving = autoSave;
        return saving == null || saving.flush();
    }

    /**
     * Shows what the other saved beside what is on the screen; the choice is saved on top of the other's version.
     *
     * @param chosen called before that, to go on from the other's version
     */
    protected final void merge(List<Conflict.Difference> differences, Runnable chosen) {
        AutoSave saving = autoSave;
        if (saving == null) {
            return;
        }
        Runnable save = () -> {
            chosen.run();
            saving.goOn();
        };
        if (differences.isEmpty()) {
            save.run();
        } else {
            new Conflict(differences, save, saving::later).open();
        }
    }

    /** "Sparat 14:02". */
    protected final SavedAt savedAt() {
        return savedAt;
    }

    /** The bar at the end with what can be done; nothing where there is nothing. */
    protected final void actions(boolean withDraft, Component... buttons) {
        if (buttons.length == 0 && !withDraft) {
            return;
        }
        Div bar = Html.div("bottom-actions", buttons);
        if (withDraft) {
            bar.add(savedAt);
        }
        add(bar);
    }

    /** The one button that the screen is for. */
    public static Button primary(String id, String verb, Runnable action) {
        Button button = new Button(verb, click -> action.run());
        button.setId(id);
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return button;
    }

    /** The way to the other records, at the end of a line; not printed. */
    public static Span way(String path, String text) {
        Span way = new Span(new Text(" · "), Html.link(path, text));
        way.addClassName("way");
        return way;
    }

    /** Any other button. */
    public static Button other(String id, String verb, Runnable action) {
        Button button = new Button(verb, click -> action.run());
        button.setId(id);
        return button;
    }

    /** Says loudly where the record stands when that is not seen from its buttons. */
    protected final void say(RecordState state, String text, @Nullable String reason) {
        Div notice = Html.div(
                state == RecordState.RETURNED || state == RecordState.EXPIRED
                        ? "notice warn"
                        : state == RecordState.VOIDED || state == RecordState.DECLINED ? "notice bad" : "notice",
                new Paragraph(text));
        if (reason != null && !reason.isEmpty()) {
            Paragraph words = new Paragraph(reason);
            words.addClassName("prose");
            notice.add(words);
        }
        add(notice);
    }
}
