package se.stegen.spur;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import se.stegen.spur.SpurReport.FoundGrade;

/**
 * Reads the text of a SPUR report. Pure. The grade of an area is a box in the picture and not in the text; the one that is
 * sure is the sentence "Graderingen är ändrad till C" inside the area. Two parallel regulations have two boxes, but that
 * sentence does not tell which it means, so it is the area's.
 */
public final class ReportParser {
    private static final Pattern GRADE = Pattern.compile("Graderingen\\s+är\\s+ändrad\\s+till\\s+([A-D])\\b[.]?");
    private static final Pattern END_OF_WORDS = Pattern.compile(
            "(?i)(föreskrift(er)?|allmänna råd|kvalitetsindikator(er)?|kvalitetskriteri(um|er))( \\(endast \\d{4}\\))?"
                    + "|gradering|struktur|process|[a-h]|[a-d]\\. (socialstyrelsens|brister har påvisats) .*");
    private static final Pattern VISIT =
            Pattern.compile("(?i)(granskningsdatum|datum för granskning(en)?|inspektionsdatum)[: ]+(.+)");
    private static final List<String> SUMMARY = List.of("styrkor", "svagheter", "förbättringspotential");
    private static final int LEAST_AREAS = 4;

    private final Set<Area> headed = EnumSet.noneOf(Area.class);
    private final Map<Area, List<String>> words = new EnumMap<>(Area.class);
    private final Map<Area, List<String>> whole = new EnumMap<>(Area.class);
    private final Map<String, List<String>> summary = new java.util.LinkedHashMap<>();
    private @Nullable LocalDate visit;

    private ReportParser() {}

    /** What is found; {@link SpurReport#recognised} is false where it is no such report. */
    public static SpurReport parse(String text) {
        return new ReportParser().read(ReportLines.of(text));
    }

    private SpurReport read(List<String> lines) {
        int plan = planAt(lines);
        body(lines.subList(0, plan));
        List<SpurReport.FoundAction> actions = ActionPlanParser.parse(lines.subList(plan, lines.size()));
        String text = String.join(" ", lines).toLowerCase(Locale.ROOT);
        GradingVersion version = text.contains("kvalitetskriteri")
                ? GradingVersion.V2018
                : text.contains("kvalitetsindikator") ? GradingVersion.NEWER : null;
        return new SpurReport(
                headed.size() >= LEAST_AREAS || actions.stream().anyMatch(action -> action.area() != null),
                version,
                lines.contains("2015 2021"),
                visit,
                grades(),
                words.entrySet().stream()
                        .filter(area -> !area.getValue().isEmpty())
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                area -> ReportLines.join(area.getValue()),
                                (a, b) -> a,
                                () -> new EnumMap<>(Area.class))),
                summary("styrkor"),
                summary("svagheter"),
                summary("förbättringspotential"),
                summary(""),
                actions);
    }

    /** The plan begins at its heading, else at the heading of the first area that has an action below it. */
    private static int planAt(List<String> lines) {
        int first = 0;
        while (first < lines.size() && !lines.get(first).equalsIgnoreCase("Planerad åtgärd")) {
            first++;
        }
        if (first == lines.size()) {
            return first;
        }
        for (int i = first; i >= 0; i--) {
            if (lines.get(i).equalsIgnoreCase("Handlingsplan")
                    || ReportLines.heading(lines, i, true).isPresent()) {
                return i;
            }
        }
        return first;
    }

    private void body(List<String> lines) {
        Area area = null;
        List<String> into = null;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Matcher day = VISIT.matcher(line);
            if (day.matches() && visit == null) {
                visit = PrintedDate.understand(day.group(3)).orElse(null);
            }
            var heading = ReportLines.heading(lines, i, false);
            if (heading.isPresent()) {
                area = heading.get().area();
                headed.add(area);
                into = words.computeIfAbsent(area, none -> new ArrayList<>());
                i += heading.get().lines() - 1;
            } else if (area == null && isSummary(line)) {
                int from = i;
                while (i + 1 < lines.size() && isSummary(lines.get(i + 1))) {
                    i++;
                }
                // Several headings in a row: the columns below them are mixed, and nobody can tell whose line is whose.
                into = summary.computeIfAbsent(from == i ? plain(line) : "", none -> new ArrayList<>());
            } else if (END_OF_WORDS.matcher(line).matches()) {
                into = null;
            } else if (into != null) {
                into.add(line);
            }
            if (area != null) {
                whole.computeIfAbsent(area, none -> new ArrayList<>()).add(line);
            }
        }
    }

    private static boolean isSummary(String line) {
        return SUMMARY.contains(plain(line));
    }

    private static String plain(String line) {
        return line.toLowerCase(Locale.ROOT).replaceFirst(" ?:$", "");
    }

    /** One line of a summary is one remark: in the reports each begins anew, so the lines are kept. */
    private String summary(String heading) {
        List<String> lines = summary.getOrDefault(heading, List.of());
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            boolean begins = text.isEmpty() || ".:".indexOf(text.charAt(text.length() - 1)) >= 0;
            text.append(text.isEmpty() ? "" : begins ? "\n" : " ").append(line);
        }
        return text.toString();
    }

    private Map<Area, FoundGrade> grades() {
        Map<Area, FoundGrade> grades = new EnumMap<>(Area.class);
        whole.forEach((area, lines) -> {
            List<FoundGrade> said = GRADE.matcher(ReportLines.join(lines))
                    .results()
                    .map(match -> new FoundGrade(
                            Grade.valueOf(match.group(1)), match.group().replaceAll("\\s+", " ")))
                    .distinct()
                    .toList();
            // Two sentences that contradict each other tell nothing.
            if (said.stream().map(FoundGrade::grade).distinct().count() == 1) {
                grades.put(area, said.getFirst());
            }
        });
        return grades;
    }
}
