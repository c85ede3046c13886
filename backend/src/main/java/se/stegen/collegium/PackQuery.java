package se.stegen.collegium;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;

/** What a pack reads of a doctor's portfolio: signed and not voided. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface PackQuery extends GenericRepository<CollegiumRow, Long> {
    @Query("SELECT COUNT(*) FROM supervision s WHERE s.programme_id = :programmeId AND s.state = 'SIGNED'"
            + " AND s.held_on BETWEEN :fromDay AND :toDay AND NOT EXISTS (SELECT 1 FROM voiding v"
            + "  WHERE v.record_kind = 'SUPERVISION' AND v.record_id = s.id)")
    int supervisions(long programmeId, LocalDate fromDay, LocalDate toDay);

    @Query("SELECT a.observed_on AS day, t.name AS form, t.name_en AS form_en,"
            + " COALESCE(u.name, a.assessor_name, a.assessor_email, '') AS assessor, a.overall, a.do_more, a.work_on"
            + " FROM assessment a JOIN assessment_template t ON t.id = a.template_id"
            + " LEFT JOIN person u ON u.id = a.assessor_id"
            + " WHERE a.programme_id = :programmeId AND a.state = 'SIGNED' AND a.observed_on BETWEEN :fromDay AND :toDay"
            + " AND NOT EXISTS (SELECT 1 FROM voiding v WHERE v.record_kind = 'ASSESSMENT' AND v.record_id = a.id)"
            + " AND NOT EXISTS (SELECT 1 FROM assessment_oddity y WHERE y.assessment_id = a.id AND y.kind = 'REPORTED'"
            + "  AND NOT EXISTS (SELECT 1 FROM assessment_oddity_check q WHERE q.oddity_id = y.id))"
            + " ORDER BY a.observed_on DESC, a.id DESC LIMIT 200")
    List<CollegiumPack.Assessed> assessments(long programmeId, LocalDate fromDay, LocalDate toDay);

    @Query("SELECT l.start_date AS `from`, l.end_date AS `to`, l.extent FROM leave_period l"
            + " WHERE l.programme_id = :programmeId AND l.start_date <= :toDay"
            + " AND (l.end_date IS NULL OR l.end_date >= :fromDay) ORDER BY l.start_date, l.id")
    List<CollegiumPack.Absence> leaves(long programmeId, LocalDate fromDay, LocalDate toDay);
}
