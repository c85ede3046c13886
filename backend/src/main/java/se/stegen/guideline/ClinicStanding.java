package se.stegen.guideline;

import io.micronaut.core.annotation.Nullable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How a clinic stands on a day, in figures only: no text of a language, no doctor, no rule. What a table can keep, and what
 * lights are made from ({@link ClinicLights}).
 *
 * @param doctors doctors in scope
 * @param figures one for every code; codes of reviews are left out where they were not measured
 */
record ClinicStanding(long clinicId, int doctors, Map<IndicatorCode, Figure> figures) {
    /** The figure of one code. */
    sealed interface Figure {
        /** The light that it gives. */
        LightStatus status();
    }

    /**
     * Of doctors.
     *
     * @param met those who reach the target
     * @param applicable those to whom it applies
     */
    record OfDoctors(LightStatus status, int met, int applicable) implements Figure {}

    /**
     * An amount of the clinic itself: hours a week, sessions in a year, actions of a plan.
     *
     * @param have what there is (of a plan: open actions); null where hours were never recorded
     * @param wanted what is asked for (of a plan: overdue actions); null where nothing is
     */
    record Amount(
            LightStatus status,
            @Nullable BigDecimal have,
            @Nullable BigDecimal wanted) implements Figure {}

    /**
     * A review.
     *
     * @param last day of the latest; null is none
     * @param due when the next is due; null where none is asked for, or there was none
     */
    record Due(
            LightStatus status,
            @Nullable LocalDate last,
            @Nullable LocalDate due) implements Figure {}

    /**
     * From what was measured.
     *
     * @param measured the clinic's doctors
     * @param reviewed null leaves the codes of reviews out
     */
    static ClinicStanding of(
            long clinicId,
            @Nullable GuidelineProfile profile,
            Measured measured,
            ClinicFacts clinics,
            @Nullable ReviewStanding reviewed,
            LocalDate day) {
        Map<IndicatorCode, Figure> figures = new EnumMap<>(IndicatorCode.class);
        int doctors = measured.doctors().size();
        for (IndicatorCode code : IndicatorCode.values()) {
            if (!code.ofClinic()) {
                figures.put(code, ofDoctors(code, profile, measured));
            } else if (!code.ofReviews()) {
                figures.put(code, clinics.figure(code, clinicId, profile, doctors, day));
            } else if (reviewed != null) {
                figures.put(code, reviewed.figure(code, day));
            }
        }
        return new ClinicStanding(clinicId, doctors, figures);
    }

    private static OfDoctors ofDoctors(IndicatorCode code, @Nullable GuidelineProfile profile, Measured measured) {
        List<TraineeIndicator> applying = measured.doctors().stream()
                .flatMap(d -> d.compliance().indicators().stream())
                .filter(i -> i.code() == code)
                .toList();
        int applicable = applying.size();
        int met = (int) applying.stream().filter(TraineeIndicator::met).count();
        return new OfDoctors(status(met, applicable, profile), met, applicable);
    }

    /** The light of a share by the profile's steps, or by the usual ones where there is none. */
    static LightStatus status(int met, int applicable, @Nullable GuidelineProfile profile) {
        return GuidelineRules.status(
                met,
                applicable,
                profile == null ? GuidelineProfile.DEFAULT_GREEN : profile.greenFrom(),
                profile == null ? GuidelineProfile.DEFAULT_YELLOW : profile.yellowFrom());
    }
}
