package se.stegen.proof;

import io.micronaut.core.annotation.Nullable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** One walk over all chains: each row against the one before it, and against the record that it stands for. */
final class ChainWalk {
    private static final int PAGE = 500;

    private final Connection connection;
    private final ProofKeys keys;
    private final Checkpoints.Known known;
    private final Facts facts;
    private final RecordCheck records;
    private final HeadCheck heads;
    private final Findings findings;
    private long chains;
    private long signatures;
    private long tombstones;
    private @Nullable SignatureRow last;

    ChainWalk(
            Connection connection,
            ProofKeys keys,
            Checkpoints.Known known,
            Facts facts,
            HeadCheck heads,
            Findings findings) {
        this.connection = connection;
        this.keys = keys;
        this.known = known;
        this.facts = facts;
        this.records = new RecordCheck(facts, keys);
        this.heads = heads;
        this.findings = findings;
    }

    /** Walks from the first row to the last. */
    void all() throws SQLException {
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

    /** What was walked; how many checkpoints there are is not known here. */
    Verified counted(long checkpoints) {
        return new Verified(chains, signatures, tombstones, checkpoints, findings.count());
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
                findings.tell(row, "hash does not fit");
            }
            if (!signed.get(i)) {
                findings.tell(row, "not signed by a key of ours");
            }
            TombstoneRow tombstone = erased.get(row);
            Facts.Content content = now.getOrDefault(row.kind(), Map.of()).get(row.key());
            if (tombstone != null) {
                tombstones++;
                tombstone(row, tombstone, content);
            } else {
                records.check(connection, row, content, findings);
            }
        }
    }

    private void tombstone(SignatureRow row, TombstoneRow tombstone, Facts.@Nullable Content content) {
        String key = row.programmeId() + "/" + row.number();
        if (!tombstone.holds(keys)) {
            findings.tell("signature_tombstone", key, row.programmeId(), "not signed by a key of ours");
        }
        if (!tombstone.signatureHash().equals(row.hash())) {
            findings.tell("signature_tombstone", key, row.programmeId(), "stands for another signature");
        }
        if (row.content() != null) {
            findings.tell(row, "erased, but its content is there");
        }
        if (content != null) {
            findings.tell(
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
            findings.tell(row, "number " + expected + " is missing before it");
        } else if (!row.previousHash().equals(before == null ? Canonical.NO_HASH : before.hash())) {
            findings.tell(row, "not linked to the one before");
        }
        last = row;
        Checkpoints.Head head = known.heads().get(row.programmeId());
        if (head != null && head.length() == row.number() && !head.hash().equals(row.hash())) {
            findings.tell(row, "another one stood here at a checkpoint");
        }
    }

    /** A chain has ended, and the next one begins where there is one. */
    private void ended(@Nullable SignatureRow next) throws SQLException {
        SignatureRow end = last;
        if (end != null) {
            chains++;
            heads.end(end);
        }
        last = next;
    }

    private Map<String, Map<RecordKey, Facts.Content>> now(List<SignatureRow> page) throws SQLException {
        Map<String, Set<Long>> ids = new TreeMap<>();
        page.forEach(
                row -> ids.computeIfAbsent(row.kind(), kind -> new HashSet<>()).add(row.recordId()));
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
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT " + TombstoneRow.COLUMNS + " FROM signature_tombstone WHERE programme_id BETWEEN ? AND ?")) {
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
}
