package se.stegen.coverage;

import java.time.LocalDate;
import java.util.List;

/**
 * How far a doctor has come with all goals of the programme.
 *
 * @param programmeId whose
 * @param day the day it is told for
 * @param goals in the curriculum's order
 * @param activities everything planned, by first day
 */
public record Coverage(long programmeId, LocalDate day, List<GoalCoverage> goals, List<PlannedActivity> activities) {

    /** The same in four numbers. */
    public GoalStanding standing() {
        return new GoalStanding(
                programmeId,
                goals.size(),
                (int) goals.stream()
                        .filter(goal -> goal.state() != GoalState.NOT_COVERED)
                        .count(),
                (int) goals.stream().filter(goal -> goal.evidence() > 0).count(),
                (int) goals.stream()
                        .filter(goal -> goal.state() == GoalState.ATTESTED)
                        .count());
    }
}
