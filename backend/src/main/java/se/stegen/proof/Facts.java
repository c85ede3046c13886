package se.stegen.proof;

import io.micronaut.core.annotation.Nullable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads what signed records say now, in the form in which it is frozen. A few queries for many records. */
final class Facts {
    private final Columns columns = new Columns();

    /** The content of those records of a kind whose own row is there; each also tells whose portfolio it is. */
    Map<RecordKey, Content> read(Connection connection, SignedTable table, Collection<Long> ids) throws SQLException {
        Map<RecordKey, Content> found = new HashMap<>();
        for (SignedTable.Part part : table.parts()) {
            read(connection, table, part, ids, found);
        }
        found.values().removeIf(content -> !content.members().containsKey(table.table()));
        return found;
    }

    List<Columns.Column> columns(Connection connection, String table) throws SQLException {
        return columns.of(connection, table);
    }

    private void read(
            Connection connection,
            SignedTable table,
            SignedTable.Part part,
            Collection<Long> ids,
            Map<RecordKey, Content> found)
            throws SQLException {
        List<Columns.Column> all = columns.of(connection, part.table()).stream()
                .filter(column -> part.columns().isEmpty() || part.columns().contains(column.name()))
                .toList();
        StringBuilder sql =
                new StringBuilder("SELECT ").append(part.id()).append(", ").append(part.part());
        for (Columns.Column column : all) {
            sql.append(part.hashed().contains(column.name()) ? ", SHA2(x." + column.name() + ", 256)" : ", x.")
                    .append(part.hashed().contains(column.name()) ? "" : column.name());
        }
        sql.append(' ').append(part.from()).append(" WHERE ").append(part.id()).append(" IN (?");
        sql.repeat(", ?", ids.size() - 1).append(") ORDER BY ").append(part.order());
        try (PreparedStatement query = connection.prepareStatement(sql.toString())) {
            int place = 0;
            for (long id : ids) {
                query.setLong(++place, id);
            }
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    Map<String, @Nullable Object> row = new TreeMap<>();
                    for (int i = 0; i < all.size(); i++) {
                        Columns.Column column = all.get(i);
                        row.put(name(part, column), column.read(rows, i + 3));
                    }
                    found.computeIfAbsent(
                                    new RecordKey(rows.getLong(1), rows.getString(2)), key -> new Content(table, key))
                            .add(part, row);
                }
            }
        }
    }

    private static String name(SignedTable.Part part, Columns.Column column) {
        return part.hashed().contains(column.name()) ? column.name() + "_sha256" : column.name();
    }

    /** What a record says: for each part its row, or its rows. */
    static final class Content {
        private final Map<String, Object> members = new TreeMap<>();

        Content(SignedTable table, RecordKey key) {
            members.put("kind", table.kind().name());
            members.put("record_id", key.id());
            members.put("record_part", key.part());
            for (SignedTable.Part part : table.parts()) {
                if (part.many()) {
                    members.put(part.member(), new ArrayList<>());
                }
            }
        }

        void add(SignedTable.Part part, Map<String, @Nullable Object> row) {
            if (!part.many()) {
                members.put(part.member(), row);
            } else if (members.get(part.member()) instanceof List<?> rows) {
                List<Object> list = new ArrayList<>(rows);
                list.add(row);
                members.put(part.member(), list);
            }
        }

        Map<String, Object> members() {
            return members;
        }

        String json() {
            return Canonical.json(members);
        }

        /** Whose portfolio; 0 where its programme is gone. */
        long programmeId() {
            return members.get("programme") instanceof Map<?, ?> programme && programme.get("id") instanceof Long id
                    ? id
                    : 0;
        }
    }
}
