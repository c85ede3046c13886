package se.stegen.proof;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;

/** A row of table {@code signature_tombstone}. */
record TombstoneRow(
        long programmeId,
        int number,
        String signatureHash,
        long erasedBy,
        String erasedByName,
        LocalDateTime erasedAt,
        String decision,
        String reason,
        String keyId,
        String signature) {

    static final String COLUMNS =
            "programme_id, number, signature_hash, erased_by, erased_by_name, erased_at, decision,"
                    + " reason, key_id, signature";

    static TombstoneRow of(ResultSet row) throws SQLException {
        return new TombstoneRow(
                row.getLong("programme_id"),
                row.getInt("number"),
                row.getString("signature_hash"),
                row.getLong("erased_by"),
                row.getString("erased_by_name"),
                row.getObject("erased_at", LocalDateTime.class),
                row.getString("decision"),
                row.getString("reason"),
                row.getString("key_id"),
                row.getString("signature"));
    }

    String statement() {
        Map<String, Object> facts = new TreeMap<>();
        facts.put("programme_id", programmeId);
        facts.put("number", number);
        facts.put("signature_hash", signatureHash);
        facts.put("erased_by", erasedBy);
        facts.put("erased_by_name", erasedByName);
        facts.put("erased_at", Canonical.instant(erasedAt));
        facts.put("decision", decision);
        facts.put("reason", reason);
        facts.put("key_id", keyId);
        return Canonical.json(facts);
    }

    boolean holds(ProofKeys keys) {
        return keys.verifies(keyId, statement(), signature);
    }
}
