package se.stegen.collegium;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

/**
 * The validated outcome of a collegium for a doctor.
 *
 * @param content what it says now
 * @param actions what is to be done, and whether it was
 * @param versions all versions, the latest first; one where it was never changed
 * @param notPresent names of those who did not take part in this matter (jäv)
 * @param talk the talk about it; null where none is planned or held
 * @param mayRevise whether the actor may write a new version
 * @param mayRecordTalk whether the actor may plan the talk and say that it was held
 * @param mayTick whether the actor may say that an action is done
 * @param version for optimistic locking
 */
public record CollegiumOutcome(
        long id,
        long collegiumId,
        long programmeId,
        String doctorName,
        long clinicId,
        String clinicName,
        LocalDate heldOn,
        @Nullable String closedBy,
        List<CollegiumCompetence> competences,
        OutcomeContent content,
        List<Action> actions,
        List<Version> versions,
        List<String> notPresent,
        @Nullable Talk talk,
        boolean mayRevise,
        boolean mayRecordTalk,
        boolean mayTick,
        int version) {

    /**
     * An action that was decided.
     *
     * @param iupItemId the activity that it became in the plan (IUP); null where it did not
     * @param doneOn day on which it was said to be done; null while it is open
     * @param withdrawnOn day on which a new version withdrew it; null while it stands
     */
    public record Action(
            long id,
            String text,
            ActionOwner owner,
            LocalDate due,
            @Nullable Long iupItemId,
            @Nullable LocalDate doneOn,
            @Nullable LocalDate withdrawnOn) {}

    /**
     * A version.
     *
     * @param number from 1
     * @param reason why it was changed; empty for the first
     * @param writtenAt UTC
     */
    public record Version(
            int number, OutcomeContent content, String reason, String writtenBy, LocalDateTime writtenAt) {}

    /** The talk in which the doctor is told. */
    public record Talk(boolean held, LocalDate on, @Nullable LocalTime startsAt, String place) {}

    /** What an outcome says, by competence. */
    public Map<String, CollegiumLevel> levels() {
        return content.levels();
    }
}
