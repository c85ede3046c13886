package se.stegen.guideline.oracle;

import io.micronaut.core.annotation.Nullable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import se.stegen.database.TestDatabase;

/** Writes many rows in one transaction. */
final class BatchWriter implements AutoCloseable {
    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new LinkedHashMap<>();
    private final Map<String, PreparedStatement> batches = new LinkedHashMap<>();

    BatchWriter() throws SQLException {
        connection = TestDatabase.asOwner();
    }

    /** Inserts a row at once and gives its key. */
    long insert(String table, String columns, @Nullable Object... values) {
        try {
            PreparedStatement statement = fill(statements, table, columns, values);
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                return keys.next() ? keys.getLong(1) : 0;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(table, e);
        }
    }

    /** Inserts a row at the next {@link #flush}. */
    void add(String table, String columns, @Nullable Object... values) {
        try {
            fill(batches, table, columns, values).addBatch();
        } catch (SQLException e) {
            throw new IllegalStateException(table, e);
        }
    }

    void flush() {
        try {
            for (PreparedStatement batch : batches.values()) {
                batch.executeBatch();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private PreparedStatement fill(
            Map<String, PreparedStatement> prepared, String table, String columns, @Nullable Object... values)
            throws SQLException {
        String sql = "INSERT INTO " + table + " (" + columns + ") VALUES (" + "?, ".repeat(values.length - 1) + "?)";
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS);
            prepared.put(sql, statement);
        }
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
