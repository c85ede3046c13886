package se.stegen.reminder;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDateTime;
import java.util.Map;
import se.stegen.guideline.IndicatorCode;

/**
 * A doctor who does not reach a target, and what came of it.
 *
 * @param programmeId key of the programme
 * @param doctorName the doctor
 * @param supervisorName main supervisor today; null where there is none
 * @param outcome what was done, or would be
 * @param toDoctor the doctor was reminded
 * @param toSupervisor the main supervisor was reminded
 * @param remindedBy who reminded last; null where nobody has yet
 * @param remindedAt when, in UTC
 */
public record TargetReminder(
        long programmeId,
        String doctorName,
        @Nullable String supervisorName,
        Outcome outcome,
        boolean toDoctor,
        boolean toSupervisor,
        @Nullable String remindedBy,
        @Nullable LocalDateTime remindedAt) {
    /** Where each target is worked at; what the clinic itself has to do has no place. */
    static final Map<IndicatorCode, String> PLACES = Map.of(
            IndicatorCode.IUP_ON_TIME, "/iup/",
            IndicatorCode.IUP_REVISED, "/iup/",
            IndicatorCode.SUPERVISION, "/supervisions/",
            IndicatorCode.ASSESSMENT, "/assessments/",
            IndicatorCode.SELF_STUDY, "/studies/",
            IndicatorCode.GENERAL_COMPETENCE, "/assessments/");

    /** Whether doctors and supervisors can do anything about the target; talks, collegia and appointments are the clinic's. */
    public static boolean remindable(IndicatorCode code) {
        return PLACES.containsKey(code);
    }

    /** What was done, or would be. */
    public enum Outcome {
        /** May be reminded this week. */
        OPEN,
        /** Was reminded just now. */
        REMINDED,
        /** Was reminded this week already. */
        THIS_WEEK,
        /** Reaches the target by now. */
        REACHED,
        /** Nobody is there to be reminded: the supervisor was chosen and there is none. */
        NOBODY
    }
}
