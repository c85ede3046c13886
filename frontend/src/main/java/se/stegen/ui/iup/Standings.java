package se.stegen.ui.iup;

import io.micronaut.core.annotation.Nullable;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import se.stegen.coverage.Coverage;
import se.stegen.coverage.GoalCoverage;
import se.stegen.coverage.GoalState;
import se.stegen.curriculum.Goal;
import se.stegen.ui.goals.GoalBadge;

/** How each goal of an open plan stands, and which ones stand otherwise than they did. */
final class Standings {
    private static final PlanningBoard.Standing NONE = new PlanningBoard.Standing("", "", "", false);

    private final Locale locale;
    private Map<String, PlanningBoard.Standing> byCode = Map.of();

    Standings(Locale locale) {
        this.locale = locale;
    }

    PlanningBoard.Standing of(@Nullable String goalCode) {
        return byCode.getOrDefault(goalCode, NONE);
    }

    /** Takes in how they stand now; the answer is those of the goals that changed. */
    List<Goal> update(Coverage coverage, List<Goal> goals) {
        Map<String, PlanningBoard.Standing> before = byCode;
        Map<String, PlanningBoard.Standing> now = new HashMap<>();
        for (GoalCoverage goal : coverage.goals()) {
            now.put(
                    goal.code(),
                    new PlanningBoard.Standing(
                            GoalBadge.look(goal),
                            GoalBadge.sign(goal),
                            GoalBadge.word(goal, locale),
                            goal.state() == GoalState.ATTESTED && !goal.evidenceVoided()));
        }
        byCode = now;
        return goals.stream()
                .filter(goal -> !of(goal.code()).equals(before.getOrDefault(goal.code(), NONE)))
                .toList();
    }
}
