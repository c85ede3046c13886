package se.stegen.signing;

import java.util.List;
import se.stegen.proof.SignatureKind;
import se.stegen.proof.SignedContent;
import se.stegen.proof.SignedTable;
import se.stegen.proof.SignedTable.Part;

/** What is frozen of voidings. */
public final class VoidingContent implements SignedContent {
    private static final String RECORD =
            " LEFT JOIN supervision s ON x.record_kind = 'SUPERVISION' AND s.id = x.record_id"
                    + " LEFT JOIN assessment a ON x.record_kind = 'ASSESSMENT' AND a.id = x.record_id";

    @Override
    public List<SignedTable> tables() {
        return List.of(new SignedTable(
                SignatureKind.VOIDING,
                "voiding",
                "FROM voiding x" + RECORD + " LEFT JOIN person u ON u.id = x.voided_by WHERE 1 = 1",
                "x.record_id",
                "x.record_kind",
                "COALESCE(s.programme_id, a.programme_id)",
                "x.voided_by",
                "u.name",
                "CASE x.record_kind WHEN 'SUPERVISION' THEN 'SUPERVISOR' ELSE 'ASSESSOR' END",
                "'SIGNED_IN'",
                "x.voided_at",
                List.of(
                        Part.row("voiding", "x.record_id", "x.record_kind"),
                        Part.doctor(
                                "FROM voiding v" + RECORD.replace("x.", "v.")
                                        + " JOIN programme x ON x.id = COALESCE(s.programme_id, a.programme_id)",
                                "v.record_id",
                                "v.record_kind")),
                List.of("DELETE FROM voiding WHERE record_id = ? AND record_kind = ?")));
    }
}
