package se.stegen.placement;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.util.List;

/**
 * Randning, sidotjänstgöring.
 *
 * @param id key
 * @param title what it is called
 * @param clinicId where; null outside the installation
 * @param clinicName its name
 * @param supervisorId supervisor of this part of the service; reads the portfolio from the first to the last day
 * @param supervisorName the name
 * @param from first day
 * @param to last day
 * @param goalCodes goals that it serves
 * @param introducedOn day of the introduction; null where none is recorded
 * @param introducedByName who recorded it
 * @param iupItemId the planned activity that it was booked for; null where none was
 * @param version for optimistic locking
 */
public record Placement(
        long id,
        String title,
        @Nullable Long clinicId,
        @Nullable String clinicName,
        @Nullable Long supervisorId,
        @Nullable String supervisorName,
        LocalDate from,
        LocalDate to,
        List<String> goalCodes,
        @Nullable LocalDate introducedOn,
        @Nullable String introducedByName,
        @Nullable Long iupItemId,
        int version) {}
