package se.stegen.assessment;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDateTime;
import java.util.Optional;

/** Table {@code assessment_code}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface CodeRepository extends GenericRepository<CodeRepository.Row, String> {
    /** A code. */
    @MappedEntity("assessment_code")
    record Row(
            @Id String tokenHash,
            long assessmentId,
            LocalDateTime createdAt,
            LocalDateTime expiresAt,
            @Nullable Long usedBy) {}

    @Query("INSERT INTO assessment_code (token_hash, assessment_id, created_at, expires_at)"
            + " VALUES (:tokenHash, :assessmentId, :now, :expiresAt)")
    void add(String tokenHash, long assessmentId, LocalDateTime now, LocalDateTime expiresAt);

    Optional<Row> findById(String tokenHash);

    @Query("UPDATE assessment_code SET used_by = :personId WHERE token_hash = :tokenHash AND used_by IS NULL"
            + " AND expires_at > :now")
    int use(String tokenHash, long personId, LocalDateTime now);

    @Query("DELETE FROM assessment_code WHERE assessment_id = :assessmentId AND used_by IS NULL")
    void closeOf(long assessmentId);
}
