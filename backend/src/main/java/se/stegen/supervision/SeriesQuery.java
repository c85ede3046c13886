package se.stegen.supervision;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** Series of sessions, and what they are proposed from. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface SeriesQuery extends GenericRepository<SupervisionRow, Long> {
    /** A full leave. */
    @Introspected
    record FullLeave(LocalDate startDate, @Nullable LocalDate endDate) {
        boolean contains(LocalDate day) {
            return !day.isBefore(startDate) && (endDate == null || !day.isAfter(endDate));
        }
    }

    /** 0 where the same booking was made before. */
    @Query("INSERT IGNORE INTO supervision_series (programme_id, request_key, created_by, created_at)"
            + " VALUES (:programmeId, :requestKey, :createdBy, :now)")
    int add(long programmeId, String requestKey, long createdBy, LocalDateTime now);

    @Query("SELECT id FROM supervision_series WHERE programme_id = :programmeId AND request_key = :requestKey")
    long find(long programmeId, String requestKey);

    @Query("SELECT id FROM supervision WHERE series_id = :seriesId ORDER BY held_on, id")
    List<Long> sessions(long seriesId);

    /** The planned sessions of a series that come after a day. */
    @Query("SELECT id FROM supervision WHERE series_id = :seriesId AND state = 'PLANNED' AND held_on > :after"
            + " ORDER BY held_on, id")
    List<Long> rest(long seriesId, LocalDate after);

    /** The days of the planned sessions of a series that come after a day. */
    @Query("SELECT held_on FROM supervision WHERE series_id = :seriesId AND state = 'PLANNED' AND held_on > :after"
            + " ORDER BY held_on, id")
    List<LocalDate> restDays(long seriesId, LocalDate after);

    /** Sessions in a period that count for the guideline, or will: voided and cancelled ones and those missed do not. */
    @Query("SELECT COUNT(*) FROM supervision s WHERE s.programme_id = :programmeId AND s.held_on > :after"
            + " AND s.held_on <= :until AND (s.state IN ('DRAFT', 'SENT', 'RETURNED')"
            + " OR (s.state = 'PLANNED' AND s.held_on >= :today) OR (s.state = 'SIGNED' AND NOT EXISTS"
            + " (SELECT 1 FROM voiding v WHERE v.record_kind = 'SUPERVISION' AND v.record_id = s.id)))")
    int counting(long programmeId, LocalDate after, LocalDate until, LocalDate today);

    /** Days on which a session is planned already. */
    @Query("SELECT held_on FROM supervision WHERE programme_id = :programmeId AND state = 'PLANNED'"
            + " AND held_on >= :since")
    List<LocalDate> planned(long programmeId, LocalDate since);

    @Query("SELECT start_date, end_date FROM leave_period WHERE programme_id = :programmeId AND extent = 100")
    List<FullLeave> leaves(long programmeId);
}
