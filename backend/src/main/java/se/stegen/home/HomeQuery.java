package se.stegen.home;

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
import java.util.Collection;
import java.util.List;

@MappedEntity("notice")
record NoticeRow(
        @Id @GeneratedValue long id,
        long personId,
        String kind,
        @Nullable String argument,
        LocalDateTime createdAt,
        @Nullable LocalDateTime seenAt) {}

@JdbcRepository(dialect = Dialect.MYSQL)
interface HomeQuery extends GenericRepository<NoticeRow, Long> {
    int LIMIT = 200;

    /** Home clinic of the post in force, or of the next one; the same rule as in the access policy. */
    String CURRENT_CLINIC = "(SELECT o.clinic_id FROM post o WHERE o.programme_id = p.id"
            + " AND (o.end_date IS NULL OR o.end_date >= :today) ORDER BY o.start_date LIMIT 1)";

    /** Whether {@code o} is that post: for what is found by the clinics that somebody leads. */
    String CURRENT_POST = "o.id = (SELECT n.id FROM post n WHERE n.programme_id = o.programme_id"
            + " AND (n.end_date IS NULL OR n.end_date >= :today) ORDER BY n.start_date LIMIT 1)";

    String NOT_PREPARED = " AND NOT EXISTS (SELECT 1 FROM meeting_preparation r WHERE r.meeting_id = m.id"
            + " AND r.person_id = :personId AND r.shared_at IS NOT NULL)";

    /** What others ask of the person: as assessor, as supervisor, as a specialist of the clinic. */
    @Query("SELECT kind, record_id, programme_id, person_name, title, title_en, date, since FROM ("
            + " SELECT 'SUPERVISION_TO_SIGN' AS kind, s.id AS record_id, s.programme_id, d.name AS person_name,"
            + "   NULL AS title, NULL AS title_en, s.held_on AS date, s.sent_at AS since"
            + "  FROM supervision s JOIN programme p ON p.id = s.programme_id JOIN person d ON d.id = p.person_id"
            + "  WHERE s.supervisor_id = :personId AND s.state = 'SENT'"
            + " UNION ALL SELECT 'ASSESSMENT_TO_SIGN', a.id, a.programme_id, d.name, t.name, t.name_en, a.observed_on, a.sent_at"
            + "  FROM assessment a JOIN programme p ON p.id = a.programme_id JOIN person d ON d.id = p.person_id"
            + "  JOIN assessment_template t ON t.id = a.template_id"
            + "  WHERE a.assessor_id = :personId AND a.state = 'SENT'"
            + " UNION ALL SELECT 'ASSESSMENT_TO_CONFIRM', a.id, a.programme_id, d.name, t.name, t.name_en, a.observed_on,"
            + "   a.signed_at FROM main_supervisor m JOIN assessment a ON a.programme_id = m.programme_id"
            + "    AND a.state = 'SIGNED' AND a.signing_method = 'LINK'"
            + "  JOIN programme p ON p.id = a.programme_id JOIN person d ON d.id = p.person_id"
            + "  JOIN assessment_template t ON t.id = a.template_id"
            + "  WHERE m.person_id = :personId AND m.valid_from <= :today AND (m.valid_to IS NULL OR m.valid_to >= :today)"
            + "   AND NOT EXISTS (SELECT 1 FROM assessment_confirmation k WHERE k.assessment_id = a.id)"
            + "   AND NOT EXISTS (SELECT 1 FROM assessment_oddity y WHERE y.assessment_id = a.id AND y.kind = 'REPORTED')"
            + "   AND NOT EXISTS (SELECT 1 FROM voiding v WHERE v.record_kind = 'ASSESSMENT' AND v.record_id = a.id)"
            + " UNION ALL SELECT 'FEEDBACK_TO_ANSWER', f.id, f.programme_id, d.name, NULL, NULL, f.closes_on, r.asked_at"
            + "  FROM feedback_rater r JOIN feedback_round f ON f.id = r.round_id AND f.state = 'OPEN'"
            + "  JOIN programme p ON p.id = f.programme_id JOIN person d ON d.id = p.person_id"
            + "  WHERE r.person_id = :personId AND r.answered = FALSE AND f.closes_on >= :today"
            + " UNION ALL SELECT 'SURVEY_TO_ANSWER', s.id, NULL, c.name, NULL, NULL, s.closes_on, u.created_at"
            + "  FROM survey_invitee i JOIN survey s ON s.id = i.survey_id AND s.state = 'OPEN' AND s.closes_on >= :today"
            + "  JOIN survey_round u ON u.id = s.round_id JOIN clinic c ON c.id = s.clinic_id"
            + "  WHERE i.person_id = :personId AND i.answered = FALSE"
            + " UNION ALL SELECT 'COLLEGIUM_VIEWS', c.id, NULL, k.name, NULL, NULL, c.meets_on, s.asked_at"
            + "  FROM collegium_specialist s JOIN collegium c ON c.id = s.collegium_id AND c.state = 'PLANNED'"
            + "  JOIN clinic k ON k.id = c.clinic_id"
            + "  WHERE s.person_id = :personId AND s.answered_at IS NULL AND c.meets_on >= :today"
            + "   AND EXISTS (SELECT 1 FROM collegium_trainee t WHERE t.collegium_id = c.id AND t.off_reason IS NULL"
            + "    AND NOT EXISTS (SELECT 1 FROM collegium_conflict j WHERE j.specialist_id = s.id"
            + "     AND j.programme_id = t.programme_id))"
            + " UNION ALL SELECT 'COLLEGIUM_TALK', o.id, p.id, d.name, NULL, NULL, c.meets_on,"
            + "   COALESCE(c.closed_at, c.created_at)"
            + "  FROM main_supervisor m JOIN programme p ON p.id = m.programme_id JOIN person d ON d.id = p.person_id"
            + "  JOIN collegium_outcome o ON o.programme_id = p.id"
            + "  JOIN collegium c ON c.id = o.collegium_id AND c.state = 'CLOSED'"
            + "  WHERE m.person_id = :personId AND m.valid_from <= :today AND (m.valid_to IS NULL OR m.valid_to >= :today)"
            + "   AND NOT EXISTS (SELECT 1 FROM collegium_talk t WHERE t.outcome_id = o.id AND t.state = 'HELD')"
            + " UNION ALL SELECT 'IUP_TO_APPROVE', p.id, p.id, d.name, NULL, NULL, NULL, u.sent_at"
            + "  FROM main_supervisor m JOIN programme p ON p.id = m.programme_id JOIN person d ON d.id = p.person_id"
            + "  JOIN iup i ON i.programme_id = p.id AND i.state = 'SENT'"
            + "  JOIN iup_submission u ON u.id = i.submission_id AND u.approvers LIKE '%MAIN_SUPERVISOR%'"
            + "  WHERE m.person_id = :personId AND m.valid_from <= :today AND (m.valid_to IS NULL OR m.valid_to >= :today)"
            + "   AND p.person_id <> :personId"
            + "   AND NOT EXISTS (SELECT 1 FROM iup_approval v WHERE v.submission_id = u.id AND v.approver = 'MAIN_SUPERVISOR')"
            + " UNION ALL SELECT 'ANNUAL_REPORT_TO_COMMENT', r.id, p.id, d.name, NULL, NULL, NULL, r.sent_at"
            + "  FROM main_supervisor m JOIN annual_report r ON r.programme_id = m.programme_id AND r.state = 'SENT'"
            + "  JOIN programme p ON p.id = r.programme_id JOIN person d ON d.id = p.person_id"
            + "  WHERE m.person_id = :personId AND m.valid_from <= :today AND (m.valid_to IS NULL OR m.valid_to >= :today)"
            + "   AND NOT EXISTS (SELECT 1 FROM supervisor_report c WHERE c.annual_report_id = r.id AND c.state = 'SENT')"
            + " UNION ALL SELECT 'SUPPORT_FOLLOW_UP', s.id, p.id, d.name, NULL, NULL, f.due_on, s.updated_at"
            + "  FROM main_supervisor m JOIN programme p ON p.id = m.programme_id JOIN person d ON d.id = p.person_id"
            + "  JOIN support_plan s ON s.programme_id = p.id AND s.state = 'OPEN'"
            + "  JOIN support_plan_follow_up f ON f.support_plan_id = s.id AND f.held_on IS NULL AND f.due_on <= :today"
            + "  WHERE m.person_id = :personId AND m.valid_from <= :today AND (m.valid_to IS NULL OR m.valid_to >= :today)"
            + "   AND p.person_id <> :personId"
            + " UNION ALL SELECT 'REVIEW_ACTION', a.id, NULL, c.name, COALESCE(a.item_code, a.area),"
            + "   COALESCE(a.item_code, a.area), a.due_on, a.updated_at"
            + "  FROM review_action a JOIN review r ON r.id = a.review_id AND r.state = 'CONFIRMED'"
            + "  JOIN clinic c ON c.id = r.clinic_id"
            + "  WHERE a.owner_id = :personId AND a.state IN ('OPEN', 'IN_PROGRESS') AND a.due_on <= :actionsUntil"
            + " UNION ALL SELECT 'SELF_EVALUATION', e.id, NULL, c.name, NULL, NULL, NULL, e.passed_at"
            + "  FROM self_evaluation e JOIN clinic c ON c.id = e.clinic_id"
            + "  WHERE e.owner_id = :personId AND e.state = 'OPEN' AND e.passed_at IS NOT NULL"
            + "   AND e.clinic_id IN (:reviewedAt)"
            + " UNION ALL SELECT 'NOTICE', n.id, NULL, n.argument, n.kind, n.kind, NULL, n.created_at"
            + "  FROM notice n WHERE n.person_id = :personId AND n.seen_at IS NULL"
            + ") todo ORDER BY since LIMIT " + LIMIT)
    List<TodoItem> asked(long personId, Collection<Long> reviewedAt, LocalDate today, LocalDate actionsUntil);

    /** Whether the person is a doctor in training. */
    @Query("SELECT COUNT(*) FROM programme WHERE person_id = :personId")
    int programmes(long personId);

    /** What waits in the person's own programmes. */
    @Query("SELECT kind, record_id, programme_id, person_name, title, title_en, date, since FROM ("
            + " SELECT CASE s.state WHEN 'RETURNED' THEN 'SUPERVISION_RETURNED' WHEN 'SENT' THEN 'SUPERVISION_WAITING'"
            + "   WHEN 'PLANNED' THEN 'SUPERVISION_DUE' ELSE 'SUPERVISION_DRAFT' END AS kind, s.id AS record_id, s.programme_id,"
            + "   u.name AS person_name, NULL AS title, NULL AS title_en, s.held_on AS date,"
            + "   COALESCE(s.sent_at, s.updated_at) AS since"
            + "  FROM supervision s JOIN programme p ON p.id = s.programme_id JOIN person u ON u.id = s.supervisor_id"
            + "  WHERE p.person_id = :personId"
            + "   AND (s.state IN ('RETURNED', 'DRAFT', 'SENT') OR (s.state = 'PLANNED' AND s.held_on <= :today))"
            + " UNION ALL SELECT CASE a.state WHEN 'RETURNED' THEN 'ASSESSMENT_RETURNED' WHEN 'SENT' THEN 'ASSESSMENT_WAITING'"
            + "   ELSE 'ASSESSMENT_DRAFT' END, a.id, a.programme_id,"
            + "   COALESCE(u.name, a.assessor_email, ''), t.name, t.name_en, a.observed_on, COALESCE(a.sent_at, a.updated_at)"
            + "  FROM assessment a JOIN programme p ON p.id = a.programme_id LEFT JOIN person u ON u.id = a.assessor_id"
            + "  JOIN assessment_template t ON t.id = a.template_id"
            + "  WHERE p.person_id = :personId AND a.state IN ('RETURNED', 'DRAFT', 'SENT')"
            + " UNION ALL SELECT CASE i.state WHEN 'RETURNED' THEN 'IUP_RETURNED' ELSE 'IUP_WAITING' END, p.id, p.id,"
            + "   NULL, NULL, NULL, NULL, i.changed_at"
            + "  FROM programme p JOIN iup i ON i.programme_id = p.id AND i.state IN ('RETURNED', 'SENT')"
            + "  WHERE p.person_id = :personId"
            + " UNION ALL SELECT 'COLLEGIUM_OWN', c.id, t.programme_id, k.name, NULL, NULL, c.meets_on, c.created_at"
            + "  FROM programme p JOIN collegium_trainee t ON t.programme_id = p.id AND t.off_reason IS NULL AND NOT t.own_done"
            + "  JOIN collegium c ON c.id = t.collegium_id AND c.state = 'PLANNED' JOIN clinic k ON k.id = c.clinic_id"
            + "  WHERE p.person_id = :personId AND c.meets_on >= :today"
            + " UNION ALL SELECT 'COLLEGIUM_OUTCOME', o.id, p.id, k.name, NULL, NULL, c.meets_on,"
            + "   COALESCE(c.closed_at, c.created_at)"
            + "  FROM programme p JOIN collegium_outcome o ON o.programme_id = p.id AND o.read_at IS NULL"
            + "  JOIN collegium c ON c.id = o.collegium_id AND c.state = 'CLOSED' JOIN clinic k ON k.id = c.clinic_id"
            + "  WHERE p.person_id = :personId"
            + " UNION ALL SELECT 'MEETING_TO_PREPARE', m.id, p.id, h.name, m.kind, m.kind, m.held_on, m.created_at"
            + "  FROM programme p JOIN meeting m ON m.programme_id = p.id JOIN person h ON h.id = m.holder_id"
            + "  WHERE p.person_id = :personId AND m.state = 'PLANNED' AND m.held_on BETWEEN :today AND :soon"
            + NOT_PREPARED
            + ") todo ORDER BY since LIMIT " + LIMIT)
    List<TodoItem> own(long personId, LocalDate today, LocalDate soon);

    /**
     * What waits for who leads clinics, found by the clinics' posts: the whole region's is never read. One of them may be
     * asked of the same person as a supervisor, too.
     */
    @Query("SELECT kind, record_id, programme_id, person_name, title, title_en, date, since FROM ("
            + " SELECT 'MEETING_TO_PREPARE' AS kind, m.id AS record_id, p.id AS programme_id, d.name AS person_name,"
            + "   m.kind AS title, m.kind AS title_en, m.held_on AS date, m.created_at AS since"
            + "  FROM meeting m JOIN programme p ON p.id = m.programme_id JOIN person d ON d.id = p.person_id"
            + "  WHERE m.holder_id = :personId AND m.state = 'PLANNED' AND m.held_on BETWEEN :today AND :soon"
            + "   AND " + CURRENT_CLINIC + " IN (:ledAt)" + NOT_PREPARED
            + " UNION ALL SELECT 'MEETING_TO_CLOSE', m.id, p.id, d.name, m.kind, m.kind, m.held_on, m.created_at"
            + "  FROM meeting m JOIN programme p ON p.id = m.programme_id JOIN person d ON d.id = p.person_id"
            + "  WHERE m.holder_id = :personId AND m.state = 'PLANNED' AND m.held_on <= :today"
            + "   AND " + CURRENT_CLINIC + " IN (:ledAt)"
            + " UNION ALL SELECT 'IUP_TO_APPROVE', p.id, p.id, d.name, NULL, NULL, NULL, u.sent_at"
            + "  FROM post o JOIN programme p ON p.id = o.programme_id JOIN person d ON d.id = p.person_id"
            + "  JOIN iup i ON i.programme_id = p.id AND i.state = 'SENT' JOIN iup_submission u ON u.id = i.submission_id"
            + "  WHERE o.clinic_id IN (:ledAt) AND " + CURRENT_POST + " AND p.person_id <> :personId"
            + "   AND ((o.clinic_id IN (:studierektorAt) AND u.approvers LIKE '%STUDIEREKTOR%'"
            + "     AND NOT EXISTS (SELECT 1 FROM iup_approval v WHERE v.submission_id = u.id AND v.approver = 'STUDIEREKTOR'))"
            + "    OR (o.clinic_id IN (:headAt) AND u.approvers LIKE '%CLINIC_HEAD%'"
            + "     AND NOT EXISTS (SELECT 1 FROM iup_approval v WHERE v.submission_id = u.id AND v.approver = 'CLINIC_HEAD')))"
            + " UNION ALL SELECT 'REPORTS_TO_READ', r.id, p.id, d.name, NULL, NULL, NULL, c.sent_at"
            + "  FROM post o JOIN programme p ON p.id = o.programme_id JOIN person d ON d.id = p.person_id"
            + "  JOIN annual_report r ON r.programme_id = p.id"
            + "  JOIN supervisor_report c ON c.annual_report_id = r.id AND c.read_by IS NULL AND c.state = 'SENT'"
            + "  WHERE o.clinic_id IN (:studierektorAt) AND " + CURRENT_POST
            + " UNION ALL SELECT 'SUPPORT_FOLLOW_UP', s.id, p.id, d.name, NULL, NULL, f.due_on, s.updated_at"
            + "  FROM post o JOIN programme p ON p.id = o.programme_id JOIN person d ON d.id = p.person_id"
            + "  JOIN support_plan s ON s.programme_id = p.id AND s.state = 'OPEN'"
            + "  JOIN support_plan_follow_up f ON f.support_plan_id = s.id AND f.held_on IS NULL AND f.due_on <= :today"
            + "  WHERE o.clinic_id IN (:ledAt) AND " + CURRENT_POST + " AND p.person_id <> :personId"
            + ") todo ORDER BY since LIMIT " + LIMIT)
    List<TodoItem> led(
            long personId,
            Collection<Long> studierektorAt,
            Collection<Long> headAt,
            Collection<Long> ledAt,
            LocalDate today,
            LocalDate soon);

    @Query("UPDATE notice SET seen_at = :now WHERE id = :id AND person_id = :personId AND seen_at IS NULL")
    int dismiss(long id, long personId, LocalDateTime now);
}
