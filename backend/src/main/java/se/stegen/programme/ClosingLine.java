package se.stegen.programme;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;

/**
 * A post at a clinic that goes on after its last day.
 *
 * @param programmeId whose
 * @param endDate null is open
 */
@Introspected
public record ClosingLine(
        long postId,
        long programmeId,
        String doctorName,
        LocalDate startDate,
        @Nullable LocalDate endDate) {
    /** Whether it has begun by the day; else it would begin after the clinic has closed. */
    public boolean begunBy(LocalDate lastDay) {
        return !startDate.isAfter(lastDay);
    }
}
