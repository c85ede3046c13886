package se.stegen.guideline;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.util.Map;

/**
 * A version of an organisation's guideline as it is written.
 *
 * @param source where the values were read; may be empty
 * @param validFrom first day; may lie in the past, for what held then
 * @param validTo last day; null is open
 * @param values as they were typed; a field that is not named has no value
 */
public record GuidelineVersionData(
        @Nullable String name,
        @Nullable String source,
        @Nullable String remark,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        Map<GuidelineField, String> values) {}
