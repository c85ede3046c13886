package se.stegen.spur;

import io.micronaut.core.annotation.Nullable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import se.stegen.spur.SpurReport.FoundAction;

/**
 * The action plan at a report's end: under an area's heading an item, then five labels with what stands below each. A page
 * break doubles the label "Planerad åtgärd". Pure.
 */
final class ActionPlanParser {
    /** What stands below a label, in the order of the plan. */
    private enum Field {
        ITEM(0, ""),
        PLANNED(1, "planerad åtgärd"),
        DUE(2, "datum när åtgärden ska vara genomförd"),
        RESPONSIBLE(3, "ansvarig för genomförandet"),
        FOLLOW_UP(4, "datum för uppföljning"),
        FOLLOW_UP_RESPONSIBLE(5, "ansvarig för uppföljningen");

        private final int step;
        private final String label;

        Field(int step, String label) {
            this.step = step;
            this.label = label;
        }

        boolean isDay() {
            return this == DUE || this == FOLLOW_UP;
        }
    }

    private final List<FoundAction> found = new ArrayList<>();
    private final Map<Field, List<String>> values = new EnumMap<>(Field.class);
    private @Nullable Area area;
    private @Nullable Field field;

    private ActionPlanParser() {}

    /** The rows, in the plan's order. */
    static List<FoundAction> parse(List<String> lines) {
        return new ActionPlanParser().read(lines);
    }

    private List<FoundAction> read(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            var heading = ReportLines.heading(lines, i, true);
            if (heading.isPresent()) {
                begin(heading.get().area());
                i += heading.get().lines() - 1;
                continue;
            }
            String line = lines.get(i);
            if (i + 1 < lines.size() && isWrappedLabel(line, lines.get(i + 1))) {
                i++;
                line = line + " " + lines.get(i);
            }
            take(line);
        }
        flush();
        return List.copyOf(found);
    }

    private void take(String line) {
        Field labelled = labelled(line);
        if (labelled != null) {
            if (field != null && labelled.compareTo(field) < 0) {
                // The next row without a heading of its own.
                begin(area);
            }
            field = labelled;
            String rest = line.substring(labelled.label.length()).replaceFirst("^[ :]+", "");
            if (!rest.isEmpty()) {
                add(labelled, rest);
            }
            return;
        }
        Area known = area;
        if (field == Field.FOLLOW_UP_RESPONSIBLE && known != null && Checklist.begins(known, line)) {
            begin(known);
        }
        if (field != null) {
            add(field, line);
        }
    }

    /**
     * The label of the line: alone, before a colon, or before its value where this is the next label to come. A sentence of
     * the plan that merely begins with the same words is none.
     */
    private @Nullable Field labelled(String line) {
        String words = line.toLowerCase(Locale.ROOT);
        for (Field one : Field.values()) {
            if (one != Field.ITEM && words.startsWith(one.label)) {
                String rest = words.substring(one.label.length()).strip();
                boolean next = field != null && one.step == field.step + 1;
                boolean value = next
                        && !rest.isEmpty()
                        && words.charAt(one.label.length()) == ' '
                        && (!one.isDay()
                                || rest.startsWith("pågående")
                                || PrintedDate.understand(rest).isPresent());
                if (rest.isEmpty() || rest.startsWith(":") || value) {
                    return one;
                }
            }
        }
        return null;
    }

    private static boolean isWrappedLabel(String line, String next) {
        String first = line.toLowerCase(Locale.ROOT);
        String both = first + " " + next.toLowerCase(Locale.ROOT);
        for (Field one : Field.values()) {
            if (one.label.length() > first.length() && first.length() >= 8 && one.label.startsWith(first)) {
                return both.equals(one.label) || both.startsWith(one.label + ":");
            }
        }
        return false;
    }

    private void begin(@Nullable Area next) {
        flush();
        area = next;
        field = Field.ITEM;
    }

    private void add(Field to, String line) {
        values.computeIfAbsent(to, none -> new ArrayList<>()).add(line);
    }

    private void flush() {
        if (!values.isEmpty()) {
            found.add(new FoundAction(
                    area,
                    value(Field.ITEM),
                    value(Field.PLANNED),
                    value(Field.DUE),
                    value(Field.RESPONSIBLE),
                    value(Field.FOLLOW_UP),
                    value(Field.FOLLOW_UP_RESPONSIBLE)));
        }
        values.clear();
        field = null;
    }

    private String value(Field of) {
        return ReportLines.join(values.getOrDefault(of, List.of()));
    }
}
