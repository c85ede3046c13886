package se.stegen.guideline;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;

/**
 * A value that is to be overridden, as it is written.
 *
 * @param value as it was typed; empty switches it off
 * @param validFrom first day; null is today
 * @param validTo last day; null is open
 * @param reason why the clinic differs
 */
public record GuidelineOverrideData(
        @Nullable GuidelineField field,
        @Nullable String value,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String reason) {}
