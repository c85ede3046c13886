package se.stegen.proof;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.stegen.access.AccessLog;
import se.stegen.access.AccessLog.Action;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Texts;
import se.stegen.common.Today;
import se.stegen.programme.ProgrammeChanges;

/**
 * Deletes a signed record because a decision says so: its rows and the frozen content go, and a signed tombstone tells who
 * did it, when and by which decision. Whoever does it sees nothing of the text.
 */
@Singleton
public class Erasure {
    private static final int LONGEST_DECISION = 100;
    private static final int LONGEST_REASON = 2000;

    private final AccessPolicy access;
    private final AccessLog log;
    private final TransactionOperations<Connection> transactions;
    private final ProgrammeChanges changes;
    private final ProofKeys keys;
    private final Today today;

    Erasure(
            AccessPolicy access,
            AccessLog log,
            TransactionOperations<Connection> transactions,
            ProgrammeChanges changes,
            ProofKeys keys,
            Today today) {
        this.access = access;
        this.log = log;
        this.transactions = transactions;
        this.changes = changes;
        this.keys = keys;
        this.today = today;
    }

    /**
     * Erases the record of a signature, with its confirmation, its voiding and what hangs on it.
     *
     * @param publicId the signature's public name, as printed on the record
     * @param decision reference number of the decision, at most 100 characters
     * @param reason why, at most 2 000 characters
     * @return when it was erased, UTC
     * @throws Problem {@code FORBIDDEN}, {@code NOT_FOUND}; {@code NOT_ERASABLE} for anything but a session or an
     *     assessment; {@code REQUIRED}, {@code TOO_LONG} on {@code decision} or {@code reason}; {@code STATE_CONFLICT}
     *     where it was erased before
     */
    public LocalDateTime erase(Actor actor, String publicId, @Nullable String decision, @Nullable String reason) {
        access.requireAdminister(actor);
        String reference = Texts.required("decision", decision, LONGEST_DECISION);
        String words = Texts.required("reason", reason, LONGEST_REASON);
        return transactions.executeWrite(status -> {
            try {
                return erase(status.getConnection(), actor, publicId, reference, words);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private LocalDateTime erase(Connection connection, Actor actor, String publicId, String decision, String reason)
            throws SQLException {
        SignatureRow found = find(connection, publicId).orElseThrow(Problem::notFound);
        // Read again once nobody else is at it: two administrators may decide at once.
        lock(connection, found.programmeId());
        SignatureRow row = find(connection, publicId).orElseThrow(Problem::notFound);
        SignedTable table = SignedTables.find(row.kind()).orElseThrow(Problem::notFound);
        if (table.kind() != SignatureKind.SUPERVISION && table.kind() != SignatureKind.ASSESSMENT) {
            throw Problem.of(ProblemCode.NOT_ERASABLE);
        }
        if (row.content() == null) {
            throw Problem.of(ProblemCode.STATE_CONFLICT, "ERASED", "ERASED");
        }
        LocalDateTime now = today.utc();
        List<SignatureRow> rows = together(connection, row);
        for (SignatureRow one : rows) {
            bury(connection, one, actor, decision, reason, now);
        }
        for (SignatureRow one : rows) {
            for (String sql : SignedTables.of(SignatureKind.valueOf(one.kind())).erase()) {
                try (PreparedStatement delete = connection.prepareStatement(sql)) {
                    delete.setLong(1, one.recordId());
                    if (delete.getParameterMetaData().getParameterCount() > 1) {
                        delete.setString(2, one.recordPart());
                    }
                    delete.executeUpdate();
                }
            }
        }
        log.portfolio(actor, row.programmeId(), Action.DELETE, row.kind(), row.recordId());
        changes.changed(row.programmeId());
        return now;
    }

    private void bury(
            Connection connection, SignatureRow row, Actor actor, String decision, String reason, LocalDateTime now)
            throws SQLException {
        TombstoneRow plain = new TombstoneRow(
                row.programmeId(),
                row.number(),
                row.hash(),
                actor.personId(),
                actor.name(),
                now,
                decision,
                reason,
                keys.currentId(),
                "");
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO signature_tombstone ("
                + TombstoneRow.COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            Object[] values = {
                plain.programmeId(),
                plain.number(),
                plain.signatureHash(),
                plain.erasedBy(),
                plain.erasedByName(),
                plain.erasedAt(),
                plain.decision(),
                plain.reason(),
                plain.keyId(),
                keys.current().sign(plain.statement())
            };
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, values[i]);
            }
            insert.executeUpdate();
        }
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE signature SET content = NULL WHERE programme_id = ? AND number = ?")) {
            update.setLong(1, row.programmeId());
            update.setInt(2, row.number());
            update.executeUpdate();
        }
    }

    /** Nobody voids or confirms it in the meantime. */
    private static void lock(Connection connection, long programmeId) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT programme_id FROM signature_chain WHERE programme_id = ? FOR UPDATE")) {
            query.setLong(1, programmeId);
            query.execute();
        }
    }

    private static Optional<SignatureRow> find(Connection connection, String publicId) throws SQLException {
        List<SignatureRow> rows = read(connection, "public_id = ?", publicId);
        return rows.stream().findFirst();
    }

    /** The record's signatures, those first that point at others. */
    private static List<SignatureRow> together(Connection connection, SignatureRow row) throws SQLException {
        List<SignatureRow> rows = new ArrayList<>(
                read(connection, "kind = 'VOIDING' AND record_id = ? AND record_part = ?", row.recordId(), row.kind()));
        if (row.kind().equals(SignatureKind.ASSESSMENT.name())) {
            rows.addAll(read(
                    connection, "kind IN ('ASSESSMENT_CONFIRMATION', 'FEEDBACK') AND record_id = ?", row.recordId()));
        }
        rows.add(row);
        return rows;
    }

    private static List<SignatureRow> read(Connection connection, String condition, Object... values)
            throws SQLException {
        List<SignatureRow> rows = new ArrayList<>();
        try (PreparedStatement query =
                connection.prepareStatement("SELECT " + SignatureRow.COLUMNS + " FROM signature WHERE " + condition)) {
            for (int i = 0; i < values.length; i++) {
                query.setObject(i + 1, values[i]);
            }
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    rows.add(SignatureRow.of(found));
                }
            }
        }
        return rows;
    }
}
