package se.stegen.programme;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;

/**
 * Appointment of a huvudansvarig handledare.
 *
 * @param id key
 * @param personId who
 * @param personName the name
 * @param validFrom first day
 * @param validTo last day; null is open
 */
@Introspected
public record MainSupervisor(
        long id,
        long personId,
        String personName,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {}
