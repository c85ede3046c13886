package se.stegen.guideline;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * A single value that a clinic has overridden.
 *
 * @param field name of the {@link GuidelineField}
 * @param fieldValue canonical text; null switches off what is measured by it
 * @param enteredAt UTC
 * @param version optimistic lock
 */
@Introspected
public record GuidelineOverride(
        long id,
        long clinicId,
        String field,
        @Nullable String fieldValue,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String reason,
        String enteredBy,
        LocalDateTime enteredAt,
        int version) {}
