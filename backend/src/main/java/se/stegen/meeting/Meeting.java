package se.stegen.meeting;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;

/**
 * A meeting as an actor may see it. Texts are empty lists and null for whom only that and when is.
 *
 * @param date day of the meeting
 * @param startsAt time in Sweden; null where only the day is known
 * @param minutes how long
 * @param holderId who holds it; null where that is not known
 * @param text whether the actor reads what is said
 * @param summary what was said; null for whom it is not
 * @param agreements what was agreed
 * @param additions what was added after closing, oldest first
 * @param changes when it was moved, cancelled or voided, oldest first
 * @param questions what it is prepared by
 * @param preparations those that the actor may read: the own one, and what was shared once both have or the day has come
 * @param sharedBy who has shared a preparation, readable yet or not
 * @param closedAt UTC; null while it is not closed
 * @param closing what is written so far of what it came to; null for whom it is not, and where nothing is
 * @param mayPrepare whether the actor prepares it now
 * @param mayHold whether the actor may move, cancel, delete it, or close it once its day has come
 * @param mayAdd whether the actor may add something to what is closed
 * @param mayVoid whether the actor may say that what is closed was recorded by mistake
 */
public record Meeting(
        long id,
        long programmeId,
        long doctorId,
        String doctorName,
        MeetingKind kind,
        MeetingState state,
        LocalDate date,
        @Nullable LocalTime startsAt,
        int minutes,
        String place,
        @Nullable Long holderId,
        @Nullable String holderName,
        boolean text,
        @Nullable String summary,
        List<Agreement> agreements,
        List<Addition> additions,
        List<MeetingChange> changes,
        List<MeetingQuestion> questions,
        List<Preparation> preparations,
        List<Long> sharedBy,
        @Nullable LocalDateTime closedAt,
        @Nullable MeetingClosing closing,
        int version,
        boolean mayPrepare,
        boolean mayHold,
        boolean mayAdd,
        boolean mayVoid) {}
