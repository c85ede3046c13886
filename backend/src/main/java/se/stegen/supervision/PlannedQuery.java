package se.stegen.supervision;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import se.stegen.signing.RecordState;

/** Sessions that were planned: which were held, which were not. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface PlannedQuery extends GenericRepository<SupervisionRow, Long> {
    /** A planned session that is over; the reason is that of its latest step. */
    @Introspected
    record Row(
            long id,
            long programmeId,
            String doctorName,
            LocalDate date,
            String supervisorName,
            RecordState state,
            @Nullable String reason) {}

    String COLUMNS =
            "SELECT s.id, s.programme_id, d.name AS doctor_name, s.held_on AS date, u.name AS supervisor_name, s.state,"
                    + " (SELECT c.reason FROM state_change c WHERE c.record_kind = 'SUPERVISION' AND c.record_id = s.id"
                    + "  AND c.to_state = 'CANCELLED' ORDER BY c.id DESC LIMIT 1) AS reason";

    // Planned once is what began as planned; what is planned now and lies within the silent days is not judged yet. The
    // steps are looked up by session: with EXISTS, MariaDB reads all there are.
    String PLANNED = " JOIN programme p ON p.id = s.programme_id JOIN person d ON d.id = p.person_id"
            + " JOIN person u ON u.id = s.supervisor_id"
            + " WHERE s.held_on >= :since AND s.held_on <= :today"
            + " AND (s.state = 'CANCELLED' OR (s.state = 'PLANNED' AND s.held_on < :silentSince)"
            + "  OR (s.state NOT IN ('CANCELLED', 'PLANNED') AND (SELECT MIN(b.id) FROM state_change b"
            + "   WHERE b.record_kind = 'SUPERVISION' AND b.record_id = s.id AND b.to_state = 'PLANNED') IS NOT NULL))";
    String BY_DOCTOR = " ORDER BY d.name, s.programme_id, s.held_on DESC, s.id DESC";

    @Query(COLUMNS + " FROM supervision s" + PLANNED + " AND s.programme_id = :programmeId" + BY_DOCTOR)
    List<Row> ofProgramme(long programmeId, LocalDate since, LocalDate silentSince, LocalDate today);

    @Query(COLUMNS + " FROM post o JOIN supervision s ON s.programme_id = o.programme_id" + PLANNED
            + " AND o.clinic_id = :clinicId AND o.start_date <= :today AND (o.end_date IS NULL OR o.end_date >= :today)"
            + BY_DOCTOR)
    List<Row> ofClinic(long clinicId, LocalDate since, LocalDate silentSince, LocalDate today);
}
