package se.stegen.proof;

import io.micronaut.core.annotation.Nullable;
import java.sql.Connection;
import java.sql.SQLException;

/** Holds one record against its signature. */
final class RecordCheck {
    private final Differences differences;
    private final ProofKeys keys;

    RecordCheck(Facts facts, ProofKeys keys) {
        this.differences = new Differences(facts);
        this.keys = keys;
    }

    /** Hears of what is wrong. */
    interface Told {
        void tell(String table, String key, long programmeId, String what);
    }

    /** What the record says now, and what was frozen of it, against the signature's row. */
    void check(Connection connection, SignatureRow row, Facts.@Nullable Content now, Told told) throws SQLException {
        String key = row.programmeId() + "/" + row.number();
        String frozen = row.content();
        if (frozen == null) {
            told.tell("signature", key, row.programmeId(), "its content is gone without a tombstone");
        } else if (!Canonical.sha256(frozen).equals(row.contentHash())) {
            told.tell("signature", key, row.programmeId(), "the frozen content was changed");
            frozen = null;
        }
        SignedTable table = SignedTables.find(row.kind()).orElse(null);
        if (table == null) {
            told.tell("signature", key, row.programmeId(), "of an unknown kind");
            return;
        }
        if (now == null) {
            told.tell(table.table(), row.key().toString(), row.programmeId(), "signed, but it is missing");
            return;
        }
        if (now.programmeId() != row.programmeId()) {
            told.tell(
                    table.table(), row.key().toString(), row.programmeId(), "moved to programme " + now.programmeId());
        }
        if (frozen != null) {
            for (Differences.Difference one : differences.of(connection, table, frozen, now.json())) {
                told.tell(one.table(), row.key().toString(), row.programmeId(), one.what());
            }
        }
    }

    /** Whether row and record are as they were signed. */
    boolean holds(Connection connection, SignatureRow row, Facts.@Nullable Content now) throws SQLException {
        boolean[] wrong = new boolean[1];
        check(connection, row, now, (table, key, programmeId, what) -> wrong[0] = true);
        return !wrong[0]
                && Canonical.sha256(row.statement()).equals(row.hash())
                && keys.verifies(row.keyId(), row.statement(), row.signature());
    }
}
