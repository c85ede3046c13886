package se.stegen.coverage;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.util.List;
import se.stegen.common.Period;
import se.stegen.iup.IupKind;

/**
 * Something planned that serves goals: an item of the IUP, or a placement that no item refers to. Past ones count, too.
 *
 * @param itemId the item; null for a placement without one
 * @param placementId the booked placement; null where there is none
 * @param kind what it is
 * @param title what it is called
 * @param from first day
 * @param to last day
 * @param assessmentMethod how it is assessed; may be empty
 * @param goalCodes goals that it serves, in the curriculum's order
 */
public record PlannedActivity(
        @Nullable Long itemId,
        @Nullable Long placementId,
        IupKind kind,
        String title,
        LocalDate from,
        LocalDate to,
        String assessmentMethod,
        List<String> goalCodes) {

    /** From the first to the last day. */
    public Period period() {
        return new Period(from, to);
    }
}
