package se.stegen.proof;

import io.micronaut.core.annotation.Nullable;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;

/** A row of table {@code signature}. */
record SignatureRow(
        long programmeId,
        int number,
        String publicId,
        String kind,
        long recordId,
        String recordPart,
        @Nullable String content,
        String contentHash,
        @Nullable Long signerId,
        String signerName,
        String signerRole,
        String method,
        LocalDateTime signedAt,
        LocalDateTime sealedAt,
        int transferred,
        String previousHash,
        String hash,
        String keyId,
        String signature) {

    static final String COLUMNS =
            "programme_id, number, public_id, kind, record_id, record_part, content, content_hash,"
                    + " signer_id, signer_name, signer_role, method, signed_at, sealed_at, transferred, previous_hash, hash,"
                    + " key_id, signature";
    static final String INSERT =
            "INSERT INTO signature (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    /** What is hashed and signed: everything but content, hash and signature. */
    String statement() {
        Map<String, @Nullable Object> facts = new TreeMap<>();
        facts.put("programme_id", programmeId);
        facts.put("number", number);
        facts.put("public_id", publicId);
        facts.put("kind", kind);
        facts.put("record_id", recordId);
        facts.put("record_part", recordPart);
        facts.put("content_hash", contentHash);
        facts.put("signer_id", signerId);
        facts.put("signer_name", signerName);
        facts.put("signer_role", signerRole);
        facts.put("method", method);
        facts.put("signed_at", Canonical.instant(signedAt));
        facts.put("sealed_at", Canonical.instant(sealedAt));
        facts.put("transferred", transferred);
        facts.put("previous_hash", previousHash);
        facts.put("key_id", keyId);
        return Canonical.json(facts);
    }

    /** The row with the hash of its statement. */
    SignatureRow hashed() {
        return with(Canonical.sha256(statement()), signature);
    }

    /** The row signed by a key. */
    SignatureRow signedBy(ProofKey key) {
        return with(hash, key.sign(statement()));
    }

    private SignatureRow with(String newHash, String newSignature) {
        return new SignatureRow(
                programmeId,
                number,
                publicId,
                kind,
                recordId,
                recordPart,
                content,
                contentHash,
                signerId,
                signerName,
                signerRole,
                method,
                signedAt,
                sealedAt,
                transferred,
                previousHash,
                newHash,
                keyId,
                newSignature);
    }

    RecordKey key() {
        return new RecordKey(recordId, recordPart);
    }

    static SignatureRow of(ResultSet row) throws SQLException {
        long signer = row.getLong("signer_id");
        Long signerId = row.wasNull() ? null : signer;
        return new SignatureRow(
                row.getLong("programme_id"),
                row.getInt("number"),
                row.getString("public_id"),
                row.getString("kind"),
                row.getLong("record_id"),
                row.getString("record_part"),
                row.getString("content"),
                row.getString("content_hash"),
                signerId,
                row.getString("signer_name"),
                row.getString("signer_role"),
                row.getString("method"),
                row.getObject("signed_at", LocalDateTime.class),
                row.getObject("sealed_at", LocalDateTime.class),
                row.getInt("transferred"),
                row.getString("previous_hash"),
                row.getString("hash"),
                row.getString("key_id"),
                row.getString("signature"));
    }

    void into(PreparedStatement insert) throws SQLException {
        @Nullable
        Object[] values = {
            programmeId,
            number,
            publicId,
            kind,
            recordId,
            recordPart,
            content,
            contentHash,
            signerId,
            signerName,
            signerRole,
            method,
            signedAt,
            sealedAt,
            transferred,
            previousHash,
            hash,
            keyId,
            signature
        };
        for (int i = 0; i < values.length; i++) {
            insert.setObject(i + 1, values[i]);
        }
    }
}

/** A signed record among those of its kind. */
record RecordKey(long id, String part) {
    @Override
    public String toString() {
        return part.isEmpty() ? Long.toString(id) : id + " " + part;
    }
}

/** A row of table {@code signature_chain}. */
record ChainRow(long programmeId, int length, String headHash, String keyId, String signature) {
    static ChainRow of(ResultSet row) throws SQLException {
        return new ChainRow(
                row.getLong("programme_id"),
                row.getInt("length"),
                row.getString("head_hash"),
                row.getString("key_id"),
                row.getString("signature"));
    }

    static ChainRow signed(long programmeId, int length, String headHash, ProofKey key) {
        ChainRow row = new ChainRow(programmeId, length, headHash, key.id(), "");
        return new ChainRow(programmeId, length, headHash, key.id(), key.sign(row.statement()));
    }

    String statement() {
        return Canonical.json(Map.of("chain", programmeId, "length", length, "head_hash", headHash, "key_id", keyId));
    }

    boolean holds(ProofKeys keys) {
        return keys.verifies(keyId, statement(), signature);
    }
}
