package se.stegen.proof;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Reads one signature and holds it against its record. */
@Singleton
class SignatureReader {
    private final TransactionOperations<Connection> transactions;
    private final ProofKeys keys;
    private final Facts facts = new Facts();
    private final RecordCheck records;

    SignatureReader(TransactionOperations<Connection> transactions, ProofKeys keys) {
        this.transactions = transactions;
        this.keys = keys;
        this.records = new RecordCheck(facts, keys);
    }

    Optional<SignatureRow> ofRecord(SignatureKind kind, long recordId, String part) {
        return find("kind = ? AND record_id = ? AND record_part = ?", kind.name(), recordId, part);
    }

    Optional<SignatureRow> byPublicId(String publicId) {
        return find("public_id = ?", publicId);
    }

    /** Whether record and signature are as they were when it was signed. */
    boolean holds(SignatureRow row) {
        return transactions.executeRead(status -> {
            try {
                Connection connection = status.getConnection();
                SignedTable table = SignedTables.find(row.kind()).orElseThrow();
                Facts.Content now =
                        facts.read(connection, table, List.of(row.recordId())).get(row.key());
                return records.holds(connection, row, now);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Whether a signed tombstone stands for the row. */
    boolean erased(SignatureRow row) {
        return transactions.executeRead(status -> {
            try (PreparedStatement query = status.getConnection()
                    .prepareStatement("SELECT " + TombstoneRow.COLUMNS
                            + " FROM signature_tombstone WHERE programme_id = ? AND number = ?")) {
                query.setLong(1, row.programmeId());
                query.setInt(2, row.number());
                try (ResultSet rows = query.executeQuery()) {
                    if (!rows.next()) {
                        return false;
                    }
                    TombstoneRow tombstone = TombstoneRow.of(rows);
                    return tombstone.holds(keys) && tombstone.signatureHash().equals(row.hash());
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private Optional<SignatureRow> find(String condition, Object... values) {
        return transactions.executeRead(status -> {
            try (PreparedStatement query = status.getConnection()
                    .prepareStatement("SELECT " + SignatureRow.COLUMNS + " FROM signature WHERE " + condition)) {
                for (int i = 0; i < values.length; i++) {
                    query.setObject(i + 1, values[i]);
                }
                try (ResultSet rows = query.executeQuery()) {
                    return rows.next() ? Optional.of(SignatureRow.of(rows)) : Optional.<SignatureRow>empty();
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
