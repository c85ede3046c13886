package se.stegen.programme;

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
        int version) {}
