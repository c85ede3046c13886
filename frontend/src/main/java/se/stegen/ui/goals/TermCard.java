package se.stegen.ui.goals;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import se.stegen.coverage.PlannedActivity;
import se.stegen.coverage.Term;
import se.stegen.ui.component.Dates;
import se.stegen.ui.component.EmptyState;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.Sheet;

/** What a term is to give: its activities and the goals that they serve. */
final class TermCard extends Div {
    private static final long serialVersionUID = 1L;

    TermCard(long programmeId, Term term, List<PlannedActivity> activities) {
        addClassName("card");
        if (activities.isEmpty()) {
            add(new EmptyState(getTranslation("goals.term.empty", term.code())));
            return;
        }
        long served = activities.stream()
                .flatMap(activity -> activity.goalCodes().stream())
                .distinct()
                .count();
        String heading = getTranslation("goals.term.title", term.code(), activities.size(), served);
        add(Html.text("h2", heading));
        Sheet sheet = new Sheet(
                heading,
                List.of(
                        getTranslation("goals.activity"),
                        getTranslation("goals.kind"),
                        getTranslation("goals.period"),
                        getTranslation("goals.title")));
        for (PlannedActivity activity : activities) {
            Div codes = Html.div("codes");
            activity.goalCodes().forEach(code -> codes.add(Html.link(Paths.goal(programmeId, code), code)));
            sheet.row(
                    new Span(activity.title()),
                    new Span(getTranslation("goals.kind." + activity.kind())),
                    new Span(getTranslation(
                            "goals.period.of",
                            Dates.day(activity.from(), getLocale()),
                            Dates.day(activity.to(), getLocale()))),
                    activity.goalCodes().isEmpty() ? new Span("–") : codes);
        }
        add(sheet);
    }
}
