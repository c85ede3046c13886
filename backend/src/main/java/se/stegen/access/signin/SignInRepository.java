package se.stegen.access.signin;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Sign-ins, and what sign-in needs to know of people. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface SignInRepository extends GenericRepository<SignInRepository.SignInRow, String> {
    /** One sign-in. */
    @MappedEntity("sign_in")
    record SignInRow(
            @Id String id,
            long personId,
            String channel,
            String userAgent,
            String address,
            LocalDateTime startedAt,
            LocalDateTime lastActiveAt,
            @Nullable LocalDateTime endedAt) {}

    /** What is compared with a guess. */
    @Introspected
    record PasswordRow(
            long id, String name, String username, @Nullable String passwordHash) {}

    SignInRow save(SignInRow row);

    Optional<SignInRow> findById(String id);

    @Query("SELECT * FROM sign_in WHERE id IN (:ids)")
    List<SignInRow> findAll(Collection<String> ids);

    @Query("SELECT * FROM sign_in WHERE person_id = :personId AND ended_at IS NULL AND started_at > :startedAfter"
            + " AND last_active_at > :activeAfter ORDER BY last_active_at DESC, started_at DESC")
    List<SignInRow> alive(long personId, LocalDateTime startedAfter, LocalDateTime activeAfter);

    @Query("UPDATE sign_in SET last_active_at = :now WHERE id = :id AND ended_at IS NULL AND last_active_at < :now")
    void touch(String id, LocalDateTime now);

    @Query("UPDATE sign_in SET ended_at = :now WHERE id = :id AND ended_at IS NULL")
    int end(String id, LocalDateTime now);

    @Query("UPDATE sign_in SET ended_at = :now WHERE person_id = :personId AND ended_at IS NULL AND id <> :kept")
    void endOthers(long personId, String kept, LocalDateTime now);

    @Query("SELECT id, name, username, password_hash FROM person WHERE username = :username")
    Optional<PasswordRow> personByUsername(String username);

    @Query("SELECT id, name, username, password_hash FROM person WHERE id = :id")
    Optional<PasswordRow> person(long id);

    @Query("UPDATE person SET password_hash = :hash WHERE id = :id")
    void setPassword(long id, String hash);

    @Query("SELECT COUNT(*) FROM person")
    long people();

    @Query("INSERT INTO person (name, email, username, password_hash, locale, version, created_at)"
            + " VALUES (:name, :email, :username, :hash, 'sv', 0, :now)")
    void insertPerson(String name, String email, String username, String hash, LocalDateTime now);

    @Query("INSERT INTO role_assignment (person_id, role, valid_from) VALUES (:personId, 'ADMIN', :from)")
    void insertAdmin(long personId, LocalDate from);

    @Query("INSERT INTO notice (person_id, kind, argument, created_at) VALUES (:personId, :kind, :argument, :now)")
    void insertNotice(long personId, String kind, @Nullable String argument, LocalDateTime now);
}
