package se.stegen.selfevaluation;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import se.stegen.guideline.IndicatorCode;
import se.stegen.guideline.LightStatus;

/** Tables {@code self_evaluation}, {@code self_evaluation_answer} and {@code self_evaluation_figure}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface SelfEvaluationRepository extends GenericRepository<SelfEvaluationRepository.Row, Long> {
    @MappedEntity("self_evaluation")
    record Row(
            @Id @GeneratedValue long id,
            long clinicId,
            String regulations,
            SelfEvaluationState state,
            long ownerId,
            @Nullable LocalDateTime passedAt,
            long startedBy,
            LocalDateTime startedAt,
            int version) {}

    /** An answer. */
    @Introspected
    record Answer(
            String itemCode,
            @Nullable Judgement judgement,
            String text,
            @Nullable Long actionId,
            String changedByName,
            LocalDateTime changedAt,
            int version) {
        /** Whether somebody wrote it, now or before: the row that an action hangs on may be nobody's words. */
        boolean written() {
            return judgement != null || !text.isEmpty() || version > 1;
        }
    }

    /** A figure that was kept. */
    @Introspected
    record Kept(
            IndicatorCode indicator,
            LightStatus status,
            @Nullable Integer met,
            @Nullable Integer applicable,
            @Nullable String value,
            String rule) {}

    /** Somebody who may take it over. */
    @Introspected
    record Candidate(long personId, String name) {}

    String EVALUATION = "SELECT e.id, e.clinic_id, c.name AS clinic_name, e.regulations, e.state, e.owner_id,"
            + " o.name AS owner_name, s.name AS started_by_name, e.started_at, f.name AS finished_by_name, e.finished_on,"
            + " e.survey_id, (SELECT COUNT(*) FROM self_evaluation_answer a WHERE a.self_evaluation_id = e.id"
            + "  AND a.judgement IS NOT NULL) AS judged, e.version FROM self_evaluation e"
            + " JOIN clinic c ON c.id = e.clinic_id JOIN person o ON o.id = e.owner_id"
            + " JOIN person s ON s.id = e.started_by LEFT JOIN person f ON f.id = e.finished_by ";

    Row save(Row row);

    @Query(EVALUATION + "WHERE e.id = :evaluationId")
    Optional<SelfEvaluation> evaluation(long evaluationId);

    @Query(EVALUATION + "WHERE e.clinic_id = :clinicId ORDER BY e.started_at DESC, e.id DESC")
    List<SelfEvaluation> ofClinic(long clinicId);

    @Query("SELECT COUNT(*) FROM self_evaluation WHERE clinic_id = :clinicId AND state = 'OPEN'")
    int open(long clinicId);

    @Query("SELECT id FROM clinic WHERE id = :clinicId FOR UPDATE")
    long lockClinic(long clinicId);

    @Query("SELECT state FROM self_evaluation WHERE id = :evaluationId FOR UPDATE")
    String lock(long evaluationId);

    @Query("SELECT DISTINCT p.regulation FROM post o JOIN programme p ON p.id = o.programme_id"
            + " WHERE o.clinic_id = :clinicId AND o.start_date <= :day AND (o.end_date IS NULL OR o.end_date >= :day)"
            + " ORDER BY p.regulation")
    List<String> regulationsAt(long clinicId, LocalDate day);

    /** The answers; an action whose review was voided is none, so that another can be made. */
    @Query(
            "SELECT a.item_code, a.judgement, a.text, CASE WHEN r.id IS NULL THEN NULL ELSE a.action_id END AS action_id,"
                    + " p.name AS changed_by_name, a.changed_at, a.version"
                    + " FROM self_evaluation_answer a JOIN person p ON p.id = a.changed_by"
                    + " LEFT JOIN review_action x ON x.id = a.action_id"
                    + " LEFT JOIN review r ON r.id = x.review_id AND r.state <> 'VOIDED'"
                    + " WHERE a.self_evaluation_id = :evaluationId")
    List<Answer> answers(long evaluationId);

    @Query("INSERT IGNORE INTO self_evaluation_answer (self_evaluation_id, item_code, judgement, text, changed_by,"
            + " changed_at, version) VALUES (:evaluationId, :itemCode, :judgement, :words, :personId, :now, 1)")
    int addAnswer(
            long evaluationId,
            String itemCode,
            @Nullable String judgement,
            String words,
            long personId,
            LocalDateTime now);

    @Query("UPDATE self_evaluation_answer SET judgement = :judgement, text = :words, changed_by = :personId,"
            + " changed_at = :now, version = version + 1"
            + " WHERE self_evaluation_id = :evaluationId AND item_code = :itemCode AND version = :version")
    int changeAnswer(
            long evaluationId,
            String itemCode,
            int version,
            @Nullable String judgement,
            String words,
            long personId,
            LocalDateTime now);

    @Query("UPDATE self_evaluation_answer SET action_id = :actionId"
            + " WHERE self_evaluation_id = :evaluationId AND item_code = :itemCode")
    int madeAction(long evaluationId, String itemCode, long actionId);

    @Query("SELECT indicator, status, met, applicable, value, rule FROM self_evaluation_figure"
            + " WHERE self_evaluation_id = :evaluationId ORDER BY id")
    List<Kept> kept(long evaluationId);

    @Query("INSERT INTO self_evaluation_figure (self_evaluation_id, indicator, status, met, applicable, value, rule)"
            + " VALUES (:evaluationId, :indicator, :status, :met, :applicable, :shown, :rule)")
    void keep(
            long evaluationId,
            String indicator,
            String status,
            @Nullable Integer met,
            @Nullable Integer applicable,
            @Nullable String shown,
            String rule);

    @Query("UPDATE self_evaluation SET owner_id = :ownerId, passed_at = :now, version = version + 1"
            + " WHERE id = :evaluationId AND state = 'OPEN' AND version = :version")
    int pass(long evaluationId, int version, long ownerId, LocalDateTime now);

    @Query("UPDATE self_evaluation SET state = 'FINISHED', finished_by = :personId, finished_on = :day,"
            + " survey_id = :surveyId, version = version + 1 WHERE id = :evaluationId AND state = 'OPEN'"
            + " AND version = :version")
    int finish(long evaluationId, int version, long personId, LocalDate day, @Nullable Long surveyId);

    /** Studierektor and heads of the clinic and of the organisations above it, and the overall ones there. */
    @Query("WITH RECURSIVE above (id, parent_id, depth) AS ("
            + " SELECT o.id, o.parent_id, 0 FROM clinic c JOIN organisation o ON o.id = c.organisation_id"
            + "  WHERE c.id = :clinicId"
            + " UNION ALL SELECT o.id, o.parent_id, a.depth + 1 FROM above a JOIN organisation o ON o.id = a.parent_id"
            + "  WHERE a.depth < 20)"
            + " SELECT DISTINCT p.id AS person_id, p.name FROM role_assignment r JOIN person p ON p.id = r.person_id"
            + "  WHERE r.role IN ('STUDIEREKTOR', 'CLINIC_HEAD', 'OVERALL_STUDIEREKTOR') AND r.valid_from <= :day"
            + "   AND (r.valid_to IS NULL OR r.valid_to >= :day)"
            + "   AND ((r.scope_type = 'CLINIC' AND r.scope_id = :clinicId)"
            + "    OR (r.scope_type = 'ORGANISATION' AND r.scope_id IN (SELECT id FROM above)))"
            + " ORDER BY p.name, p.id")
    List<Candidate> candidates(long clinicId, LocalDate day);
}
