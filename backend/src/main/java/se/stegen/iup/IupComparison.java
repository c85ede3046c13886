package se.stegen.iup;

import io.micronaut.core.annotation.Nullable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What differs between two plans, activity by activity.
 *
 * @param rows all activities of both, by first day
 */
public record IupComparison(List<Row> rows) {
    /** What became of an activity. */
    public enum Change {
        /** Only in the later plan. */
        ADDED,
        /** Only in the earlier plan. */
        REMOVED,
        /** In both, and not the same. */
        CHANGED,
        /** In both, word for word. */
        SAME
    }

    /**
     * One activity in both plans; at least one of the two is there.
     *
     * @param before as the earlier plan has it; null where it hasn't
     * @param after as the later plan has it; null where it hasn't
     */
    public record Row(@Nullable IupItem before, @Nullable IupItem after) {
        /** What became of it. */
        public Change change() {
            if (before == null) {
                return Change.ADDED;
            }
            if (after == null) {
                return Change.REMOVED;
            }
            return before.saysTheSameAs(after) ? Change.SAME : Change.CHANGED;
        }
    }

    /** Compares an earlier plan with a later one, by the activities' keys. */
    public static IupComparison of(List<IupItem> earlier, List<IupItem> later) {
        Map<Long, IupItem> before = new LinkedHashMap<>();
        earlier.forEach(item -> before.put(item.id(), item));
        List<Row> rows = new ArrayList<>();
        for (IupItem item : later) {
            rows.add(new Row(before.remove(item.id()), item));
        }
        before.values().forEach(item -> rows.add(new Row(item, null)));
        rows.sort(Comparator.comparing((Row row) -> first(row).from())
                .thenComparingLong(row -> first(row).id()));
        return new IupComparison(List.copyOf(rows));
    }

    /** How many activities differ. */
    public int changes() {
        return (int) rows.stream().filter(row -> row.change() != Change.SAME).count();
    }

    private static IupItem first(Row row) {
        IupItem after = row.after();
        IupItem before = row.before();
        if (after != null) {
            return after;
        }
        return java.util.Objects.requireNonNull(before);
    }
}
