package se.stegen.ui.goals;

import com.vaadin.flow.component.html.Span;
import se.stegen.coverage.GoalCoverage;
import se.stegen.coverage.GoalState;
import se.stegen.ui.component.Html;

/** How far a goal has come, with its sign and its word. */
public final class GoalBadge extends Span {
    private static final long serialVersionUID = 1L;

    /** The badge of a goal. */
    public GoalBadge(GoalCoverage goal) {
        addClassNames("tag", "wrap", goal.evidenceVoided() ? "warn" : look(goal.state()));
        add(
                Html.sign(goal.evidenceVoided() ? "▲" : sign(goal.state())),
                new Span(
                        goal.evidenceVoided()
                                ? getTranslation("goals.state.voided")
                                : getTranslation("goals.state." + goal.state(), goal.evidence())));
    }

    private static String look(GoalState state) {
        return switch (state) {
            case ATTESTED -> "good";
            case EVIDENCE, UNDER_WAY -> "info";
            case PLANNED -> "plain";
            case EVIDENCE_MISSING -> "warn";
            case NOT_COVERED -> "bad";
        };
    }

    private static String sign(GoalState state) {
        return switch (state) {
            case ATTESTED -> "✓";
            case EVIDENCE -> "◆";
            case UNDER_WAY -> "→";
            case PLANNED -> "○";
            case EVIDENCE_MISSING -> "!";
            case NOT_COVERED -> "✕";
        };
    }
}
