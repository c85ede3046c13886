package se.stegen.guideline;

import io.micronaut.core.annotation.Nullable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What a clinic is judged by on a day, and from where each value comes.
 *
 * @param guidelineName null where no guideline holds
 * @param inherited the values without the clinic's overrides; null where no guideline holds
 * @param effective the values that hold; null where no guideline holds
 * @param overrides all of them, the latest first, those that have ended included
 * @param hours of the studierektor a week on the day; null where none were recorded
 * @param changes who changed what when, the latest first
 */
public record ClinicGuidelineState(
        long clinicId,
        String clinicName,
        LocalDate date,
        @Nullable String guidelineName,
        @Nullable GuidelineValues inherited,
        @Nullable GuidelineValues effective,
        List<GuidelineOverride> overrides,
        @Nullable BigDecimal hours,
        List<GuidelineChange> changes) {}
