package se.stegen.curriculum;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import se.stegen.common.CsvTable;
import se.stegen.common.ImportPreview;
import se.stegen.common.ImportPreview.Line;
import se.stegen.common.ImportPreview.Outcome;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.curriculum.CurriculumRepository.EditionRow;
import se.stegen.curriculum.CurriculumRepository.SpecialtyRow;

/** Reads a file of goals and says what it changes; writes nothing. */
@Singleton
class CurriculumImport {
    /** A curriculum that gets a new edition. */
    record Change(EditionRow latest, List<Goal> goals) {}

    /** What a file does. */
    record Plan(ImportPreview preview, List<Change> changes) {}

    private record Entry(int line, String specialty, Goal goal) {}

    private static final String ALL = "*";

    private final CurriculumRepository curricula;

    CurriculumImport(CurriculumRepository curricula) {
        this.curricula = curricula;
    }

    Plan plan(Regulation regulation, byte[] file) {
        Map<String, Specialty> specialties = new LinkedHashMap<>();
        Map<String, String> codes = new HashMap<>();
        for (SpecialtyRow row : curricula.specialtiesOf(regulation.code())) {
            specialties.put(row.code(), row.specialty());
            codes.put(row.code(), row.code());
            codes.put(row.name().toLowerCase(Locale.ROOT), row.code());
        }
        List<Line> lines = new ArrayList<>();
        List<Entry> entries = entries(CsvTable.read(file, Set.of("specialty", "code", "title", "group")), codes, lines);
        if (!lines.isEmpty()) {
            return new Plan(new ImportPreview(List.copyOf(lines)), List.of());
        }
        return changes(regulation, entries, specialties);
    }

    private static List<Entry> entries(CsvTable table, Map<String, String> codes, List<Line> errors) {
        List<Entry> entries = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (CsvTable.Row row : table.rows()) {
            String name = row.text("specialty");
            String subject = (name + " " + row.text("code")).strip();
            try {
                String specialty = name.startsWith(ALL) ? ALL : codes.get(name.toLowerCase(Locale.ROOT));
                if (specialty == null) {
                    throw Problem.field(
                            "specialty", name.isEmpty() ? ProblemCode.REQUIRED : ProblemCode.UNKNOWN_CODE, name);
                }
                Goal goal = goal(row);
                if (!seen.add(specialty + " " + goal.code().toLowerCase(Locale.ROOT))) {
                    throw Problem.field("code", ProblemCode.ALREADY_EXISTS, goal.code());
                }
                entries.add(new Entry(row.line(), specialty, goal));
            } catch (Problem e) {
                errors.add(new Line(row.line(), subject, Outcome.ERROR, e.errors()));
            }
        }
        return entries;
    }

    private static Goal goal(CsvTable.Row row) {
        GoalGroup group;
        try {
            group = GoalGroup.valueOf(row.text("group").toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Problem.field("group", ProblemCode.UNKNOWN_CODE, row.text("group"));
        }
        String status = row.text("status").toLowerCase(Locale.ROOT);
        boolean checked = status.isEmpty() || status.startsWith("verified") || "true".equals(status);
        return CurriculumService.valid(
                "", new Goal(row.text("code"), group, row.text("title"), row.text("activities"), checked));
    }

    private Plan changes(Regulation regulation, List<Entry> entries, Map<String, Specialty> specialties) {
        Map<String, List<Entry>> own = new LinkedHashMap<>();
        List<Entry> common = new ArrayList<>();
        for (Entry entry : entries) {
            (ALL.equals(entry.specialty()) ? common : own.computeIfAbsent(entry.specialty(), s -> new ArrayList<>()))
                    .add(entry);
        }
        // A file of common goals alone is about every specialty.
        Set<String> touched = own.isEmpty() && !common.isEmpty() ? specialties.keySet() : own.keySet();
        Map<Integer, Line> lines = new LinkedHashMap<>();
        entries.forEach(e -> lines.put(
                e.line(), new Line(e.line(), subject(e.specialty(), e.goal()), Outcome.UNCHANGED, List.of())));
        List<Line> removed = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        Map<String, EditionRow> latest = new HashMap<>();
        curricula.latestOf(regulation.code()).forEach(row -> latest.put(row.specialtyCode(), row));
        Map<Long, List<Goal>> goals = new HashMap<>();
        curricula
                .latestGoalsOf(regulation.code())
                .forEach(row -> goals.computeIfAbsent(row.curriculumId(), id -> new ArrayList<>())
                        .add(row.goal()));
        for (String code : touched) {
            EditionRow edition = latest.get(code);
            Specialty specialty = specialties.get(code);
            if (edition == null || specialty == null) {
                continue;
            }
            List<Entry> news = new ArrayList<>(own.getOrDefault(code, List.of()));
            common.stream()
                    .filter(e -> e.goal().group() != GoalGroup.BT || specialty.kind() == SpecialtyKind.BASE)
                    .forEach(news::add);
            List<Goal> before = goals.getOrDefault(edition.id(), List.of());
            List<Goal> after = merge(before, news, lines);
            if (!after.equals(before)) {
                changes.add(new Change(edition, after));
                Set<String> left = new HashSet<>();
                after.forEach(g -> left.add(g.code()));
                before.stream()
                        .filter(g -> !left.contains(g.code()))
                        .forEach(g -> removed.add(new Line(0, subject(code, g), Outcome.REMOVE, List.of())));
            }
        }
        List<Line> all = new ArrayList<>(lines.values());
        all.addAll(removed);
        return new Plan(new ImportPreview(List.copyOf(all)), List.copyOf(changes));
    }

    /** Groups that the file has take the place of those before; notes per line what it does. */
    private static List<Goal> merge(List<Goal> before, List<Entry> news, Map<Integer, Line> lines) {
        Map<String, Goal> old = new HashMap<>();
        before.forEach(goal -> old.put(goal.code(), goal));
        Set<GoalGroup> replaced = EnumSet.noneOf(GoalGroup.class);
        List<Goal> after = new ArrayList<>();
        for (Entry entry : news) {
            replaced.add(entry.goal().group());
            Goal earlier = old.get(entry.goal().code());
            Goal goal = entry.goal();
            if (earlier != null && goal.activities() == null) {
                goal = new Goal(goal.code(), goal.group(), goal.title(), earlier.activities(), goal.checked());
            }
            after.add(goal);
            if (!goal.equals(earlier)) {
                lines.computeIfPresent(
                        entry.line(),
                        (n, line) -> line.outcome() == Outcome.UPDATE
                                ? line
                                : new Line(
                                        n,
                                        line.subject(),
                                        earlier == null ? Outcome.CREATE : Outcome.UPDATE,
                                        List.of()));
            }
        }
        before.stream().filter(goal -> !replaced.contains(goal.group())).forEach(after::add);
        after.sort(Comparator.comparing(Goal::group));
        return after;
    }

    private static String subject(String specialty, Goal goal) {
        return specialty + " " + goal.code() + " " + goal.title();
    }
}
