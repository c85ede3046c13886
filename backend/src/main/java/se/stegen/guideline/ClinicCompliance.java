package se.stegen.guideline;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.util.List;

/**
 * How a clinic stands against its guideline on a day.
 *
 * @param guidelineCode profile that holds there; null where none is set
 * @param guidelineName its name; null where none is set
 * @param doctors doctors in scope
 * @param trainees the doctors, by name; empty in the list of clinics, and for a reader who may not see them
 * @param delay how soon assessments are signed; null in the list of clinics, and for a reader who may not see the fewer
 *     than three doctors behind it
 */
public record ClinicCompliance(
        long clinicId,
        String clinicName,
        LocalDate date,
        @Nullable String guidelineCode,
        @Nullable String guidelineName,
        int doctors,
        List<Indicator> indicators,
        List<TraineeCompliance> trainees,
        @Nullable Delay delay) {}
