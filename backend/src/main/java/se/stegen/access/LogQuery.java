package se.stegen.access;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** Reads the log that {@link AccessLog} writes. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface LogQuery extends GenericRepository<LogRow, Long> {
    @Query("SELECT l.logged_at AS at, l.actor_id, a.name AS actor_name, l.subject_id, s.name AS subject_name, l.action,"
            + " l.object_kind, l.object_id FROM access_log l JOIN person s ON s.id = l.subject_id"
            + " LEFT JOIN person a ON a.id = l.actor_id"
            + " WHERE l.programme_id = :programmeId ORDER BY l.id DESC LIMIT :size OFFSET :offset")
    List<LogEntry> ofProgramme(long programmeId, int size, long offset);

    @Query("SELECT COUNT(*) FROM access_log l JOIN person s ON s.id = l.subject_id WHERE l.programme_id = :programmeId")
    long countOfProgramme(long programmeId);
}
