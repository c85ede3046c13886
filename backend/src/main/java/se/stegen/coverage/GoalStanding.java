package se.stegen.coverage;

import io.micronaut.core.annotation.Introspected;

/**
 * How far a doctor has come, in numbers, for lists.
 *
 * @param programmeId whose
 * @param goals goals of the curriculum
 * @param covered goals with a planned activity, evidence or an attestation
 * @param evidenced goals with at least one valid signed record
 * @param attested goals that are attested
 */
@Introspected
public record GoalStanding(long programmeId, int goals, int covered, int evidenced, int attested) {}
