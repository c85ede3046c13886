package se.stegen.assessment;

import java.util.List;
import se.stegen.proof.SignatureKind;
import se.stegen.proof.SignedContent;
import se.stegen.proof.SignedTable;
import se.stegen.proof.SignedTable.Part;

/** What is frozen of assessments and of confirmations of them. */
public final class AssessmentContent implements SignedContent {
    @Override
    public List<SignedTable> tables() {
        return List.of(assessments(), confirmations());
    }

    private static SignedTable assessments() {
        return new SignedTable(
                SignatureKind.ASSESSMENT,
                "assessment",
                "FROM assessment x LEFT JOIN person u ON u.id = x.signed_by WHERE x.state = 'SIGNED'",
                "x.id",
                "''",
                "x.programme_id",
                "x.signed_by",
                "COALESCE(u.name, x.assessor_name, x.assessor_email)",
                SignedTable.withMainSupervisor("ASSESSOR", "x.programme_id", "x.signed_by", "x.signed_at"),
                "x.signing_method",
                "COALESCE(x.signed_at, x.updated_at)",
                List.of(
                        Part.row("assessment", "x.id", "''"),
                        Part.rows("assessment_goal", "x.assessment_id", "x.goal_code"),
                        Part.joined(
                                        "assessment_template",
                                        "FROM assessment a JOIN assessment_template x ON x.id = a.template_id",
                                        "a.id",
                                        "''")
                                .hashing("definition"),
                        Part.doctor("FROM assessment a JOIN programme x ON x.id = a.programme_id", "a.id", "''")),
                List.of(
                        "DELETE k FROM assessment_oddity_check k JOIN assessment_oddity o ON o.id = k.oddity_id"
                                + " WHERE o.assessment_id = ?",
                        "DELETE FROM assessment_oddity WHERE assessment_id = ?",
                        "DELETE FROM assessment_receipt WHERE assessment_id = ?",
                        "DELETE FROM assessment_reminder WHERE assessment_id = ?",
                        "DELETE FROM assessment_link_answer WHERE assessment_id = ?",
                        "DELETE FROM assessment_link WHERE assessment_id = ?",
                        "DELETE FROM assessment_code WHERE assessment_id = ?",
                        "DELETE FROM goal_evidence WHERE record_kind = 'ASSESSMENT' AND record_id = ?",
                        "DELETE FROM assessment_draft WHERE assessment_id = ?",
                        "DELETE FROM assessment_goal WHERE assessment_id = ?",
                        "DELETE FROM assessment WHERE id = ?"));
    }

    private static SignedTable confirmations() {
        return new SignedTable(
                SignatureKind.ASSESSMENT_CONFIRMATION,
                "assessment_confirmation",
                "FROM assessment_confirmation x LEFT JOIN assessment a ON a.id = x.assessment_id"
                        + " LEFT JOIN person u ON u.id = x.confirmed_by WHERE 1 = 1",
                "x.assessment_id",
                "''",
                "a.programme_id",
                "x.confirmed_by",
                "u.name",
                "'MAIN_SUPERVISOR'",
                "'SIGNED_IN'",
                "x.confirmed_at",
                List.of(
                        Part.row("assessment_confirmation", "x.assessment_id", "''"),
                        Part.doctor("FROM assessment a JOIN programme x ON x.id = a.programme_id", "a.id", "''")),
                List.of("DELETE FROM assessment_confirmation WHERE assessment_id = ?"));
    }
}
