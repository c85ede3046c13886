package se.stegen.demo;

import io.micronaut.core.annotation.Nullable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects rows and writes them in batches, with keys given here so that rows can point at each other before that. */
final class DemoWriter {
    private final Connection connection;
    private final Map<String, List<@Nullable Object[]>> rows = new LinkedHashMap<>();
    private final Map<String, Long> nextId = new HashMap<>();

    DemoWriter(Connection connection) {
        this.connection = connection;
    }

    /** Adds a row of a table that has an id of its own and gives the id. */
    long add(String table, String columns, @Nullable Object... values) {
        long id = nextId.merge(table, 1L, Long::sum);
        @Nullable Object[] row = new Object[values.length + 1];
        row[0] = id;
        System.arraycopy(values, 0, row, 1, values.length);
        link(table, "id, " + columns, row);
        return id;
    }

    /** Adds a row of a table without an id. */
    void link(String table, String columns, @Nullable Object... values) {
        String marks = "?" + ", ?".repeat(values.length - 1);
        rows.computeIfAbsent(
                        "INSERT INTO " + table + " (" + columns + ") VALUES (" + marks + ")", sql -> new ArrayList<>())
                .add(values);
    }

    /** Gives ids above those that are there. */
    void startAbove(String... tables) throws SQLException {
        for (String table : tables) {
            nextId.put(table, number("SELECT COALESCE(MAX(id), 0) FROM " + table));
        }
    }

    long number(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    List<String> texts(String sql, Object... values) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    texts.add(row.getString(1));
                }
            }
        }
        return texts;
    }

    /** Writes all rows, tables in the order in which they were met first. */
    void flush() throws SQLException {
        for (Map.Entry<String, List<@Nullable Object[]>> table : rows.entrySet()) {
            try (PreparedStatement statement = connection.prepareStatement(table.getKey())) {
                int waiting = 0;
                for (@Nullable Object[] row : table.getValue()) {
                    for (int i = 0; i < row.length; i++) {
                        statement.setObject(i + 1, row[i]);
                    }
                    statement.addBatch();
                    if (++waiting == 1000) {
                        statement.executeBatch();
                        waiting = 0;
                    }
                }
                statement.executeBatch();
            }
        }
        rows.clear();
    }

    void execute(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
