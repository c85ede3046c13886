package se.stegen.learning;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.util.List;
import se.stegen.instrument.AssessmentTemplate;

/**
 * One signed assessment on the learning curve.
 *
 * @param template the version that it was answered on
 * @param overall a step of that form's scale; null is not observed
 * @param doMore gör mer av; may be empty
 * @param workOn arbeta vidare med; may be empty
 * @param goalCodes goals that it names
 */
public record LearningPoint(
        long assessmentId,
        AssessmentTemplate template,
        LocalDate observedOn,
        @Nullable Integer overall,
        String doMore,
        String workOn,
        List<String> goalCodes,
        String assessorName) {}
