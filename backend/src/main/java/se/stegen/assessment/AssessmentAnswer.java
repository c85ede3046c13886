package se.stegen.assessment;

import io.micronaut.core.annotation.Nullable;
import java.util.Map;

/**
 * What the assessor says.
 *
 * @param answers by field code; may be empty where the form requires none
 * @param overall a step of the form's scale, 1 is the lowest (of independence, 1-4: has observed, with direct
 *     supervision, with supervisor available, independently); in a draft {@link #NOT_OBSERVED} or null for not answered
 *     yet, when signed null is not observed
 * @param doMore gör mer av
 * @param workOn arbeta vidare med
 */
public record AssessmentAnswer(
        Map<String, String> answers,
        @Nullable Integer overall,
        @Nullable String doMore,
        @Nullable String workOn) {
    /** In a draft: the assessor chose "ej observerat". */
    public static final int NOT_OBSERVED = 0;

    /** The answer as it is signed: not observed is no figure. */
    public AssessmentAnswer signed() {
        return new AssessmentAnswer(answers, figure(overall), doMore, workOn);
    }

    /** The figure of a judgement as it is signed and told to others; null for not observed. */
    static @Nullable Integer figure(@Nullable Integer overall) {
        return overall == null || overall == NOT_OBSERVED ? null : overall;
    }
}
