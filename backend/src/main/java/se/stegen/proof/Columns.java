package se.stegen.proof;

import io.micronaut.core.annotation.Nullable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What columns the tables have; they do not change while the program runs. */
final class Columns {
    private static final Set<String> WHOLE = Set.of("bigint", "int", "mediumint", "smallint", "tinyint");

    private final Map<String, List<Column>> tables = new ConcurrentHashMap<>();

    /**
     * A column.
     *
     * @param type as the database calls it
     * @param standard what rows get that were there before the column; null for NULL or nothing
     */
    record Column(String name, String type, @Nullable String standard) {
        /** The value as it is frozen: a whole number, a text, or null. */
        @Nullable
        Object read(ResultSet row, int index) throws SQLException {
            if (WHOLE.contains(type)) {
                long number = row.getLong(index);
                return row.wasNull() ? null : (Object) number;
            }
            if (type.equals("datetime") || type.equals("timestamp")) {
                LocalDateTime time = row.getObject(index, LocalDateTime.class);
                return time == null ? null : Canonical.instant(time);
            }
            if (type.equals("date")) {
                LocalDate day = row.getObject(index, LocalDate.class);
                return day == null ? null : day.toString();
            }
            return row.getString(index);
        }
    }

    List<Column> of(Connection connection, String table) throws SQLException {
        List<Column> known = tables.get(table);
        if (known == null) {
            known = read(connection, table);
            tables.put(table, known);
        }
        return known;
    }

    private static List<Column> read(Connection connection, String table) throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT column_name, data_type, column_default FROM"
                + " information_schema.columns WHERE table_schema = DATABASE() AND table_name = ?"
                + " ORDER BY ordinal_position")) {
            query.setString(1, table);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    columns.add(new Column(
                            rows.getString(1),
                            rows.getString(2).toLowerCase(Locale.ROOT),
                            standard(rows.getString(3))));
                }
            }
        }
        if (columns.isEmpty()) {
            throw new SQLException("There is no table " + table);
        }
        return columns;
    }

    /** MariaDB writes a default as SQL ({@code 'X'}, {@code NULL}), MySQL as it is. */
    private static @Nullable String standard(@Nullable String sql) {
        if (sql == null || sql.equals("NULL")) {
            return null;
        }
        boolean quoted = sql.length() >= 2 && sql.startsWith("'") && sql.endsWith("'");
        return quoted ? sql.substring(1, sql.length() - 1).replace("''", "'") : sql;
    }
}
