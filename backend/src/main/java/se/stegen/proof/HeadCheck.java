package se.stegen.proof;

import io.micronaut.core.annotation.Nullable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/** Holds the ends of the chains against their signed heads and against the last checkpoint. */
final class HeadCheck {
    private static final int PAGE = 500;
    private static final String CHAIN = "signature_chain";

    private final Connection connection;
    private final ProofKeys keys;
    private final Checkpoints.Known known;
    private final Findings findings;
    private final Map<Long, ChainRow> heads = new HashMap<>();

    HeadCheck(Connection connection, ProofKeys keys, Checkpoints.Known known, Findings findings) {
        this.connection = connection;
        this.keys = keys;
        this.known = known;
        this.findings = findings;
    }

    /** The last row of a chain. */
    void end(SignatureRow end) throws SQLException {
        ChainRow chain = chain(end.programmeId());
        String key = Long.toString(end.programmeId());
        if (chain == null) {
            findings.tell(CHAIN, key, end.programmeId(), "the head of the chain is missing");
        } else {
            head(chain, end.number(), end.hash());
        }
        Checkpoints.Head head = known.heads().get(end.programmeId());
        if (head != null && head.length() > end.number()) {
            findings.tell(
                    CHAIN,
                    key,
                    end.programmeId(),
                    "set back: " + head.length() + " signatures at a checkpoint, " + end.number() + " now");
        }
    }

    /** Heads that no row stands behind. */
    void withoutChain() throws SQLException {
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

    /** The file of checkpoints itself, and chains that it knows and that are gone. */
    void checkpointFile() throws SQLException {
        String wrong = known.wrong();
        if (wrong != null) {
            findings.tell("checkpoints", "file", 0, wrong);
        }
        for (Map.Entry<Long, Checkpoints.Head> head : known.heads().entrySet()) {
            if (head.getValue().length() > 0 && chain(head.getKey()) == null && first(head.getKey()) == 0) {
                findings.tell(
                        CHAIN,
                        Long.toString(head.getKey()),
                        head.getKey(),
                        "gone: " + head.getValue().length() + " signatures at a checkpoint, none now");
            }
        }
    }

    private void head(ChainRow chain, int length, String hash) {
        String key = Long.toString(chain.programmeId());
        if (!chain.holds(keys)) {
            findings.tell(CHAIN, key, chain.programmeId(), "the head of the chain is not signed by a key of ours");
        }
        if (chain.length() != length) {
            findings.tell(
                    CHAIN,
                    key,
                    chain.programmeId(),
                    "the head counts " + chain.length() + " signatures, the last one is number " + length);
        } else if (!chain.headHash().equals(hash)) {
            findings.tell(CHAIN, key, chain.programmeId(), "the head is not the hash of the last signature");
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
