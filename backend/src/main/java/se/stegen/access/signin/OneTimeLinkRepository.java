package se.stegen.access.signin;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDateTime;
import java.util.Optional;

/** Table {@code one_time_link}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface OneTimeLinkRepository extends GenericRepository<OneTimeLinkRepository.Row, Long> {
    /** A link; the token itself is kept nowhere. */
    @MappedEntity("one_time_link")
    record Row(
            @Id @GeneratedValue long id,
            String tokenHash,
            @Nullable Long personId,
            @Nullable Long createdBy,
            LocalDateTime createdAt,
            LocalDateTime expiresAt,
            @Nullable LocalDateTime usedAt) {}

    Row save(Row row);

    @Query("SELECT * FROM one_time_link WHERE token_hash = :tokenHash AND used_at IS NULL AND expires_at > :now")
    Optional<Row> open(String tokenHash, LocalDateTime now);

    @Query("UPDATE one_time_link SET used_at = :now WHERE id = :id AND used_at IS NULL AND expires_at > :now")
    int use(long id, LocalDateTime now);

    @Query(
            "UPDATE one_time_link SET expires_at = :now WHERE person_id = :personId AND used_at IS NULL AND expires_at > :now")
    void closeOf(long personId, LocalDateTime now);

    @Query(
            "UPDATE one_time_link SET expires_at = :now WHERE person_id IS NULL AND used_at IS NULL AND expires_at > :now")
    void closeOfFirstAdmin(LocalDateTime now);
}
