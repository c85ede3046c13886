package se.stegen.proof;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.function.Consumer;

/**
 * Walks all chains and holds every signed record against what was frozen. Reads one moment of the database, in pages, so
 * that it takes the same memory whatever there is, and can run beside the program.
 */
public final class Verifier {
    private final ProofKeys keys;
    private final Checkpoints checkpoints;
    private final Facts facts = new Facts();

    /** A verifier with the keys and the file of checkpoints of a data folder. */
    public Verifier(ProofKeys keys, Path dataDir) {
        this.keys = keys;
        this.checkpoints = new Checkpoints(Checkpoints.file(dataDir), keys);
    }

    /**
     * Verifies everything.
     *
     * @param connection any account that may read; nothing is written
     * @param told gets every finding as it is met
     */
    public Verified verify(Connection connection, Consumer<Finding> told) throws SQLException {
        // The file first: chains may grow while we read.
        Checkpoints.Known known = checkpoints.read();
        int isolation = connection.getTransactionIsolation();
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        try {
            return verify(connection, known, new Findings(told));
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
            connection.setTransactionIsolation(isolation);
        }
    }

    private Verified verify(Connection connection, Checkpoints.Known known, Findings findings) throws SQLException {
        HeadCheck heads = new HeadCheck(connection, keys, known, findings);
        ChainWalk walk = new ChainWalk(connection, keys, known, facts, heads, findings);
        start(connection, findings);
        walk.all();
        heads.withoutChain();
        unsigned(connection, findings);
        strayTombstones(connection, findings);
        heads.checkpointFile();
        return walk.counted(known.lines());
    }

    private void start(Connection connection, Findings findings) throws SQLException {
        try (Statement query = connection.createStatement();
                ResultSet rows =
                        query.executeQuery("SELECT name, started_at, key_id, signature FROM signature_start")) {
            boolean found = false;
            while (rows.next()) {
                found = true;
                String keyId = rows.getString(3);
                String statement =
                        ProofStart.statement(rows.getString(1), rows.getObject(2, LocalDateTime.class), keyId);
                if (!keys.verifies(keyId, statement, rows.getString(4))) {
                    findings.tell(
                            "signature_start", rows.getString(1), 0, "the mark of the start is not signed by our key");
                }
            }
            if (!found) {
                findings.tell("signature_start", "start", 0, "the mark of the start is missing");
            }
        }
    }

    private static void strayTombstones(Connection connection, Findings findings) throws SQLException {
        try (Statement query = connection.createStatement();
                ResultSet rows = query.executeQuery("SELECT t.programme_id, t.number FROM signature_tombstone t"
                        + " WHERE NOT EXISTS (SELECT 1 FROM signature g WHERE g.programme_id = t.programme_id"
                        + " AND g.number = t.number)")) {
            while (rows.next()) {
                findings.tell(
                        "signature_tombstone",
                        rows.getLong(1) + "/" + rows.getInt(2),
                        rows.getLong(1),
                        "there is no such signature");
            }
        }
    }

    private static void unsigned(Connection connection, Findings findings) throws SQLException {
        for (SignedTable table : SignedTables.all()) {
            for (Claims.Claim claim : Claims.unsigned(connection, table)) {
                findings.tell(
                        table.table(), claim.key().toString(), claim.programmeId(), "signed, but without signature");
            }
        }
    }
}
