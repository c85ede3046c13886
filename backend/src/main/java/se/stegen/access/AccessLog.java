package se.stegen.access;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDateTime;
import se.stegen.common.Today;

/**
 * Writes the append-only log: actor and subject are two columns, a list is one entry with its scope, an opened
 * portfolio one entry per doctor. Written in the transaction of what it tells, so that neither is without the other.
 */
@Singleton
public class AccessLog {
    /** What was done. */
    public enum Action {
        READ,
        CREATE,
        CHANGE,
        DELETE,
        SEND,
        SIGN,
        RETURN,
        DECLINE,
        WITHDRAW,
        FORWARD,
        REMIND,
        CONFIRM,
        VOID,
        SIGN_IN,
        SIGN_OUT
    }

    private final LogRepository rows;
    private final Today today;

    AccessLog(LogRepository rows, Today today) {
        this.rows = rows;
        this.today = today;
    }

    /** An entry about one programme; the subject is its doctor. */
    @Transactional
    public void portfolio(Actor actor, long programmeId, Action action, String objectKind, @Nullable Long objectId) {
        rows.insertForProgramme(today.utc(), actor.personId(), programmeId, action.name(), objectKind, objectId);
    }

    /** An entry about one programme by somebody without account, who was let in by a link. */
    @Transactional
    public void portfolioWithoutAccount(long programmeId, Action action, String objectKind, @Nullable Long objectId) {
        rows.insertForProgramme(today.utc(), null, programmeId, action.name(), objectKind, objectId);
    }

    /** An entry about one person. */
    @Transactional
    public void person(Actor actor, long subjectId, Action action, String objectKind, @Nullable Long objectId) {
        person(actor.personId(), subjectId, action, objectKind, objectId);
    }

    /** An entry about one person by somebody who is not signed in yet (null) or is just signing in. */
    @Transactional
    public void person(
            @Nullable Long actorId, long subjectId, Action action, String objectKind, @Nullable Long objectId) {
        rows.save(new LogRow(0, today.utc(), actorId, subjectId, null, action.name(), objectKind, objectId, null));
    }

    /** An entry about a list or a thing that is about nobody in particular. */
    @Transactional
    public void scope(Actor actor, Action action, String objectKind, @Nullable Long objectId, String scope) {
        rows.save(new LogRow(0, today.utc(), actor.personId(), null, null, action.name(), objectKind, objectId, scope));
    }
}

@MappedEntity("access_log")
record LogRow(
        @Id @GeneratedValue long id,
        LocalDateTime loggedAt,
        @Nullable Long actorId,
        @Nullable Long subjectId,
        @Nullable Long programmeId,
        String action,
        String objectKind,
        @Nullable Long objectId,
        @Nullable String detail) {}

@JdbcRepository(dialect = Dialect.MYSQL)
interface LogRepository extends GenericRepository<LogRow, Long> {
    LogRow save(LogRow row);

    @Query("INSERT INTO access_log (logged_at, actor_id, subject_id, programme_id, action, object_kind, object_id)"
            + " SELECT :loggedAt, :actorId, p.person_id, p.id, :action, :objectKind, :objectId"
            + " FROM programme p WHERE p.id = :programmeId")
    void insertForProgramme(
            LocalDateTime loggedAt,
            @Nullable Long actorId,
            long programmeId,
            String action,
            String objectKind,
            @Nullable Long objectId);
}
