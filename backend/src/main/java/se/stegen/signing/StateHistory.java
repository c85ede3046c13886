package se.stegen.signing;

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
import java.util.List;
import se.stegen.access.Actor;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Texts;
import se.stegen.common.Today;
import se.stegen.proof.SignatureKind;
import se.stegen.proof.Signatures;

/**
 * The append-only history of records' states and their voidings. For services of records that are signed; they have
 * asked the access policy before.
 */
@Singleton
public class StateHistory {
    private static final int LONGEST_REASON = 2000;

    private final StateChangeRepository changes;
    private final VoidingRepository voidings;
    private final Signatures signatures;
    private final Today today;

    StateHistory(StateChangeRepository changes, VoidingRepository voidings, Signatures signatures, Today today) {
        this.changes = changes;
        this.voidings = voidings;
        this.signatures = signatures;
        this.today = today;
    }

    /** The reason, or {@code REASON_REQUIRED} where there is none. */
    public static String requireReason(@Nullable String reason) {
        String text = Texts.optional("reason", reason, LONGEST_REASON);
        if (text.isEmpty()) {
            throw Problem.field("reason", ProblemCode.REASON_REQUIRED);
        }
        return text;
    }

    /** Notes a step; the actor is null where the clock made it. */
    @Transactional
    public void add(
            @Nullable Actor actor,
            RecordKind kind,
            long recordId,
            @Nullable Enum<?> from,
            Enum<?> to,
            @Nullable String reason) {
        save(actor == null ? null : actor.personId(), null, kind, recordId, from, to, reason);
    }

    /**
     * Notes a step of somebody without account.
     *
     * @param name as given, or the address
     */
    @Transactional
    public void addWithoutAccount(
            String name, RecordKind kind, long recordId, Enum<?> from, Enum<?> to, @Nullable String reason) {
        save(null, name, kind, recordId, from, to, reason);
    }

    private void save(
            @Nullable Long actorId,
            @Nullable String actorName,
            RecordKind kind,
            long recordId,
            @Nullable Enum<?> from,
            Enum<?> to,
            @Nullable String reason) {
        changes.save(new StateChangeRow(
                0,
                kind.name(),
                recordId,
                from == null ? null : from.name(),
                to.name(),
                actorId,
                actorName,
                today.utc(),
                reason));
    }

    /** Voids a signed record: a row of its own, the record stays as it was signed. A second voiding is refused. */
    @Transactional
    public void markVoided(Actor actor, RecordKind kind, long recordId, String reason) {
        if (voidings.insert(kind.name(), recordId, actor.personId(), today.utc(), reason) == 0) {
            throw Problem.of(ProblemCode.STATE_CONFLICT, RecordState.VOIDED.name(), RecordState.VOIDED.name());
        }
        add(actor, kind, recordId, RecordState.SIGNED, RecordState.VOIDED, reason);
        signatures.add(SignatureKind.VOIDING, recordId, kind.name());
    }

    /** All steps of a record, oldest first. */
    @Transactional
    public List<StateChange> of(RecordKind kind, long recordId) {
        return changes.of(kind.name(), recordId);
    }
}

@MappedEntity("state_change")
record StateChangeRow(
        @Id @GeneratedValue long id,
        String recordKind,
        long recordId,
        @Nullable String fromState,
        String toState,
        @Nullable Long actorId,
        @Nullable String actorName,
        LocalDateTime changedAt,
        @Nullable String reason) {}

@JdbcRepository(dialect = Dialect.MYSQL)
interface StateChangeRepository extends GenericRepository<StateChangeRow, Long> {
    StateChangeRow save(StateChangeRow row);

    @Query("SELECT c.from_state, c.to_state, COALESCE(p.name, c.actor_name) AS actor_name,"
            + " p.id IS NULL AND c.actor_name IS NOT NULL AS without_account, c.changed_at, c.reason FROM state_change c"
            + " LEFT JOIN person p ON p.id = c.actor_id"
            + " WHERE c.record_kind = :recordKind AND c.record_id = :recordId ORDER BY c.id")
    List<StateChange> of(String recordKind, long recordId);
}

@MappedEntity("voiding")
record VoidingRow(@Id String recordKind, long recordId, long voidedBy, LocalDateTime voidedAt, String reason) {}

@JdbcRepository(dialect = Dialect.MYSQL)
interface VoidingRepository extends GenericRepository<VoidingRow, String> {
    @Query("INSERT IGNORE INTO voiding (record_kind, record_id, voided_by, voided_at, reason)"
            + " VALUES (:recordKind, :recordId, :voidedBy, :voidedAt, :reason)")
    int insert(String recordKind, long recordId, long voidedBy, LocalDateTime voidedAt, String reason);
}
