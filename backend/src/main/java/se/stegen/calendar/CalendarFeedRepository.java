package se.stegen.calendar;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDateTime;
import java.util.Optional;

/** Table {@code calendar_feed}, and whether a person wants invitations. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface CalendarFeedRepository extends GenericRepository<CalendarFeedRepository.Row, Long> {
    /** One feed. */
    @MappedEntity("calendar_feed")
    record Row(
            @Id long personId,
            String tokenHash,
            LocalDateTime createdAt,
            @Nullable LocalDateTime lastFetchedAt,
            @Nullable String lastFetchedBy) {}

    Optional<Row> findById(long personId);

    Optional<Row> findByTokenHash(String tokenHash);

    @Query("INSERT INTO calendar_feed (person_id, token_hash, created_at) VALUES (:personId, :tokenHash, :now)"
            + " ON DUPLICATE KEY UPDATE token_hash = :tokenHash, created_at = :now, last_fetched_at = NULL,"
            + " last_fetched_by = NULL")
    void make(long personId, String tokenHash, LocalDateTime now);

    @Query("DELETE FROM calendar_feed WHERE person_id = :personId")
    void remove(long personId);

    @Query("UPDATE calendar_feed SET last_fetched_at = :now, last_fetched_by = :program WHERE token_hash = :tokenHash")
    void fetched(String tokenHash, @Nullable String program, LocalDateTime now);

    @Query("SELECT wants_invitations FROM person WHERE id = :personId")
    boolean wantsInvitations(long personId);

    @Query("UPDATE person SET wants_invitations = :wanted WHERE id = :personId")
    void wantInvitations(long personId, boolean wanted);
}
