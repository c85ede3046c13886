package se.stegen.review;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import se.stegen.spur.Area;

/**
 * Åtgärd of a review's action plan: what the report prints beside what was understood of it.
 *
 * @param position order of the report, from 0
 * @param area null is unknown
 * @param item the checklist's item as printed; may be empty
 * @param itemCode the item that this is; null where it reads like none
 * @param dueText when it is to be done, as printed: a day, "Pågående" or empty
 * @param dueOn the day that was understood; null is never overdue
 * @param responsible roles, as printed
 * @param checked in a draft: somebody has held the row against the report
 * @param ownerId who works with it in STegen
 * @param evidence what shows that it is done, or a link to it
 * @param proof how it was shown when it was closed; why, where it was dropped
 * @param closedOn day on which it was done or dropped
 * @param updatedAt UTC
 */
@Introspected
public record ReviewAction(
        long id,
        long reviewId,
        long clinicId,
        String clinicName,
        ReviewState reviewState,
        LocalDate reviewedOn,
        int position,
        @Nullable Area area,
        String item,
        @Nullable String itemCode,
        String plannedAction,
        String dueText,
        @Nullable LocalDate dueOn,
        String responsible,
        String followUpText,
        @Nullable LocalDate followUpOn,
        String followUpResponsible,
        boolean checked,
        @Nullable Long ownerId,
        @Nullable String ownerName,
        ActionState state,
        String evidence,
        @Nullable String proof,
        @Nullable LocalDate closedOn,
        @Nullable String closedByName,
        LocalDateTime updatedAt,
        int version) {
    /** Whether its day has passed and it is still to be done. */
    public boolean overdue(LocalDate today) {
        LocalDate due = dueOn;
        return state.open() && due != null && due.isBefore(today);
    }
}
