package se.stegen.ui.clinic;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.common.Messages;
import se.stegen.common.Today;
import se.stegen.invitation.OddAnswer;
import se.stegen.invitation.OddityService;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.Dates;
import se.stegen.ui.component.FormDialog;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Paths;

/** What the studierektor looks at once: plain facts about answers without sign-in, and a tick when it is done. */
@Singleton
class OddityCard {
    static final String ID = "clinic-odd";

    private final OddityService oddities;
    private final AccessPolicy access;
    private final CurrentActor current;

    OddityCard(OddityService oddities, AccessPolicy access, CurrentActor current) {
        this.oddities = oddities;
        this.access = access;
        this.current = current;
    }

    /** The card; nothing where the reader is no studierektor there, or nothing is odd. */
    Optional<Div> of(long clinicId, Locale locale, Runnable changed) {
        Actor actor = current.get();
        if (!access.mayCheckOddities(actor, clinicId)) {
            return Optional.empty();
        }
        List<OddAnswer> odd = oddities.unchecked(actor, clinicId);
        if (odd.isEmpty()) {
            return Optional.empty();
        }
        HtmlContainer rows = Html.tag("ul");
        rows.addClassName("rows");
        for (OddAnswer one : odd) {
            rows.add(row(one, locale, changed));
        }
        Div card = Html.div(
                "card",
                Html.text("h2", Messages.get(locale, "odd.title")),
                Html.text("p", Messages.get(locale, "odd.text")),
                rows);
        card.setId(ID);
        return Optional.of(card);
    }

    private HtmlContainer row(OddAnswer one, Locale locale, Runnable changed) {
        String who = one.assessorName() == null ? "" : one.assessorName();
        String email = one.assessorEmail() == null ? "" : one.assessorEmail();
        String title = Messages.get(locale, "odd.row", one.doctorName(), who, email);
        String fact = Messages.get(locale, "odd." + one.kind(), one.detail());
        Button checked = new Button(Messages.get(locale, "odd.check"), click -> ask(one, locale, changed));
        checked.setAriaLabel(Messages.get(locale, "odd.check") + ": " + title);
        HtmlContainer row = Html.tag(
                "li",
                Html.div(
                        "words",
                        Html.link(Paths.of(Paths.ASSESSMENT, one.assessmentId()), title),
                        Html.tag("br"),
                        Html.text("small", fact + " · " + Dates.day(Today.dayOf(one.noticedAt()), locale))),
                checked);
        row.addClassName("row");
        return row;
    }

    private void ask(OddAnswer one, Locale locale, Runnable changed) {
        TextArea note = new TextArea(Messages.get(locale, "odd.note"));
        note.setId("odd-note");
        new FormDialog(Messages.get(locale, "odd.check"), Messages.get(locale, "odd.check"), () -> {
                    oddities.check(current.get(), one.id(), note.getValue());
                    changed.run();
                })
                .field("note", note)
                .open();
    }
}
