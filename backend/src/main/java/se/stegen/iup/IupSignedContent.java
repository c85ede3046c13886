package se.stegen.iup;

import java.util.List;
import se.stegen.proof.SignatureKind;
import se.stegen.proof.SignedContent;
import se.stegen.proof.SignedTable;
import se.stegen.proof.SignedTable.Part;

/** What is frozen of approvals of a plan: the approval, what was sent, and the version that it became. */
public final class IupSignedContent implements SignedContent {
    @Override
    public List<SignedTable> tables() {
        return List.of(approvals(), versions());
    }

    private static SignedTable approvals() {
        return new SignedTable(
                SignatureKind.IUP_APPROVAL,
                "iup_approval",
                "FROM iup_approval x LEFT JOIN iup_submission s ON s.id = x.submission_id"
                        + " LEFT JOIN person u ON u.id = x.person_id WHERE 1 = 1",
                "x.submission_id",
                "x.approver",
                "s.programme_id",
                "x.person_id",
                "u.name",
                "x.approver",
                "'SIGNED_IN'",
                "x.approved_at",
                List.of(
                        Part.row("iup_approval", "x.submission_id", "x.approver"),
                        Part.joined(
                                        "iup_submission",
                                        "FROM iup_approval p JOIN iup_submission x ON x.id = p.submission_id",
                                        "p.submission_id",
                                        "p.approver")
                                .hashing("content"),
                        Part.doctor(
                                "FROM iup_approval p JOIN iup_submission s ON s.id = p.submission_id"
                                        + " JOIN programme x ON x.id = s.programme_id",
                                "p.submission_id",
                                "p.approver")),
                List.of());
    }

    /** Signed by whoever approved last. */
    private static SignedTable versions() {
        return new SignedTable(
                SignatureKind.IUP_VERSION,
                "iup_version",
                "FROM iup_version x LEFT JOIN iup_approval p ON p.submission_id = x.submission_id AND NOT EXISTS ("
                        + "SELECT 1 FROM iup_approval q WHERE q.submission_id = p.submission_id"
                        + " AND (q.approved_at > p.approved_at"
                        + " OR (q.approved_at = p.approved_at AND q.approver > p.approver)))"
                        + " LEFT JOIN person u ON u.id = p.person_id WHERE 1 = 1",
                "x.programme_id",
                "CAST(x.number AS CHAR) COLLATE utf8mb4_swedish_ci",
                "x.programme_id",
                "p.person_id",
                "u.name",
                "COALESCE(p.approver, '')",
                "'SIGNED_IN'",
                "COALESCE(p.approved_at, x.approved_on)",
                List.of(
                        Part.row("iup_version", "x.programme_id", "CAST(x.number AS CHAR) COLLATE utf8mb4_swedish_ci"),
                        Part.doctor(
                                "FROM iup_version v JOIN programme x ON x.id = v.programme_id",
                                "v.programme_id",
                                "CAST(v.number AS CHAR) COLLATE utf8mb4_swedish_ci")),
                List.of());
    }
}
