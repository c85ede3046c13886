package se.stegen.guideline;

import io.micronaut.core.annotation.Nullable;
import java.util.List;

/**
 * A doctor behind a clinic's lights; an indicator that does not apply is left out.
 *
 * @param traineeId programme
 * @param yearOfTraining 1 in the first year of ST
 * @param supervisorName main supervisor on the day; null where none
 * @param onLeave whether the doctor is on full leave on the day
 */
public record TraineeCompliance(
        long traineeId,
        String name,
        int yearOfTraining,
        @Nullable String supervisorName,
        boolean onLeave,
        List<TraineeIndicator> indicators) {}
