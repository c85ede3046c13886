package se.stegen.curriculum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import se.stegen.common.CsvTable;

/** Every reference file against its counts. */
class ReferenceFilesTest {
    private final ReferenceFiles files = ReferenceFiles.read();

    @Test
    void sixtyThreeSpecialties() {
        Map<SpecialtyKind, Long> kinds = files.specialties().stream()
                .collect(Collectors.groupingBy(line -> line.specialty().kind(), Collectors.counting()));
        assertEquals(Map.of(SpecialtyKind.BASE, 44L, SpecialtyKind.BRANCH, 9L, SpecialtyKind.ADDITIONAL, 10L), kinds);
        assertTrue(files.specialties().stream().allMatch(line -> line.in2015() && line.in2021()));
    }

    @Test
    void codeFollowsFromTheName() {
        for (ReferenceFiles.SpecialtyLine line : files.specialties()) {
            String expected = line.specialty()
                    .name()
                    .toLowerCase(Locale.ROOT)
                    .replace('å', 'a')
                    .replace('ä', 'a')
                    .replace('ö', 'o')
                    .replaceAll("[^a-z0-9]+", "-")
                    .replaceAll("^-|-$", "");
            assertEquals(expected, line.specialty().code());
        }
        assertTrue(files.specialties().stream()
                .anyMatch(line ->
                        "obstetrik-och-gynekologi".equals(line.specialty().code())));
    }

    @Test
    void anEditionPerRegulationAndSpecialty() {
        assertEquals(126, files.editions().size());
        assertEquals(
                126,
                files.editions().stream()
                        .map(e -> e.regulation() + e.specialtyCode())
                        .distinct()
                        .count());
    }

    @Test
    void goalsOf2015() {
        assertEquals(819, lines("sosfs-2015-8").size());
        for (ReferenceFiles.Edition edition : editions(Regulation.SOSFS_2015)) {
            assertEquals(6, count(edition, GoalGroup.A));
            assertEquals(0, count(edition, GoalGroup.BT));
            switch (edition.specialtyCode()) {
                case "radiologi" -> assertEquals(List.of("b1", "b3"), codes(edition, GoalGroup.B));
                default -> assertEquals(List.of("b1", "b2", "b3", "b4", "b5"), codes(edition, GoalGroup.B));
            }
            boolean selectionKnown = Set.of("psykiatri", "radiologi").contains(edition.specialtyCode());
            assertEquals(selectionKnown, edition.checked(), edition.specialtyCode());
            assertEquals(
                    selectionKnown,
                    edition.goals().stream()
                            .filter(g -> g.group() == GoalGroup.B)
                            .allMatch(Goal::checked));
        }
        assertEquals(13, count(edition(Regulation.SOSFS_2015, "psykiatri"), GoalGroup.C));
        assertEquals(0, count(edition(Regulation.SOSFS_2015, "rattspsykiatri"), GoalGroup.C));
        assertEquals(12, count(edition(Regulation.SOSFS_2015, "socialmedicin"), GoalGroup.C));
    }

    @Test
    void goalsOf2021() {
        assertEquals(865, lines("hslf-fs-2021-8").size());
        Map<String, SpecialtyKind> kinds = files.specialties().stream()
                .collect(Collectors.toMap(
                        l -> l.specialty().code(), l -> l.specialty().kind()));
        Set<String> unsure = Set.of("rattspsykiatri", "socialmedicin", "radiologi", "rost-och-talrubbningar");
        for (ReferenceFiles.Edition edition : editions(Regulation.HSLF_2021)) {
            assertEquals(7, count(edition, GoalGroup.A));
            assertEquals(
                    kinds.get(edition.specialtyCode()) == SpecialtyKind.BASE ? 18 : 0, count(edition, GoalGroup.BT));
            assertEquals(!unsure.contains(edition.specialtyCode()), edition.checked(), edition.specialtyCode());
            assertEquals(edition.checked(), edition.remark() == null);
        }
        assertEquals(4, count(edition(Regulation.HSLF_2021, "radiologi"), GoalGroup.B));
        assertFalse(edition(Regulation.HSLF_2021, "radiologi").goals().stream()
                .filter(g -> g.group() == GoalGroup.B)
                .anyMatch(Goal::checked));
        assertEquals(List.of("STb1"), codes(edition(Regulation.HSLF_2021, "neuroradiologi"), GoalGroup.B));
        assertEquals(0, count(edition(Regulation.HSLF_2021, "rattspsykiatri"), GoalGroup.C));
        assertEquals(0, count(edition(Regulation.HSLF_2021, "socialmedicin"), GoalGroup.C));
        assertEquals(11, count(edition(Regulation.HSLF_2021, "rost-och-talrubbningar"), GoalGroup.C));
    }

    /** Titles are labels: what a doctor has to be able to do is other people's text and stays out. */
    @Test
    void noCompetenceRequirementSlippedIn() {
        for (Regulation regulation : Regulation.values()) {
            CsvTable table = table(regulation.folder());
            assertEquals(List.of("specialty", "code", "group", "title", "checked", "activities"), table.columns());
            for (CsvTable.Row row : table.rows()) {
                assertTrue(row.text("title").length() <= 100, () -> row.text("title"));
                assertTrue(
                        row.text("activities").matches("[A-ZÅÄÖ;|]*(\\(primärvård\\)[;A-Z]*)?"),
                        () -> row.text("code") + row.text("activities"));
            }
        }
    }

    /** The same against the source itself, where it lies beside the project ({@code STEGEN_SHARED}). */
    @Test
    void noCompetenceRequirementOfTheSourceSlippedIn() throws IOException {
        String shared = Objects.requireNonNullElse(
                System.getenv("STEGEN_SHARED"), Files.isDirectory(Path.of("../shared")) ? "../shared" : "../../shared");
        for (String year : List.of("2015", "2021")) {
            Path source = Path.of(shared, "data", "goals", "delmal-" + year + "-aktiviteter.csv");
            Assumptions.assumeTrue(Files.exists(source), "Skipped: no shared data beside the project");
            Set<String> passages = new HashSet<>();
            for (CsvTable.Row row : CsvTable.read(Files.readAllBytes(source), Set.of("kompetenskrav_kort"))
                    .rows()) {
                // Shorter ones are everyday words that a label shares.
                if (row.text("kompetenskrav_kort").length() > 100) {
                    passages.add(row.text("kompetenskrav_kort"));
                }
            }
            String ours = Files.readString(
                    Path.of("src/main/resources/reference", year.equals("2015") ? "sosfs-2015-8" : "hslf-fs-2021-8")
                            .resolve("goals.csv"),
                    StandardCharsets.UTF_8);
            assertFalse(passages.stream().anyMatch(ours::contains));
        }
    }

    private List<ReferenceFiles.Edition> editions(Regulation regulation) {
        return files.editions().stream()
                .filter(e -> e.regulation() == regulation)
                .toList();
    }

    private ReferenceFiles.Edition edition(Regulation regulation, String code) {
        return editions(regulation).stream()
                .filter(e -> e.specialtyCode().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static long count(ReferenceFiles.Edition edition, GoalGroup group) {
        return codes(edition, group).size();
    }

    private static List<String> codes(ReferenceFiles.Edition edition, GoalGroup group) {
        return edition.goals().stream()
                .filter(g -> g.group() == group)
                .map(Goal::code)
                .toList();
    }

    private static List<CsvTable.Row> lines(String folder) {
        return table(folder).rows();
    }

    private static CsvTable table(String folder) {
        try (var in = ReferenceFilesTest.class.getResourceAsStream("/reference/" + folder + "/goals.csv")) {
            return CsvTable.read(Objects.requireNonNull(in).readAllBytes(), Set.of());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
