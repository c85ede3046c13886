package se.stegen.ui.supervision;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Locale;
import se.stegen.common.Messages;
import se.stegen.curriculum.Goal;
import se.stegen.supervision.Supervision;
import se.stegen.ui.component.Dates;
import se.stegen.ui.component.FactCard;
import se.stegen.ui.component.GoalList;
import se.stegen.ui.component.Html;

/** A session as it is read: as a document. */
public final class SupervisionReading {
    private SupervisionReading() {}

    /** Facts, minutes and what was agreed. */
    public static Div of(Supervision session, List<Goal> goals, Locale locale) {
        FactCard facts = new FactCard(Messages.get(locale, "supervision.facts"));
        facts.fact(Messages.get(locale, "supervision.date"), Dates.day(session.date(), locale));
        facts.fact(Messages.get(locale, "supervision.doctor"), session.doctorName());
        facts.fact(Messages.get(locale, "supervision.supervisor"), session.supervisorName());
        facts.fact(
                Messages.get(locale, "supervision.iup.short"),
                Messages.get(locale, session.iupReviewed() ? "yes" : "no"));
        facts.fact(Messages.get(locale, "supervision.goals"), new GoalList(session.goalCodes(), goals));
        Div all = new Div(facts);
        String minutes = session.minutes();
        String agreed = session.agreed();
        if (minutes == null || agreed == null) {
            all.add(Html.div("card", Html.text("p", Messages.get(locale, "supervision.minutes.hidden"))));
        } else {
            all.add(text(Messages.get(locale, "supervision.minutes"), minutes));
            all.add(text(Messages.get(locale, "supervision.agreed"), agreed));
        }
        return all;
    }

    private static Div text(String heading, String text) {
        Paragraph words = new Paragraph(text.isEmpty() ? "–" : text);
        words.addClassName("prose");
        return Html.div("card", Html.text("h2", heading), words);
    }
}
