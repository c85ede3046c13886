package se.stegen.ui.goals;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import se.stegen.common.Messages;
import se.stegen.coverage.GoalCoverage;
import se.stegen.coverage.GoalState;
import se.stegen.ui.component.Html;

/** How far a goal has come, with its sign and its word. */
public final class GoalBadge extends Span {
    private static final long serialVersionUID = 1L;

    /** The badge of a goal. */
    public GoalBadge(GoalCoverage goal) {
        addClassNames("tag", "wrap", look(goal));
        add(Html.sign(sign(goal)), new Span(word(goal, getLocale())));
    }

    /** The class of its colour. */
    public static String look(GoalCoverage goal) {
        return goal.evidenceVoided() ? "warn" : look(goal.state());
    }

    /** Its sign. */
    public static String sign(GoalCoverage goal) {
        return goal.evidenceVoided() ? "▲" : sign(goal.state());
    }

    /** Its word. */
    public static String word(GoalCoverage goal, Locale locale) {
        return goal.evidenceVoided()
                ? Messages.get(locale, "goals.state.voided")
                : Messages.get(locale, "goals.state." + goal.state(), goal.evidence());
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
