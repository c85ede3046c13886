package se.stegen.programme;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;

/**
 * ST-tjänstgöring: the part of a programme at one home clinic.
 *
 * @param id key
 * @param clinicId home clinic
 * @param clinicName its name
 * @param startDate first day
 * @param endDate last day; null is open
 * @param version for optimistic locking
 */
@Introspected
public record Post(
        long id,
        long clinicId,
        String clinicName,
        LocalDate startDate,
        @Nullable LocalDate endDate,
        int version) {}
