package se.stegen.assessment;

import io.micronaut.core.annotation.Nullable;
import java.util.Map;

/**
 * What the assessor says.
 *
 * @param answers by field code; may be empty where the form requires none
 * @param overall independence 1-4 (1 has observed, 2 with direct supervision, 3 with supervisor available, 4
 *     independently); null is not observed
 * @param doMore gör mer av
 * @param workOn arbeta vidare med
 */
public record AssessmentAnswer(
        Map<String, String> answers,
        @Nullable Integer overall,
        @Nullable String doMore,
        @Nullable String workOn) {}
