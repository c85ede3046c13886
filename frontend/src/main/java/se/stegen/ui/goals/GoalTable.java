package se.stegen.ui.goals;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import se.stegen.coverage.CoverageRules;
import se.stegen.coverage.GoalCoverage;
import se.stegen.coverage.GoalState;
import se.stegen.curriculum.GoalGroup;
import se.stegen.ui.component.Dates;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.Sheet;

/** Goals by group, one row each: what is planned, what shows it, and whether it is attested. */
final class GoalTable extends Div {
    private static final long serialVersionUID = 1L;

    GoalTable(long programmeId, List<GoalCoverage> goals) {
        for (GoalGroup group : GoalGroup.values()) {
            List<GoalCoverage> of =
                    goals.stream().filter(goal -> goal.group() == group).toList();
            if (!of.isEmpty()) {
                group(programmeId, group, of);
            }
        }
    }

    private void group(long programmeId, GoalGroup group, List<GoalCoverage> goals) {
        // "a" under 2015 is "STa" under 2021.
        String letters = goals.getFirst().code().replaceFirst("\\d.*", "");
        String heading = getTranslation("goals.group." + group, letters);
        Sheet sheet = new Sheet(
                heading,
                List.of(
                        getTranslation("goals.column.goal"),
                        getTranslation("goals.column.state"),
                        getTranslation("goals.column.planned"),
                        getTranslation("goals.column.evidence"),
                        getTranslation("goals.column.attested")));
        sheet.addClassName("goals");
        for (GoalCoverage goal : goals) {
            sheet.row(
                    name(programmeId, goal),
                    state(goal),
                    number(planned(goal), goal.planned()),
                    number(Integer.toString(goal.evidence()), goal.evidence()),
                    attested(goal));
        }
        add(Html.div("card", Html.text("h2", heading), sheet));
    }

    private Div name(long programmeId, GoalCoverage goal) {
        Div name = new Div(Html.link(Paths.goal(programmeId, goal.code()), goal.code() + " " + goal.title()));
        if (!goal.checked()) {
            name.add(Html.text("small", getTranslation("goals.unchecked")));
        }
        return name;
    }

    private Div state(GoalCoverage goal) {
        Div state = new Div(new GoalBadge(goal));
        if (goal.state() != GoalState.ATTESTED && !goal.missingActivities().isEmpty()) {
            String missing = CoverageRules.words(goal.missingActivities(), getLocale());
            state.add(Html.text(
                    "small",
                    goal.state() == GoalState.NOT_COVERED
                            ? getTranslation("goals.plan.needs", missing)
                            : getTranslation("goals.plan.lacks", missing)));
        }
        return state;
    }

    /** On a phone what is zero says nothing and is left out. */
    private static Span number(String text, int number) {
        Span span = new Span(text);
        span.setClassName("nothing", number == 0);
        return span;
    }

    private String planned(GoalCoverage goal) {
        return goal.underWay() == 0
                ? Integer.toString(goal.planned())
                : getTranslation(
                        "goals.under.way", Integer.toString(goal.planned()), Integer.toString(goal.underWay()));
    }

    private Div attested(GoalCoverage goal) {
        var on = goal.attestedOn();
        String by = goal.attestedBy();
        if (on == null || by == null) {
            return Html.div("nothing", new Span("–"));
        }
        return new Div(new Span(Dates.day(on, getLocale())), Html.text("small", by));
    }
}
