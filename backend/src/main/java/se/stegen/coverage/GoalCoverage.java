package se.stegen.coverage;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.util.List;
import se.stegen.curriculum.GoalGroup;

/**
 * How far a doctor has come with one goal.
 *
 * @param code the goal
 * @param group its group
 * @param title its title
 * @param checked false where the source of the goal is not sure
 * @param planned planned activities that serve it, whatever their time
 * @param underWay those of them that are under way on the day
 * @param evidence signed records, not voided, that show it
 * @param attestedOn day of the attestation in force; null where there is none
 * @param attestedBy who attested it
 * @param evidenceVoided whether a record that the attestation in force was made against has been voided since
 * @param state the one word about it
 * @param missingActivities mandatory activities that nothing planned covers, e.g. {@code KURS} or {@code KLIN|AUSK}
 */
public record GoalCoverage(
        String code,
        GoalGroup group,
        String title,
        boolean checked,
        int planned,
        int underWay,
        int evidence,
        @Nullable LocalDate attestedOn,
        @Nullable String attestedBy,
        boolean evidenceVoided,
        GoalState state,
        List<String> missingActivities) {

    /**
     * Whether something is to be done about it: not covered, over without evidence, not attested with a mandatory
     * activity that is not planned, or attested on what was voided.
     */
    public boolean lacking() {
        return state == GoalState.NOT_COVERED
                || state == GoalState.EVIDENCE_MISSING
                || evidenceVoided
                || (state != GoalState.ATTESTED && !missingActivities.isEmpty());
    }
}
