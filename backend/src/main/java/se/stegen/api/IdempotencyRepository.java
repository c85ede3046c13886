package se.stegen.api;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDateTime;
import java.util.Optional;

/** Table {@code idempotency_key}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface IdempotencyRepository extends GenericRepository<IdempotencyRepository.Row, String> {
    /** A call; without a status it is under way. */
    @MappedEntity("idempotency_key")
    record Row(
            @Id String idempotencyKey,
            long personId,
            String requestHash,
            @Nullable Integer status,
            @Nullable String response,
            LocalDateTime createdAt) {}

    @Query("SELECT * FROM idempotency_key WHERE person_id = :personId AND idempotency_key = :key")
    Optional<Row> find(long personId, String key);

    @Query("INSERT IGNORE INTO idempotency_key (person_id, idempotency_key, request_hash, created_at)"
            + " VALUES (:personId, :key, :hash, :now)")
    int insert(long personId, String key, String hash, LocalDateTime now);

    @Query("UPDATE idempotency_key SET status = :status, response = :response"
            + " WHERE person_id = :personId AND idempotency_key = :key")
    void answer(long personId, String key, int status, @Nullable String response);

    @Query("DELETE FROM idempotency_key WHERE person_id = :personId AND idempotency_key = :key")
    void remove(long personId, String key);

    @Query(
            "DELETE FROM idempotency_key WHERE person_id = :personId AND idempotency_key = :key AND created_at < :before")
    void removeOld(long personId, String key, LocalDateTime before);

    @Query("DELETE FROM idempotency_key WHERE created_at < :before")
    void clean(LocalDateTime before);
}
