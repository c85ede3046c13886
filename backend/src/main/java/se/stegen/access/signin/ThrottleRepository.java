package se.stegen.access.signin;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDateTime;
import java.util.Optional;

/** Table {@code throttle}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface ThrottleRepository extends GenericRepository<ThrottleRepository.Row, String> {
    /** Guesses in a window of time. */
    @MappedEntity("throttle")
    record Row(@Id String bucket, int failures, LocalDateTime windowStart) {}

    Optional<Row> findById(String bucket);

    @Query("INSERT INTO throttle (bucket, failures, window_start) VALUES (:bucket, 1, :now) ON DUPLICATE KEY UPDATE"
            + " failures = IF(window_start <= :cutoff, 1, failures + 1),"
            + " window_start = IF(window_start <= :cutoff, :now, window_start)")
    void count(String bucket, LocalDateTime now, LocalDateTime cutoff);

    @Query("DELETE FROM throttle WHERE bucket = :bucket")
    void remove(String bucket);

    @Query("UPDATE throttle SET failures = failures - 1 WHERE bucket = :bucket AND failures > 0")
    void takeBack(String bucket);
}
