package se.stegen.feedback;

import java.util.List;
import se.stegen.proof.SignatureKind;
import se.stegen.proof.SignedContent;
import se.stegen.proof.SignedTable;
import se.stegen.proof.SignedTable.Part;

/** What is frozen of a released round: the round with the own rating, and every answer. Its key is its assessment's. */
public final class FeedbackContent implements SignedContent {
    @Override
    public List<SignedTable> tables() {
        return List.of(new SignedTable(
                SignatureKind.FEEDBACK,
                "feedback_round",
                "FROM feedback_round x LEFT JOIN person u ON u.id = x.released_by WHERE x.state = 'RELEASED'",
                "x.assessment_id",
                "''",
                "x.programme_id",
                "x.released_by",
                "u.name",
                "'MAIN_SUPERVISOR'",
                "'SIGNED_IN'",
                "x.released_at",
                List.of(
                        Part.row("feedback_round", "x.assessment_id", "''"),
                        Part.rowsOf(
                                "feedback_answer",
                                "FROM feedback_round f JOIN feedback_answer x ON x.round_id = f.id",
                                "f.assessment_id",
                                "x.id"),
                        Part.doctor(
                                "FROM feedback_round f JOIN programme x ON x.id = f.programme_id",
                                "f.assessment_id",
                                "''")),
                List.of(
                        "DELETE a FROM feedback_answer a JOIN feedback_round f ON f.id = a.round_id"
                                + " WHERE f.assessment_id = ?",
                        "DELETE r FROM feedback_rater r JOIN feedback_round f ON f.id = r.round_id"
                                + " WHERE f.assessment_id = ?",
                        "DELETE FROM feedback_round WHERE assessment_id = ?")));
    }
}
