package se.stegen.proof;

import io.micronaut.core.annotation.Nullable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** Who signed what, as the features' own tables say. */
final class Claims {
    private Claims() {}

    /** One record that says that it is signed. */
    record Claim(
            SignedTable table,
            RecordKey key,
            long programmeId,
            @Nullable Long signerId,
            String signerName,
            String role,
            String method,
            LocalDateTime signedAt) {}

    /** The signed record. */
    static Claim of(Connection connection, SignedTable table, RecordKey key) throws SQLException {
        List<Claim> found = read(
                connection,
                table,
                " AND " + table.id() + " = ? AND CAST(" + table.part() + " AS CHAR) = ?",
                key.id(),
                key.part());
        if (found.size() != 1) {
            throw new IllegalStateException("No signed " + table.kind() + " " + key);
        }
        return found.getFirst();
    }

    /** Records that say that they are signed and have no signature. */
    static List<Claim> unsigned(Connection connection, SignedTable table) throws SQLException {
        return read(
                connection,
                table,
                " AND NOT EXISTS (SELECT 1 FROM signature g WHERE g.kind = '" + table.kind() + "' AND g.record_id = "
                        + table.id() + " AND g.record_part = " + table.part() + ")");
    }

    private static List<Claim> read(Connection connection, SignedTable table, String condition, Object... values)
            throws SQLException {
        String sql = "SELECT " + table.id() + ", " + table.part() + ", " + table.programmeId() + ", " + table.signerId()
                + ", " + table.signerName() + ", " + table.role() + ", " + table.method() + ", " + table.signedAt()
                + " " + table.from() + condition;
        List<Claim> claims = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                query.setObject(i + 1, values[i]);
            }
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    long signer = rows.getLong(4);
                    Long signerId = rows.wasNull() ? null : signer;
                    String name = rows.getString(5);
                    claims.add(new Claim(
                            table,
                            new RecordKey(rows.getLong(1), rows.getString(2)),
                            rows.getLong(3),
                            signerId,
                            name == null ? "" : name,
                            rows.getString(6),
                            rows.getString(7),
                            rows.getObject(8, LocalDateTime.class)));
                }
            }
        }
        return claims;
    }
}
