package se.stegen.supervision;

import java.util.List;
import se.stegen.proof.SignatureKind;
import se.stegen.proof.SignedContent;
import se.stegen.proof.SignedTable;
import se.stegen.proof.SignedTable.Part;

/** What is frozen of supervision sessions. */
public final class SupervisionContent implements SignedContent {
    @Override
    public List<SignedTable> tables() {
        return List.of(new SignedTable(
                SignatureKind.SUPERVISION,
                "supervision",
                "FROM supervision x LEFT JOIN person u ON u.id = x.signed_by WHERE x.state = 'SIGNED'",
                "x.id",
                "''",
                "x.programme_id",
                "x.signed_by",
                "u.name",
                SignedTable.withMainSupervisor("SUPERVISOR", "x.programme_id", "x.signed_by", "x.signed_at"),
                "x.signing_method",
                "COALESCE(x.signed_at, x.updated_at)",
                List.of(
                        Part.row("supervision", "x.id", "''"),
                        Part.rows("supervision_goal", "x.supervision_id", "x.goal_code"),
                        Part.doctor("FROM supervision s JOIN programme x ON x.id = s.programme_id", "s.id", "''")),
                List.of(
                        "DELETE FROM goal_evidence WHERE record_kind = 'SUPERVISION' AND record_id = ?",
                        "DELETE FROM supervision_goal WHERE supervision_id = ?",
                        "DELETE FROM supervision WHERE id = ?")));
    }
}
