package se.stegen.reminder;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;

/** Reads what has waited long. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface EscalationQuery extends GenericRepository<ReminderRepository.SettingRow, Long> {
    /** A clinic with its name. */
    @Introspected
    record Clinic(long id, String name) {}

    /** How much has waited long at a clinic. */
    @Introspected
    record Waiting(long clinicId, int waiting) {}

    /** The programmes with a post at the clinic today; asked in each part, so that none reads the whole region. */
    String IN_SCOPE = " JOIN person d ON d.id = p.person_id JOIN post o ON o.programme_id = p.id"
            + " AND o.clinic_id = :clinicId AND o.start_date <= :today AND (o.end_date IS NULL OR o.end_date >= :today)";

    @Query("SELECT w.* FROM ("
            + " SELECT 'SUPERVISION_TO_SIGN' AS kind, s.id AS record_id, s.programme_id, d.name AS doctor_name,"
            + "   u.name AS waits_for, s.sent_at AS since"
            + "  FROM programme p" + IN_SCOPE
            + "  JOIN supervision s ON s.programme_id = p.id AND s.state = 'SENT' AND s.sent_at < :before"
            + "  JOIN person u ON u.id = s.supervisor_id"
            + " UNION ALL SELECT 'ASSESSMENT_TO_SIGN', a.id, a.programme_id, d.name, COALESCE(u.name, a.assessor_email),"
            + "   a.sent_at"
            + "  FROM programme p" + IN_SCOPE
            + "  JOIN assessment a ON a.programme_id = p.id AND a.state = 'SENT' AND a.sent_at < :before"
            + "  LEFT JOIN person u ON u.id = a.assessor_id"
            + " UNION ALL SELECT 'IUP_TO_APPROVE', p.id, p.id, d.name, NULL, b.sent_at"
            + "  FROM programme p" + IN_SCOPE
            + "  JOIN iup i ON i.programme_id = p.id AND i.state = 'SENT'"
            + "  JOIN iup_submission b ON b.id = i.submission_id AND b.sent_at < :before"
            + " UNION ALL SELECT 'SUPERVISION_NOT_HELD', s.id, s.programme_id, d.name, u.name, CAST(s.held_on AS DATETIME(6))"
            + "  FROM programme p" + IN_SCOPE
            + "  JOIN supervision s ON s.programme_id = p.id AND s.state = 'PLANNED' AND s.held_on < :before"
            + "  JOIN person u ON u.id = s.supervisor_id"
            + ") w ORDER BY w.since, w.kind, w.record_id LIMIT 200")
    List<Escalation.Item> waiting(long clinicId, LocalDateTime before, LocalDate today);

    /** The same in numbers, of clinics whose guideline gives the same days. */
    @Query("SELECT w.clinic_id, COUNT(*) AS waiting FROM ("
            + " SELECT o.clinic_id FROM post o JOIN supervision s ON s.programme_id = o.programme_id"
            + "   AND ((s.state = 'SENT' AND s.sent_at < :before) OR (s.state = 'PLANNED' AND s.held_on < :before))"
            + "  WHERE o.clinic_id IN (:ids) AND o.start_date <= :today AND (o.end_date IS NULL OR o.end_date >= :today)"
            + " UNION ALL SELECT o.clinic_id FROM post o JOIN assessment a ON a.programme_id = o.programme_id"
            + "   AND a.state = 'SENT' AND a.sent_at < :before"
            + "  WHERE o.clinic_id IN (:ids) AND o.start_date <= :today AND (o.end_date IS NULL OR o.end_date >= :today)"
            + " UNION ALL SELECT o.clinic_id FROM post o JOIN iup i ON i.programme_id = o.programme_id AND i.state = 'SENT'"
            + "  JOIN iup_submission b ON b.id = i.submission_id AND b.sent_at < :before"
            + "  WHERE o.clinic_id IN (:ids) AND o.start_date <= :today AND (o.end_date IS NULL OR o.end_date >= :today)"
            + ") w GROUP BY w.clinic_id")
    List<Waiting> counts(Collection<Long> ids, LocalDateTime before, LocalDate today);

    @Query("SELECT id, name FROM clinic WHERE id IN (:ids) ORDER BY name, id")
    List<Clinic> clinics(Collection<Long> ids);
}
