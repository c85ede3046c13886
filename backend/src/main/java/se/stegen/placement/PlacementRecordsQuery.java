package se.stegen.placement;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;

/** Reads what holds a placement: what its supervisor has signed, or been sent, on its days. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface PlacementRecordsQuery extends GenericRepository<PlacementRepository.PlacementRow, Long> {
    /** How many records. */
    @Introspected
    record Held(long sessions, long assessments) {}

    /** Records on the days of the placement that do not lie between the days that are kept. */
    @Query("SELECT (SELECT COUNT(*) FROM supervision s WHERE s.programme_id = :programmeId"
            + " AND s.supervisor_id = :supervisorId AND s.held_on BETWEEN :fromDay AND :toDay"
            + " AND (s.held_on < :keptFrom OR s.held_on > :keptTo) AND s.state IN ('SENT', 'RETURNED', 'SIGNED')"
            + " AND NOT EXISTS (SELECT 1 FROM voiding v WHERE v.record_kind = 'SUPERVISION' AND v.record_id = s.id))"
            + " AS sessions,"
            + " (SELECT COUNT(*) FROM assessment a WHERE a.programme_id = :programmeId"
            + " AND a.assessor_id = :supervisorId AND a.observed_on BETWEEN :fromDay AND :toDay"
            + " AND (a.observed_on < :keptFrom OR a.observed_on > :keptTo) AND a.state IN ('SENT', 'RETURNED', 'SIGNED')"
            + " AND NOT EXISTS (SELECT 1 FROM voiding v WHERE v.record_kind = 'ASSESSMENT' AND v.record_id = a.id))"
            + " AS assessments")
    Held heldOutside(
            long programmeId,
            long supervisorId,
            LocalDate fromDay,
            LocalDate toDay,
            LocalDate keptFrom,
            LocalDate keptTo);

    @Query("SELECT EXISTS (SELECT 1 FROM activity_evaluation WHERE placement_id = :placementId)")
    boolean evaluated(long placementId);
}
