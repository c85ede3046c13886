package se.stegen.assessment;

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
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.signing.RecordState;
import se.stegen.signing.SigningMethod;

@MappedEntity("assessment")
record AssessmentRow(
        @Id @GeneratedValue long id,
        long programmeId,
        long templateId,
        @Nullable Long assessorId,
        @Nullable String assessorEmail,
        LocalDate observedOn,
        String context,
        String competences,
        RecordState state,
        String answers,
        @Nullable Integer overall,
        String doMore,
        String workOn,
        long createdBy,
        LocalDateTime createdAt,
        LocalDateTime updatedAt,
        @Nullable LocalDateTime sentAt,
        @Nullable LocalDateTime signedAt,
        @Nullable Long signedBy,
        int version) {

    /** A request that was just started. */
    static AssessmentRow draft(
            long programmeId,
            long templateId,
            Assessor assessor,
            LocalDate observedOn,
            String context,
            String competences,
            long createdBy,
            LocalDateTime now) {
        return new AssessmentRow(
                0,
                programmeId,
                templateId,
                assessor.personId(),
                assessor.email(),
                observedOn,
                context,
                competences,
                RecordState.DRAFT,
                "{}",
                null,
                "",
                "",
                createdBy,
                now,
                now,
                null,
                null,
                null,
                0);
    }
}

/** An assessment with the names around it and its state as people see it (voided included). */
@Introspected
record AssessmentDetail(
        long id,
        long programmeId,
        long doctorId,
        String doctorName,
        String specialtyName,
        @Nullable Long assessorId,
        String assessorName,
        @Nullable String assessorEmail,
        long templateId,
        LocalDate observedOn,
        String context,
        String competences,
        String answers,
        @Nullable Integer overall,
        String doMore,
        String workOn,
        RecordState state,
        long createdBy,
        LocalDateTime updatedAt,
        @Nullable LocalDateTime sentAt,
        @Nullable LocalDateTime signedAt,
        SigningMethod signingMethod,
        int version) {}

/** An assessor's unsigned answer. */
@Introspected
record DraftRow(String answers, @Nullable Integer overall, String doMore, String workOn, LocalDateTime savedAt) {
    /**
     * Whether a caller builds on what stands there; its transaction holds the assessment. What stands nowhere is seen.
     *
     * @param seen when what the caller saw was saved; null where it saw nothing yet
     */
    static void requireSeen(Optional<DraftRow> stored, @Nullable LocalDateTime seen) {
        if (stored.isPresent() && !stored.get().savedAt().equals(seen)) {
            throw Problem.of(ProblemCode.STALE_VERSION);
        }
    }
}

@JdbcRepository(dialect = Dialect.MYSQL)
interface AssessmentQuery extends GenericRepository<AssessmentRow, Long> {
    String STATE = "CASE WHEN v.record_id IS NULL THEN a.state ELSE 'VOIDED' END AS state";
    String FROM = " FROM assessment a JOIN programme p ON p.id = a.programme_id JOIN person d ON d.id = p.person_id"
            + " LEFT JOIN person u ON u.id = a.assessor_id JOIN assessment_template t ON t.id = a.template_id"
            + " JOIN specialty y ON y.code = p.specialty_code"
            + " LEFT JOIN voiding v ON v.record_kind = 'ASSESSMENT' AND v.record_id = a.id";

    /** Who assesses: by account, else as the one without account signed, else the address that was asked. */
    String ASSESSOR_NAME = "COALESCE(u.name, a.assessor_name, a.assessor_email, '') AS assessor_name";

    AssessmentRow save(AssessmentRow row);

    @Query("SELECT a.id, a.programme_id, p.person_id AS doctor_id, d.name AS doctor_name, y.name AS specialty_name,"
            + " a.assessor_id, " + ASSESSOR_NAME
            + ", a.assessor_email, a.template_id, a.observed_on, a.context, a.competences,"
            + " a.answers, a.overall, a.do_more, a.work_on, " + STATE
            + ", a.created_by, a.updated_at, a.sent_at, a.signed_at, a.signing_method, a.version" + FROM
            + " WHERE a.id = :id")
    Optional<AssessmentDetail> find(long id);

    @Query("SELECT a.id, a.programme_id, d.name AS doctor_name, t.code AS template_code, t.name AS template_name,"
            + " t.name_en AS template_name_en, a.assessor_id, " + ASSESSOR_NAME + ", a.observed_on,"
            + " (SELECT GROUP_CONCAT(g.goal_code ORDER BY g.goal_code SEPARATOR ',') FROM assessment_goal g"
            + " WHERE g.assessment_id = a.id) AS goal_codes, a.overall, t.overall_steps, " + STATE
            + ", a.sent_at, a.signed_at,"
            + " a.state = 'SIGNED' AND a.signing_method = 'LINK' AND NOT EXISTS (SELECT 1 FROM assessment_confirmation k"
            + " WHERE k.assessment_id = a.id) AS unconfirmed" + FROM
            + " WHERE a.programme_id = :programmeId AND (:signedOnly = FALSE OR a.state = 'SIGNED')"
            + " ORDER BY a.observed_on DESC, a.id DESC LIMIT :size OFFSET :offset")
    List<AssessmentListItem> list(long programmeId, boolean signedOnly, int size, long offset);

    @Query("SELECT COUNT(*) FROM assessment a WHERE a.programme_id = :programmeId"
            + " AND (:signedOnly = FALSE OR a.state = 'SIGNED')")
    long count(long programmeId, boolean signedOnly);

    @Query("SELECT id FROM assessment WHERE id = :id FOR UPDATE")
    Optional<Long> hold(long id);

    @Query("UPDATE assessment SET template_id = :templateId, assessor_id = :assessorId,"
            + " assessor_email = :assessorEmail, observed_on = :observedOn, context = :context, competences = :competences, updated_at = :now, version = version + 1"
            + " WHERE id = :id AND version = :version AND state IN ('DRAFT', 'RETURNED')")
    int update(
            long id,
            int version,
            long templateId,
            @Nullable Long assessorId,
            @Nullable String assessorEmail,
            LocalDate observedOn,
            String context,
            String competences,
            LocalDateTime now);

    @Query("UPDATE assessment SET assessor_id = :assessorId, assessor_email = :assessorEmail, sent_at = :now,"
            + " updated_at = :now, version = version + 1 WHERE id = :id AND version = :version AND state = 'SENT'")
    int forward(long id, int version, @Nullable Long assessorId, @Nullable String assessorEmail, LocalDateTime now);

    @Query("UPDATE assessment SET state = :toState, updated_at = :now,"
            + " sent_at = CASE WHEN :toState = 'SENT' THEN :now ELSE sent_at END, version = version + 1"
            + " WHERE id = :id AND version = :version AND state = :fromState")
    int changeState(long id, int version, String fromState, String toState, LocalDateTime now);

    @Query("UPDATE assessment SET assessor_id = :assessorId, assessor_email = NULL, state = 'SENT', sent_at = :now,"
            + " updated_at = :now, version = version + 1 WHERE id = :id AND version = :version"
            + " AND state IN ('DRAFT', 'RETURNED', 'SENT')")
    int take(long id, int version, long assessorId, LocalDateTime now);

    @Query("UPDATE assessment SET state = 'SIGNED', updated_at = :now, signed_at = :now, signed_by = :actorId,"
            + " answers = :answers, overall = :overall, do_more = :doMore, work_on = :workOn, signing_method = :method,"
            + " version = version + 1 WHERE id = :id AND version = :version AND state = 'SENT'")
    int sign(
            long id,
            int version,
            long actorId,
            String answers,
            @Nullable Integer overall,
            String doMore,
            String workOn,
            String method,
            LocalDateTime now);

    @Query("UPDATE assessment SET template_id = :templateId WHERE id = :id AND version = :version"
            + " AND state IN ('DRAFT', 'RETURNED')")
    int moveTo(long id, int version, long templateId);

    /** How many have begun to answer. */
    @Query("SELECT COUNT(*) FROM assessment_draft WHERE assessment_id = :id AND answers <> '{}'")
    int answered(long id);

    @Query("DELETE FROM assessment WHERE id = :id AND version = :version AND state = 'DRAFT'")
    int delete(long id, int version);

    @Query("SELECT goal_code FROM assessment_goal WHERE assessment_id = :id ORDER BY goal_code")
    List<String> goals(long id);

    @Query("INSERT INTO assessment_goal (assessment_id, goal_code) VALUES (:id, :goalCode)")
    void addGoal(long id, String goalCode);

    @Query("DELETE FROM assessment_goal WHERE assessment_id = :id")
    void clearGoals(long id);

    @Query("SELECT answers, overall, do_more, work_on, saved_at FROM assessment_draft"
            + " WHERE assessment_id = :id AND assessor_id = :assessorId")
    Optional<DraftRow> draft(long id, long assessorId);

    @Query("INSERT INTO assessment_draft (assessment_id, assessor_id, answers, overall, do_more, work_on, saved_at)"
            + " VALUES (:id, :assessorId, :answers, :overall, :doMore, :workOn, :now) ON DUPLICATE KEY UPDATE"
            + " answers = :answers, overall = :overall, do_more = :doMore, work_on = :workOn, saved_at = :now")
    void saveDraft(
            long id,
            long assessorId,
            String answers,
            @Nullable Integer overall,
            String doMore,
            String workOn,
            LocalDateTime now);

    @Query("DELETE FROM assessment_draft WHERE assessment_id = :id")
    void clearDrafts(long id);

    @Query("SELECT id FROM assessment WHERE state = 'SENT' AND sent_at < :before ORDER BY sent_at LIMIT 500")
    List<Long> overdue(LocalDateTime before);

    @Query("SELECT COUNT(*) FROM person WHERE id = :id")
    long people(long id);

    @Query("SELECT id FROM person WHERE email = :email")
    Optional<Long> personByEmail(String email);
}
