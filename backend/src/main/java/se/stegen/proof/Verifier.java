package se.stegen.proof;

import io.micronaut.core.annotation.Nullable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Walks all chains and holds every signed record against what was frozen. Reads one moment of the database, in pages, so
 * that it takes the same memory whatever there is, and can run beside the program.
 */
public final class Verifier {
    private static final int PAGE = 500;
    private static final String CHAIN = "signature_chain";

    private final ProofKeys keys;
    private final Checkpoints checkpoints;
    private final Facts facts = new Facts();
    private final RecordCheck records;

    /** A verifier with the keys and the file of checkpoints of a data folder. */
    public Verifier(ProofKeys keys, Path dataDir) {
        this.keys = keys;
        this.checkpoints = new Checkpoints(Checkpoints.file(dataDir), keys);
        this.records = new RecordCheck(facts, keys);
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
            return new Walk(connection, told, known).all();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
            connection.setTransactionIsolation(isolation);
        }
    }

    /** One verification. */
    private final class Walk {
        private final Connection connection;
        private final Consumer<Finding> told;
        private final Checkpoints.Known known;
        private long chains;
        private long signatures;
        private long tombstones;
        private long findings;
        private @Nullable SignatureRow last;

        Walk(Connection connection, Consumer<Finding> told, Checkpoints.Known known) {
            this.connection = connection;
            this.told = told;
            this.known = known;
        }

        private void tell(String table, String key, long programmeId, String what) {
            findings++;
            told.accept(new Finding(table, key, programmeId, what));
        }

        Verified all() throws SQLException {
            start();
            chain();
            headsWithoutChain();
            unsigned();
            strayTombstones();
            checkpointFile();
            return new Verified(chains, signatures, tombstones, known.lines(), findings);
        }

        private void start() throws SQLException {
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
                        tell("signature_start", rows.getString(1), 0, "the mark of the start is not signed by our key");
                    }
                }
                if (!found) {
                    tell("signature_start", "start", 0, "the mark of the start is missing");
                }
            }
        }

        private void chain() throws SQLException {
            long programme = Long.MIN_VALUE;
            int number = Integer.MIN_VALUE;
            while (true) {
                List<SignatureRow> page = page(programme, number);
                if (page.isEmpty()) {
                    break;
                }
                programme = page.getLast().programmeId();
                number = page.getLast().number();
                check(page);
            }
            ended(null);
        }

        private List<SignatureRow> page(long programme, int number) throws SQLException {
            List<SignatureRow> page = new ArrayList<>();
            try (PreparedStatement query = connection.prepareStatement("SELECT " + SignatureRow.COLUMNS
                    + " FROM signature WHERE programme_id > ? OR (programme_id = ? AND number > ?)"
                    + " ORDER BY programme_id, number LIMIT " + PAGE)) {
                query.setLong(1, programme);
                query.setLong(2, programme);
                query.setInt(3, number);
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        page.add(SignatureRow.of(rows));
                    }
                }
            }
            return page;
        }

        private void check(List<SignatureRow> page) throws SQLException {
            Map<SignatureRow, TombstoneRow> erased = tombstonesOf(page);
            List<Boolean> signed = page.parallelStream()
                    .map(row -> keys.verifies(row.keyId(), row.statement(), row.signature()))
                    .toList();
            Map<String, Map<RecordKey, Facts.Content>> now = now(page);
            for (int i = 0; i < page.size(); i++) {
                SignatureRow row = page.get(i);
                signatures++;
                link(row);
                if (!Canonical.sha256(row.statement()).equals(row.hash())) {
                    tell(row, "hash does not fit");
                }
                if (!signed.get(i)) {
                    tell(row, "not signed by a key of ours");
                }
                TombstoneRow tombstone = erased.get(row);
                Facts.Content content = now.getOrDefault(row.kind(), Map.of()).get(row.key());
                if (tombstone != null) {
                    tombstones++;
                    tombstone(row, tombstone, content);
                } else {
                    records.check(connection, row, content, this::tell);
                }
            }
        }

        private void tell(SignatureRow row, String what) {
            tell("signature", row.programmeId() + "/" + row.number(), row.programmeId(), what);
        }

        private void tombstone(SignatureRow row, TombstoneRow tombstone, Facts.@Nullable Content content) {
            String key = row.programmeId() + "/" + row.number();
            if (!tombstone.holds(keys)) {
                tell("signature_tombstone", key, row.programmeId(), "not signed by a key of ours");
            }
            if (!tombstone.signatureHash().equals(row.hash())) {
                tell("signature_tombstone", key, row.programmeId(), "stands for another signature");
            }
            if (row.content() != null) {
                tell(row, "erased, but its content is there");
            }
            if (content != null) {
                tell(
                        SignedTables.find(row.kind()).map(SignedTable::table).orElse(row.kind()),
                        row.key().toString(),
                        row.programmeId(),
                        "erased, but it is there");
            }
        }

        /** The row against the one before it. */
        private void link(SignatureRow row) throws SQLException {
            SignatureRow before = last;
            if (before == null || before.programmeId() != row.programmeId()) {
                ended(row);
                before = null;
            }
            int expected = before == null ? 1 : before.number() + 1;
            if (row.number() != expected) {
                tell(row, "number " + expected + " is missing before it");
            } else if (!row.previousHash().equals(before == null ? Canonical.NO_HASH : before.hash())) {
                tell(row, "not linked to the one before");
            }
            last = row;
            Checkpoints.Head head = known.heads().get(row.programmeId());
            if (head != null && head.length() == row.number() && !head.hash().equals(row.hash())) {
                tell(row, "another one stood here at a checkpoint");
            }
        }

        /** A chain has ended: its last row against the signed head; and chains before the next that have no rows. */
        private void ended(@Nullable SignatureRow next) throws SQLException {
            SignatureRow end = last;
            if (end != null) {
                chains++;
                ChainRow chain = chain(end.programmeId());
                String key = Long.toString(end.programmeId());
                if (chain == null) {
                    tell(CHAIN, key, end.programmeId(), "the head of the chain is missing");
                } else {
                    head(chain, end.number(), end.hash());
                }
                Checkpoints.Head head = known.heads().get(end.programmeId());
                if (head != null && head.length() > end.number()) {
                    tell(
                            CHAIN,
                            key,
                            end.programmeId(),
                            "set back: " + head.length() + " signatures at a checkpoint, " + end.number() + " now");
                }
            }
            last = next;
        }

        private void head(ChainRow chain, int length, String hash) {
            String key = Long.toString(chain.programmeId());
            if (!chain.holds(keys)) {
                tell(CHAIN, key, chain.programmeId(), "the head of the chain is not signed by a key of ours");
            }
            if (chain.length() != length) {
                tell(
                        CHAIN,
                        key,
                        chain.programmeId(),
                        "the head counts " + chain.length() + " signatures, the last one is number " + length);
            } else if (!chain.headHash().equals(hash)) {
                tell(CHAIN, key, chain.programmeId(), "the head is not the hash of the last signature");
            }
        }

        private @Nullable ChainRow chain(long programmeId) throws SQLException {
            if (!heads.containsKey(programmeId)) {
                heads.clear();
                try (PreparedStatement query =
                        connection.prepareStatement("SELECT programme_id, length, head_hash, key_id, signature"
                                + " FROM signature_chain WHERE programme_id >= ? ORDER BY programme_id LIMIT "
                                + PAGE)) {
                    query.setLong(1, programmeId);
                    try (ResultSet rows = query.executeQuery()) {
                        while (rows.next()) {
                            heads.put(rows.getLong(1), ChainRow.of(rows));
                        }
                    }
                }
            }
            return heads.get(programmeId);
        }

        private final Map<Long, ChainRow> heads = new HashMap<>();

        private void headsWithoutChain() throws SQLException {
            try (Statement query = connection.createStatement();
                    ResultSet rows =
                            query.executeQuery("SELECT c.programme_id, c.length, c.head_hash, c.key_id, c.signature"
                                    + " FROM signature_chain c WHERE NOT EXISTS"
                                    + " (SELECT 1 FROM signature g WHERE g.programme_id = c.programme_id)")) {
                while (rows.next()) {
                    head(ChainRow.of(rows), 0, Canonical.NO_HASH);
                }
            }
        }

        private Map<String, Map<RecordKey, Facts.Content>> now(List<SignatureRow> page) throws SQLException {
            Map<String, Set<Long>> ids = new TreeMap<>();
            page.forEach(row ->
                    ids.computeIfAbsent(row.kind(), kind -> new HashSet<>()).add(row.recordId()));
            Map<String, Map<RecordKey, Facts.Content>> now = new HashMap<>();
            for (Map.Entry<String, Set<Long>> kind : ids.entrySet()) {
                SignedTable table = SignedTables.find(kind.getKey()).orElse(null);
                if (table != null) {
                    now.put(kind.getKey(), facts.read(connection, table, kind.getValue()));
                }
            }
            return now;
        }

        private Map<SignatureRow, TombstoneRow> tombstonesOf(List<SignatureRow> page) throws SQLException {
            Map<String, TombstoneRow> found = new HashMap<>();
            try (PreparedStatement query = connection.prepareStatement("SELECT " + TombstoneRow.COLUMNS
                    + " FROM signature_tombstone WHERE programme_id BETWEEN ? AND ?")) {
                query.setLong(1, page.getFirst().programmeId());
                query.setLong(2, page.getLast().programmeId());
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        found.put(rows.getLong("programme_id") + "/" + rows.getInt("number"), TombstoneRow.of(rows));
                    }
                }
            }
            Map<SignatureRow, TombstoneRow> tombstones = new LinkedHashMap<>();
            for (SignatureRow row : page) {
                TombstoneRow tombstone = found.get(row.programmeId() + "/" + row.number());
                if (tombstone != null) {
                    tombstones.put(row, tombstone);
                }
            }
            return tombstones;
        }

        private void strayTombstones() throws SQLException {
            try (Statement query = connection.createStatement();
                    ResultSet rows = query.executeQuery("SELECT t.programme_id, t.number FROM signature_tombstone t"
                            + " WHERE NOT EXISTS (SELECT 1 FROM signature g WHERE g.programme_id = t.programme_id"
                            + " AND g.number = t.number)")) {
                while (rows.next()) {
                    tell(
                            "signature_tombstone",
                            rows.getLong(1) + "/" + rows.getInt(2),
                            rows.getLong(1),
                            "there is no such signature");
                }
            }
        }

        private void unsigned() throws SQLException {
            for (SignedTable table : SignedTables.all()) {
                for (Claims.Claim claim : Claims.unsigned(connection, table)) {
                    tell(table.table(), claim.key().toString(), claim.programmeId(), "signed, but without signature");
                }
            }
        }

        private void checkpointFile() throws SQLException {
            String wrong = known.wrong();
            if (wrong != null) {
                tell("checkpoints", "file", 0, wrong);
            }
            for (Map.Entry<Long, Checkpoints.Head> head : known.heads().entrySet()) {
                if (head.getValue().length() > 0 && chain(head.getKey()) == null && first(head.getKey()) == 0) {
                    tell(
                            CHAIN,
                            Long.toString(head.getKey()),
                            head.getKey(),
                            "gone: " + head.getValue().length() + " signatures at a checkpoint, none now");
                }
            }
        }

        private int first(long programmeId) throws SQLException {
            try (PreparedStatement query = connection.prepareStatement(
                    "SELECT number FROM signature WHERE programme_id = ? ORDER BY number LIMIT 1")) {
                query.setLong(1, programmeId);
                try (ResultSet rows = query.executeQuery()) {
                    return rows.next() ? rows.getInt(1) : 0;
                }
            }
        }
    }
}
