package se.stegen.guideline.oracle;

import io.micronaut.core.annotation.Nullable;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import se.stegen.database.TestDatabase;

/** Reads whole rows, and nothing more: what they mean is for the oracle to say. */
final class Rows {
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private Rows() {}

    /** One row by column. */
    record Row(Map<String, @Nullable Object> columns) {
        boolean has(String column) {
            return columns.get(column) != null;
        }

        long number(String column) {
            return ((Number) value(column)).longValue();
        }

        @Nullable
        Integer count(String column) {
            Object value = columns.get(column);
            return value == null ? null : Integer.valueOf(value.toString());
        }

        BigDecimal decimal(String column) {
            return new BigDecimal(value(column).toString());
        }

        boolean yes(String column) {
            Object value = value(column);
            return value instanceof Boolean yes ? yes : Integer.parseInt(value.toString()) == 1;
        }

        String text(String column) {
            return value(column).toString();
        }

        LocalDate day(String column) {
            return LocalDate.parse(value(column).toString());
        }

        /** The day in Sweden of a moment in UTC. */
        LocalDate dayInSweden(String column) {
            Object value = value(column);
            LocalDateTime utc = value instanceof LocalDateTime at ? at : ((java.sql.Timestamp) value).toLocalDateTime();
            return utc.atOffset(ZoneOffset.UTC).atZoneSameInstant(SWEDEN).toLocalDate();
        }

        private Object value(String column) {
            return Objects.requireNonNull(columns.get(column), column);
        }
    }

    static List<Row> of(String sql, @Nullable Object... values) {
        try (Connection owner = TestDatabase.asOwner();
                PreparedStatement statement = owner.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            List<Row> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                int columns = result.getMetaData().getColumnCount();
                while (result.next()) {
                    Map<String, @Nullable Object> row = new HashMap<>();
                    for (int i = 1; i <= columns; i++) {
                        row.put(result.getMetaData().getColumnLabel(i), result.getObject(i));
                    }
                    rows.add(new Row(row));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
