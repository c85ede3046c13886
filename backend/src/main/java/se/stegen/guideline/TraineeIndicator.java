package se.stegen.guideline;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import se.stegen.instrument.Competence;

/**
 * One indicator of one doctor.
 *
 * @param required what is asked for
 * @param actual what there is
 * @param mendBefore where {@code actual} still suffices today but a counted record falls out of the twelve months, or
 *     where it does not: the day before which the next is needed; null where nothing is known
 * @param missing the general competences that nothing shows; of meaning for GENERAL_COMPETENCE, else empty
 */
public record TraineeIndicator(
        IndicatorCode code,
        int required,
        int actual,
        boolean met,
        @Nullable LocalDate mendBefore,
        List<Competence> missing) {
    /** An indicator that names nothing. */
    TraineeIndicator(IndicatorCode code, int required, int actual, boolean met, @Nullable LocalDate mendBefore) {
        this(code, required, actual, met, mendBefore, List.of());
    }

    /**
     * An indicator that asks for a number in twelve months; empty where it does not apply.
     *
     * @param perYear the guideline's number; null switches it off
     * @param served days of W in the post and in no full leave
     * @param counted days in W of what counts
     */
    static Optional<TraineeIndicator> yearly(
            IndicatorCode code, @Nullable Integer perYear, int served, LocalDate day, List<LocalDate> counted) {
        int required =
                perYear == null ? 0 : GuidelineRules.required(perYear, served, GuidelineRules.daysInYearEnding(day));
        if (required < 1) {
            return Optional.empty();
        }
        LocalDate oldest = counted.stream().min(Comparator.naturalOrder()).orElse(null);
        return Optional.of(new TraineeIndicator(
                code,
                required,
                counted.size(),
                counted.size() >= required,
                oldest == null || counted.size() > required ? null : oldest.plusYears(1)));
    }
}
