package se.stegen.collegium;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

/**
 * Specialistkollegium: the specialists' joint assessment meeting, as those who plan it see it. The doctors are absent.
 *
 * @param competences what it speaks of, as it was when it was planned
 * @param cancelReason why it was not held; null where it was not cancelled
 * @param closedBy name of the clinic head who validated it; null before
 * @param closedAt UTC
 * @param trainees the doctors by name, those taken off among them
 * @param specialists who is asked beforehand, by name
 * @param mayClose whether the actor is the one who validates it
 * @param version for optimistic locking of the plan
 */
public record Collegium(
        long id,
        long clinicId,
        String clinicName,
        LocalDate date,
        @Nullable LocalTime startsAt,
        int minutes,
        String place,
        CollegiumState state,
        @Nullable String cancelReason,
        List<CollegiumCompetence> competences,
        @Nullable String closedBy,
        @Nullable LocalDateTime closedAt,
        List<Trainee> trainees,
        List<Specialist> specialists,
        boolean mayClose,
        int version) {

    /**
     * A doctor on the list.
     *
     * @param supervisorName main supervisor on the meeting's day; null where there is none
     * @param offReason why the doctor was taken off; null while on the list
     * @param movedTo the clinic where the doctor is on the meeting's day instead, empty where nowhere; null while here
     * @param hidden whether the actor may see nothing of it: a conflict of interest, or the actor's own matter
     * @param ownDone whether the doctor's own rating is done
     * @param viewed how many specialists said something of the doctor
     * @param asked how many are asked about the doctor
     * @param conflicted names of those who do not take part in this matter
     * @param draft what is written so far; null where nothing is, or it is hidden
     */
    public record Trainee(
            long programmeId,
            long personId,
            String name,
            @Nullable String supervisorName,
            @Nullable String offReason,
            @Nullable String movedTo,
            boolean hidden,
            boolean ownDone,
            int viewed,
            int asked,
            List<String> conflicted,
            @Nullable Draft draft) {

        /** Whether an outcome is wanted: neither taken off nor moved away. */
        public boolean listed() {
            return offReason == null && movedTo == null;
        }

        /** Whether there is a judgement. */
        public boolean judged() {
            return draft != null && draft.judgement() != null;
        }
    }

    /**
     * Somebody who is asked beforehand.
     *
     * @param personId account; null for an address
     * @param name name, or the address
     * @param answered whether that one said to be done
     * @param conflicts reason by programme: in whose matters that one does not take part
     */
    public record Specialist(
            long id, @Nullable Long personId, String name, boolean answered, Map<Long, String> conflicts) {}

    /**
     * An outcome as it is written.
     *
     * @param outcomeId key
     * @param judgement null where there is none yet
     * @param levels by competence
     * @param updatedBy name of who wrote it last; null where that is not known
     * @param updatedAt UTC
     * @param version for optimistic locking
     */
    public record Draft(
            long outcomeId,
            @Nullable Judgement judgement,
            Map<String, CollegiumLevel> levels,
            String strengths,
            String development,
            List<Action> actions,
            @Nullable String updatedBy,
            LocalDateTime updatedAt,
            int version) {}

    /** An action that is to be decided. */
    public record Action(String text, ActionOwner owner, LocalDate due, String iupKind) {}
}
