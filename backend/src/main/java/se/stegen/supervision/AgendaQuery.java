package se.stegen.supervision;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/** What is open in a portfolio, in numbers. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface AgendaQuery extends GenericRepository<SupervisionRow, Long> {
    /** Open things. */
    @Introspected
    record Open(int sessionsReturned, int assessmentsReturned, int unanswered) {}

    /** What was agreed at a session. */
    @Introspected
    record Agreed(LocalDate heldOn, String agreed) {}

    @Query("SELECT (SELECT COUNT(*) FROM supervision s WHERE s.programme_id = :programmeId AND s.state = 'RETURNED')"
            + " AS sessions_returned, (SELECT COUNT(*) FROM assessment a WHERE a.programme_id = :programmeId"
            + " AND a.state = 'RETURNED') AS assessments_returned, (SELECT COUNT(*) FROM assessment a"
            + " WHERE a.programme_id = :programmeId AND a.state = 'SENT' AND a.sent_at < :sentBefore) AS unanswered")
    Open open(long programmeId, LocalDateTime sentBefore);

    /** The latest session of the same two people before a day at which something was agreed. */
    @Query("SELECT s.held_on, s.agreed FROM supervision s WHERE s.programme_id = :programmeId"
            + " AND s.supervisor_id = :supervisorId AND s.id <> :sessionId AND s.held_on <= :day"
            + " AND s.state IN ('SENT', 'SIGNED') AND s.agreed <> '' AND NOT EXISTS (SELECT 1 FROM voiding v"
            + " WHERE v.record_kind = 'SUPERVISION' AND v.record_id = s.id) ORDER BY s.held_on DESC, s.id DESC LIMIT 1")
    Optional<Agreed> agreed(long programmeId, long supervisorId, long sessionId, LocalDate day);
}
