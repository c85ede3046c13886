package se.stegen.coverage;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import se.stegen.common.Period;
import se.stegen.iup.IupKind;

/** What is missing, without a database. */
final class MissingRules {
    private MissingRules() {}

    /** Before each placement under way ends: its goals that nothing shows. */
    static List<MissingPart> placements(Coverage coverage) {
        List<MissingPart> parts = new ArrayList<>();
        for (PlannedActivity activity : coverage.activities()) {
            if (activity.kind() == IupKind.PLACEMENT && activity.period().contains(coverage.day())) {
                List<MissingLine> lines = new ArrayList<>();
                add(
                        lines,
                        MissingKind.EVIDENCE,
                        codes(coverage, goal -> activity.goalCodes().contains(goal.code()) && unshown(goal)));
                parts.add(new MissingPart(MissingWhen.PLACEMENT, activity.to(), activity.title(), lines));
            }
        }
        return parts;
    }

    /**
     * Before the next session: goals whose activities have all ended by then and that nothing shows.
     *
     * @param meeting its day; null where none is planned, which is missing then, and today counts
     */
    static MissingPart meeting(Coverage coverage, @Nullable LocalDate meeting) {
        LocalDate day = meeting == null ? coverage.day() : meeting;
        List<MissingLine> lines = new ArrayList<>();
        if (meeting == null) {
            lines.add(new MissingLine(MissingKind.NO_MEETING, List.of(), null, 0));
        }
        add(
                lines,
                MissingKind.EVIDENCE,
                codes(
                        coverage,
                        goal -> unshown(goal)
                                && CoverageRules.state(false, 0, periods(coverage, goal), day)
                                        == GoalState.EVIDENCE_MISSING));
        return new MissingPart(MissingWhen.MEETING, meeting, "", lines);
    }

    /** Before the programme ends: what is not covered, not planned as it must be, not attested. */
    static MissingPart programme(Coverage coverage, LocalDate end) {
        List<MissingLine> lines = new ArrayList<>();
        add(lines, MissingKind.VOIDED_EVIDENCE, codes(coverage, GoalCoverage::evidenceVoided));
        add(lines, MissingKind.NOT_COVERED, codes(coverage, goal -> goal.state() == GoalState.NOT_COVERED));
        Map<String, List<String>> activities = new LinkedHashMap<>();
        for (GoalCoverage goal : coverage.goals()) {
            // What is not covered at all is told above; what is attested has been judged.
            if (goal.state() != GoalState.NOT_COVERED && goal.state() != GoalState.ATTESTED) {
                goal.missingActivities()
                        .forEach(activity -> activities
                                .computeIfAbsent(activity, unused -> new ArrayList<>())
                                .add(goal.code()));
            }
        }
        activities.forEach((activity, codes) -> lines.add(new MissingLine(MissingKind.ACTIVITY, codes, activity, 0)));
        List<String> open = codes(coverage, goal -> goal.state() != GoalState.ATTESTED);
        if (!open.isEmpty()) {
            int ready =
                    codes(coverage, goal -> goal.state() == GoalState.EVIDENCE).size();
            lines.add(new MissingLine(MissingKind.ATTESTATION, open, null, ready));
        }
        return new MissingPart(MissingWhen.PROGRAMME, end, "", lines);
    }

    private static boolean unshown(GoalCoverage goal) {
        return goal.evidence() == 0 && goal.state() != GoalState.ATTESTED;
    }

    private static void add(List<MissingLine> lines, MissingKind kind, List<String> codes) {
        if (!codes.isEmpty()) {
            lines.add(new MissingLine(kind, codes, null, 0));
        }
    }

    private static List<String> codes(Coverage coverage, Predicate<GoalCoverage> wanted) {
        return coverage.goals().stream().filter(wanted).map(GoalCoverage::code).toList();
    }

    private static Collection<Period> periods(Coverage coverage, GoalCoverage goal) {
        return coverage.activities().stream()
                .filter(activity -> activity.goalCodes().contains(goal.code()))
                .map(PlannedActivity::period)
                .toList();
    }
}
