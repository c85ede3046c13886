package se.stegen.coverage;

import java.util.List;
import se.stegen.proof.SignatureKind;
import se.stegen.proof.SignedContent;
import se.stegen.proof.SignedTable;
import se.stegen.proof.SignedTable.Part;

/** What is frozen of attestations of goals, and of those taken back. */
public final class AttestationContent implements SignedContent {
    @Override
    public List<SignedTable> tables() {
        return List.of(attestations(), withdrawals());
    }

    private static SignedTable attestations() {
        return new SignedTable(
                SignatureKind.GOAL_ATTESTATION,
                "goal_attestation",
                "FROM goal_attestation x LEFT JOIN person u ON u.id = x.attested_by WHERE 1 = 1",
                "x.id",
                "''",
                "x.programme_id",
                "x.attested_by",
                "u.name",
                "'MAIN_SUPERVISOR'",
                "'SIGNED_IN'",
                "x.attested_at",
                List.of(
                        Part.row("goal_attestation", "x.id", "''"),
                        Part.rows("goal_attestation_evidence", "x.attestation_id", "x.record_kind, x.record_id"),
                        Part.doctor("FROM goal_attestation n JOIN programme x ON x.id = n.programme_id", "n.id", "''")),
                List.of());
    }

    private static SignedTable withdrawals() {
        return new SignedTable(
                SignatureKind.GOAL_ATTESTATION_WITHDRAWAL,
                "goal_attestation_withdrawal",
                "FROM goal_attestation_withdrawal x LEFT JOIN goal_attestation n ON n.id = x.attestation_id"
                        + " LEFT JOIN person u ON u.id = x.withdrawn_by WHERE 1 = 1",
                "x.attestation_id",
                "''",
                "n.programme_id",
                "x.withdrawn_by",
                "u.name",
                "'MAIN_SUPERVISOR'",
                "'SIGNED_IN'",
                "x.withdrawn_at",
                List.of(
                        Part.row("goal_attestation_withdrawal", "x.attestation_id", "''"),
                        Part.doctor("FROM goal_attestation n JOIN programme x ON x.id = n.programme_id", "n.id", "''")),
                List.of());
    }
}
