package se.stegen.access.signin;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDateTime;
import java.util.Optional;

/** Table {@code signing_pin}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface PinRepository extends GenericRepository<PinRepository.Row, Long> {
    /** A PIN. */
    @MappedEntity("signing_pin")
    record Row(@Id long personId, String pinHash, int failures, LocalDateTime setAt) {}

    Optional<Row> findById(long personId);

    @Query("INSERT INTO signing_pin (person_id, pin_hash, failures, set_at) VALUES (:personId, :hash, 0, :now)"
            + " ON DUPLICATE KEY UPDATE pin_hash = :hash, failures = 0, set_at = :now")
    void set(long personId, String hash, LocalDateTime now);

    @Query("UPDATE signing_pin SET failures = failures + 1 WHERE person_id = :personId")
    void guess(long personId);

    @Query("UPDATE signing_pin SET failures = 0 WHERE person_id = :personId")
    void right(long personId);

    @Query("DELETE FROM signing_pin WHERE person_id = :personId")
    int remove(long personId);
}
