package se.stegen.access.signin;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDateTime;
import java.util.List;

/** Table {@code signing_key}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface SigningKeyRepository extends GenericRepository<SigningKeyRepository.Row, String> {
    /** A key, encrypted. */
    @MappedEntity("signing_key")
    record Row(@Id String kid, String secret, LocalDateTime createdAt) {}

    Row save(Row row);

    @Query("SELECT * FROM signing_key ORDER BY created_at")
    List<Row> all();

    @Query("DELETE FROM signing_key WHERE kid = :kid")
    void remove(String kid);
}
