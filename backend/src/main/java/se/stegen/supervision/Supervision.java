package se.stegen.supervision;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import se.stegen.signing.RecordState;
import se.stegen.signing.StateChange;

/**
 * A supervision session (handledningssamtal) as one actor may see it.
 *
 * @param programmeId whose portfolio
 * @param date day of the session
 * @param time when and where it is planned for; nothing of it where nothing was told
 * @param seriesId the series that it was booked with; null where it stands alone
 * @param minutes null where the actor may not read minutes
 * @param agreed null where the actor may not read minutes
 * @param updatedAt when it was saved last, UTC
 * @param sentAt UTC; null before
 * @param signedAt UTC; null before
 * @param history every change of state, oldest first
 * @param mayEdit whether the actor may change the text now
 * @param maySend whether the actor may send it now
 * @param mayMove whether the actor may move or cancel a planned session
 * @param mayReportHeld whether the actor may make a draft of a planned session now
 * @param maySign whether the actor may sign or return it now
 * @param mayVoid whether the actor may void it now
 */
public record Supervision(
        long id,
        long programmeId,
        long doctorId,
        String doctorName,
        long supervisorId,
        String supervisorName,
        LocalDate date,
        SessionTime time,
        @Nullable Long seriesId,
        boolean iupReviewed,
        List<String> goalCodes,
        @Nullable String minutes,
        @Nullable String agreed,
        RecordState state,
        LocalDateTime updatedAt,
        @Nullable LocalDateTime sentAt,
        @Nullable LocalDateTime signedAt,
        int version,
        List<StateChange> history,
        boolean mayEdit,
        boolean maySend,
        boolean mayMove,
        boolean mayReportHeld,
        boolean maySign,
        boolean mayVoid) {

    /** The reason given with the latest step, e.g. why it was returned; null where none was. */
    public @Nullable String reason() {
        return history.isEmpty() ? null : history.getLast().reason();
    }
}
