package se.stegen.report;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;

/** What the portfolio says of a year: one query for all of it, read only. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface AnnualQuery extends GenericRepository<AnnualQuery.ProgrammeRow, Long> {
    @MappedEntity("programme")
    record ProgrammeRow(@Id long id) {}

    @Query("SELECT section, day, until, title, title_en, number FROM ("
            + "SELECT 'SUPERVISION' AS section, s.held_on AS day, NULL AS until, u.name AS title, NULL AS title_en,"
            + "  NULL AS number FROM supervision s JOIN person u ON u.id = s.supervisor_id"
            + "  WHERE s.programme_id = :programmeId AND s.held_on BETWEEN :fromDay AND :toDay AND s.state = 'SIGNED'"
            + "  AND NOT EXISTS (SELECT 1 FROM voiding v WHERE v.record_kind = 'SUPERVISION' AND v.record_id = s.id)"
            + " UNION ALL SELECT 'ASSESSMENT', a.observed_on, NULL, t.name, t.name_en, a.overall FROM assessment a"
            + "  JOIN assessment_template t ON t.id = a.template_id"
            + "  WHERE a.programme_id = :programmeId AND a.observed_on BETWEEN :fromDay AND :toDay AND a.state = 'SIGNED'"
            + "  AND (a.signing_method <> 'LINK' OR EXISTS (SELECT 1 FROM assessment_confirmation k"
            + "   WHERE k.assessment_id = a.id))"
            + "  AND NOT EXISTS (SELECT 1 FROM voiding v WHERE v.record_kind = 'ASSESSMENT' AND v.record_id = a.id)"
            + " UNION ALL SELECT r.kind, r.dated_on, NULL, CONCAT(COALESCE(t.name, r.signed_by), ' (Överfört)'),"
            + "  CONCAT(COALESCE(t.name_en, r.signed_by), ' (transferred)'), NULL FROM transferred_record r"
            + "  LEFT JOIN assessment_template t ON t.id = r.template_id AND r.kind = 'ASSESSMENT'"
            + "  WHERE r.programme_id = :programmeId AND r.dated_on BETWEEN :fromDay AND :toDay"
            + "  AND r.kind IN ('SUPERVISION', 'ASSESSMENT')"
            + "  AND NOT EXISTS (SELECT 1 FROM transferred_voiding v WHERE v.record_id = r.id)"
            + " UNION ALL SELECT 'PLACEMENT', l.start_date, l.end_date, l.title, NULL, NULL FROM placement l"
            + "  WHERE l.programme_id = :programmeId AND l.start_date <= :toDay AND l.end_date >= :fromDay"
            + " UNION ALL SELECT 'COURSE', i.start_date, i.end_date, i.title, NULL, NULL FROM iup_item i"
            + "  WHERE i.programme_id = :programmeId AND i.kind = 'COURSE' AND i.end_date BETWEEN :fromDay AND :toDay"
            + " UNION ALL SELECT 'SELF_STUDY', NULL, NULL, '', NULL, SUM(y.hours) FROM self_study y"
            + "  WHERE y.programme_id = :programmeId AND y.studied_on BETWEEN :fromDay AND :toDay HAVING COUNT(*) > 0"
            + " UNION ALL SELECT 'TEACHING', NULL, NULL, e.kind, NULL, COUNT(*) FROM teaching_attendance d"
            + "  JOIN programme p ON p.person_id = d.person_id JOIN teaching_session e ON e.id = d.teaching_session_id"
            + "  WHERE p.id = :programmeId AND e.held_on BETWEEN :fromDay AND :toDay AND e.cancelled = FALSE"
            + "  GROUP BY e.kind"
            + " UNION ALL SELECT 'GOAL', n.attested_on, NULL, CONCAT(g.code, ' ', g.title), NULL, NULL"
            + "  FROM goal_attestation n JOIN programme r ON r.id = n.programme_id AND r.curriculum_id = n.curriculum_id"
            + "  JOIN goal g ON g.curriculum_id = n.curriculum_id AND g.code = n.goal_code"
            + "  WHERE n.programme_id = :programmeId AND n.attested_on BETWEEN :fromDay AND :toDay"
            + "  AND NOT EXISTS (SELECT 1 FROM goal_attestation_withdrawal w WHERE w.attestation_id = n.id)"
            + " UNION ALL SELECT 'PLAN', x.approved_on, NULL, '', NULL, x.number FROM iup_version x"
            + "  WHERE x.programme_id = :programmeId AND x.approved_on BETWEEN :fromDay AND :toDay"
            + " UNION ALL SELECT 'MEETING', m.held_on, NULL, m.kind, NULL, NULL FROM meeting m"
            + "  WHERE m.programme_id = :programmeId AND m.held_on BETWEEN :fromDay AND :toDay AND m.state = 'HELD'"
            + " UNION ALL SELECT 'ABSENCE', b.start_date, b.end_date, '', NULL, b.extent FROM leave_period b"
            + "  WHERE b.programme_id = :programmeId AND b.start_date <= :toDay"
            + "  AND (b.end_date IS NULL OR b.end_date >= :fromDay)"
            + ") year ORDER BY day, title")
    List<ReportLine> lines(long programmeId, LocalDate fromDay, LocalDate toDay);
}
