package se.stegen.guideline;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.util.List;
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
}
