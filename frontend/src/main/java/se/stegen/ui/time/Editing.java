package se.stegen.ui.time;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Consumer;
import se.stegen.common.Messages;
import se.stegen.common.Problem;
import se.stegen.ui.component.Dates;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.ProblemNotice;

/**
 * How a card of a programme's parts is changed: whether the reader may, and what shows the screen anew afterwards.
 *
 * @param programmeId whose parts they are
 * @param allowed whether the reader manages the programme
 * @param refresh shows the screen anew and gives the focus to the component of that id
 */
public record Editing(long programmeId, boolean allowed, Consumer<String> refresh) {
    /** The button that adds a part; its id is where the focus goes once that is done. */
    static Button add(String id, String key, Runnable open) {
        Button button = new Button(t(key), click -> open.run());
        button.setId(id);
        return button;
    }

    /** A quiet button of a row, with a name that says which row it is of. */
    static Button small(String key, String ofWhat, Runnable action) {
        Button button = new Button(t(key), click -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        button.setAriaLabel(t(key) + ": " + ofWhat);
        return button;
    }

    /** The buttons at the end of a row. */
    static Div buttons(Button... buttons) {
        Div cell = Html.div("row-actions");
        cell.add(buttons);
        return cell;
    }

    /** Takes a part away and offers to put it back; a refusal is told above the screen. */
    void remove(String done, String focus, Runnable removal, Runnable again) {
        if (!attempt(removal)) {
            return;
        }
        refresh.accept(focus);
        ProblemNotice.undo(done, t("undo"), () -> {
            if (attempt(again)) {
                refresh.accept(focus);
            }
        });
    }

    /** Does what may be refused. */
    static boolean attempt(Runnable action) {
        try {
            action.run();
            return true;
        } catch (Problem refused) {
            ProblemNotice.notify(refused.text(locale()), t("close"));
            return false;
        }
    }

    static String t(String key, Object... arguments) {
        return Messages.get(locale(), key, arguments);
    }

    static String day(LocalDate day) {
        return Dates.day(day, locale());
    }

    static String end(@Nullable LocalDate day) {
        return day == null ? t("dates.open") : day(day);
    }

    static Locale locale() {
        return UI.getCurrent().getLocale();
    }
}
