package se.stegen.learning;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.util.List;
import se.stegen.instrument.AssessmentTemplate;
import se.stegen.instrument.Procedure;

/**
 * How far a doctor has come with a procedure. Computed from signed assessments whenever it is asked for.
 *
 * @param template newest version of the form, which says what is required
 * @param levels what is required, lowest step first
 * @param reachedOn day of the observation with which every level was reached (körkort); null where it is not
 * @param records the assessments that count, oldest first
 */
public record ProcedureStanding(
        AssessmentTemplate template,
        Procedure procedure,
        List<Level> levels,
        @Nullable LocalDate reachedOn,
        List<Observed> records) {
    /**
     * So many at this step or above.
     *
     * @param step of the form's scale
     * @param required at least 1
     * @param actual how many there are
     * @param reachedOn day of the one that made them enough; null where more are needed
     */
    public record Level(
            int step, int required, int actual, @Nullable LocalDate reachedOn) {}

    /**
     * A counted assessment.
     *
     * @param overall step; null is not observed, which counts towards no level
     */
    public record Observed(
            long assessmentId, LocalDate day, @Nullable Integer overall, String assessorName) {}
}
