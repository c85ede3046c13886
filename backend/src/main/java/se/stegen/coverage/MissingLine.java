package se.stegen.coverage;

import io.micronaut.core.annotation.Nullable;
import java.util.List;

/**
 * One thing that is missing.
 *
 * @param kind what
 * @param goalCodes for which goals, in the curriculum's order
 * @param activity for {@link MissingKind#ACTIVITY} the mandatory activity, e.g. {@code KLIN|AUSK}; else null
 * @param ready for {@link MissingKind#ATTESTATION} how many of the goals have evidence; else 0
 */
public record MissingLine(
        MissingKind kind, List<String> goalCodes, @Nullable String activity, int ready) {}
