package se.stegen.coverage;

import java.util.List;

/**
 * One goal of a doctor with all that stands behind it.
 *
 * @param programmeId whose
 * @param goal how far it has come
 * @param required its mandatory activities, e.g. {@code KLIN}, {@code KURS}; empty where none or not known
 * @param activities what is planned for it, by first day
 * @param evidence what shows it, the latest first; with what was voided of an attestation in force
 * @param attestations all of them, the latest first
 * @param mayAttest whether the actor may attest it now
 * @param mayWithdraw whether the actor may take the attestation back now
 * @param mayLink whether the actor may link and unlink evidence
 */
public record GoalDetail(
        long programmeId,
        GoalCoverage goal,
        List<String> required,
        List<PlannedActivity> activities,
        List<Evidence> evidence,
        List<Attestation> attestations,
        boolean mayAttest,
        boolean mayWithdraw,
        boolean mayLink) {}
