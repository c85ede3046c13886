package se.stegen.proof;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Tells where a record differs from its frozen content. A column that came later must hold what the migration gave it. */
final class Differences {
    private final Facts facts;
    private final JsonMapper json = JsonMapper.createDefault();

    Differences(Facts facts) {
        this.facts = facts;
    }

    /** A difference: the part's table and the columns, or that rows are missing. */
    record Difference(String table, String what) {}

    List<Difference> of(Connection connection, SignedTable table, String frozen, String now) throws SQLException {
        List<Difference> differences = new ArrayList<>();
        if (frozen.equals(now)) {
            return differences;
        }
        Map<String, Object> then = read(frozen);
        Map<String, Object> today = read(now);
        for (SignedTable.Part part : table.parts()) {
            List<?> before = rows(then.remove(part.member()));
            List<?> after = rows(today.remove(part.member()));
            if (before.size() != after.size()) {
                differences.add(new Difference(
                        part.table(), before.size() + " rows were signed, " + after.size() + " are there"));
                continue;
            }
            for (int i = 0; i < before.size(); i++) {
                Set<String> columns = columns(connection, part, (Map<?, ?>) before.get(i), (Map<?, ?>) after.get(i));
                if (!columns.isEmpty()) {
                    differences.add(new Difference(part.table(), "changed: " + String.join(", ", columns)));
                }
            }
        }
        if (!then.equals(today)) {
            differences.add(new Difference(table.table(), "another record than the one that was signed"));
        }
        return differences;
    }

    private Set<String> columns(Connection connection, SignedTable.Part part, Map<?, ?> before, Map<?, ?> after)
            throws SQLException {
        Set<String> changed = new TreeSet<>();
        for (Map.Entry<?, ?> entry : before.entrySet()) {
            if (!after.containsKey(entry.getKey()) || !Objects.equals(entry.getValue(), after.get(entry.getKey()))) {
                changed.add(String.valueOf(entry.getKey()));
            }
        }
        for (Columns.Column column : facts.columns(connection, part.table())) {
            if (after.containsKey(column.name()) && !before.containsKey(column.name())) {
                Object value = after.get(column.name());
                if (!Objects.equals(column.standard(), value == null ? null : value.toString())) {
                    changed.add(column.name());
                }
            }
        }
        return changed;
    }

    private static List<?> rows(@Nullable Object member) {
        return switch (member) {
            case null -> List.of();
            case List<?> list -> list;
            default -> List.of(member);
        };
    }

    private Map<String, Object> read(String text) {
        try {
            return json.readValue(text, Argument.mapOf(String.class, Object.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
