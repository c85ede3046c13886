package se.stegen.placement;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.util.List;

/**
 * What is written of a placement.
 *
 * @param title 1-200 characters
 * @param clinicId where; null outside the installation
 * @param supervisorId supervisor of this part of the service; null where there is none yet
 * @param from first day, not before the programme's
 * @param to last day
 * @param goalCodes goals of the programme's curriculum
 * @param iupItemId activity of kind PLACEMENT in the doctor's plan that it is booked for; null leaves that as it is
 */
public record PlacementData(
        @Nullable String title,
        @Nullable Long clinicId,
        @Nullable Long supervisorId,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        List<String> goalCodes,
        @Nullable Long iupItemId) {
    /** A placement that is booked for no planned activity. */
    public PlacementData(
            @Nullable String title,
            @Nullable Long clinicId,
            @Nullable Long supervisorId,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            List<String> goalCodes) {
        this(title, clinicId, supervisorId, from, to, goalCodes, null);
    }
}
