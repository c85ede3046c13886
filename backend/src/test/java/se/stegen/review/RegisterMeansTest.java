package se.stegen.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.stegen.common.CsvTable;
import se.stegen.review.Register.Mean;
import se.stegen.review.RegisterMeans.Unit;
import se.stegen.spur.Area;
import se.stegen.spur.SpurTexts;

/** Means from the units, half up, as the published tables of 2022 are. */
class RegisterMeansTest {
    private static BigDecimal mean(int sum, int units) {
        return ReviewRules.mean(BigDecimal.valueOf(sum), units, 1);
    }

    private static BigDecimal tenth(String number) {
        return new BigDecimal(number).setScale(1);
    }

    /** A group of the published tables: sums of points per area, behind the means. */
    private record Group(int units, List<Integer> sums, int total) {}

    private static final List<Group> PUBLISHED = List.of(
            new Group(3, List.of(12, 12, 12, 6, 6, 12, 10, 12), 82),
            new Group(4, List.of(16, 15, 15, 11, 7, 16, 14, 9), 103),
            new Group(8, List.of(32, 32, 32, 19, 17, 26, 23, 16), 197),
            new Group(9, List.of(36, 33, 35, 33, 34, 24, 30, 28), 253));

    @Test
    void thePublishedMeansFollowFromTheUnits() {
        List<String> areas = List.of("4.0", "3.8", "3.9", "2.9", "2.7", "3.3", "3.2", "2.7");
        for (int i = 0; i < areas.size(); i++) {
            int area = i;
            int sum =
                    PUBLISHED.stream().mapToInt(group -> group.sums().get(area)).sum();
            assertEquals(tenth(areas.get(i)), mean(sum, 24), "ABCDEFGH".substring(i, i + 1));
        }
        assertEquals(tenth("27.3"), mean(82, 3));
        assertEquals(tenth("24.6"), mean(197, 8));
        assertEquals(tenth("28.1"), mean(253, 9));
        assertEquals(tenth("3.3"), mean(26, 8), "3.25 is rounded up");
    }

    @Test
    void twoPublishedNumbersAreMisprints() {
        // Medical H is printed as 2.1: with it neither the group's total nor the area's mean would be what is printed.
        assertEquals(tenth("3.1"), mean(28, 9));
        assertEquals(tenth("2.7"), mean(12 + 9 + 16 + 28, 24));
        assertEquals(tenth("2.3"), mean(12 + 9 + 16 + 19, 24), "what 2.1 would have given");
        // The total of the single base specialties is printed as 25.
        assertEquals(tenth("25.8"), mean(103, 4));
        assertNotEquals(tenth("25.0"), mean(103, 4));
    }

    @Test
    void theSharedTablesSayTheSame() throws IOException {
        CsvTable table = CsvTable.read(
                Files.readAllBytes(SpurTexts.shared("data/spur/ssno_harledda_heltal.csv")), Set.of("grupp", "n"));
        Map<String, CsvTable.Row> rows = new HashMap<>();
        table.rows().forEach(row -> rows.put(row.text("grupp"), row));
        CsvTable.Row all = Objects.requireNonNull(rows.get("Alla"));
        CsvTable.Row printed = rows.entrySet().stream()
                .filter(row -> row.getKey().contains("(tryckt)"))
                .findFirst()
                .orElseThrow()
                .getValue();
        for (Area area : Area.values()) {
            assertEquals(
                    tenth(printed.text(area.name())),
                    mean(Integer.parseInt(all.text(area.name())), Integer.parseInt(all.text("n"))),
                    area.name());
        }
        for (String group : List.of("Diagnostiska", "Kirurgiska", "Medicinska")) {
            CsvTable.Row row = Objects.requireNonNull(rows.get(group));
            assertEquals(
                    tenth(row.text("tryckt_medel_total")),
                    mean(Integer.parseInt(row.text("summa_poang")), Integer.parseInt(row.text("n"))),
                    group);
        }
    }

    @Test
    void theDeviationIsTheSamples() {
        List<Unit> units = new ArrayList<>();
        // 1, 2, 4, 4: mean 2.75, squares 5.25 + ... = 6.75 over 3 is 2.25, whose root is 1.5; over 4 it would be 1.3.
        for (int points : List.of(1, 2, 4, 4)) {
            units.add(new Unit("Kirurgiska", Map.of(Area.D, points)));
        }
        units.add(new Unit("Medicinska", Map.of(Area.D, 3, Area.H, 2)));
        units.add(new Unit("Medicinska", Map.of()));
        List<Mean> means = RegisterMeans.of(units);
        assertEquals(
                List.of("", "Kirurgiska", "Medicinska"),
                means.stream().map(Mean::group).toList());
        assertEquals(new BigDecimal("1.5"), means.get(1).deviations().get(Area.D));
        assertEquals(new BigDecimal("2.8"), means.get(1).means().get(Area.D), "11 points of 4 units: 2.75, up");
        assertEquals(5, means.getFirst().units(), "who has no grade is no unit");
        assertEquals(new BigDecimal("2.8"), means.getFirst().means().get(Area.D));
        assertTrue(means.get(2).deviations().isEmpty(), "one unit has no deviation");
        assertEquals(
                new BigDecimal("0.0"),
                ReviewRules.deviation(List.of(BigDecimal.TWO, BigDecimal.TWO, BigDecimal.TWO), 1));
        assertEquals(List.of(), RegisterMeans.of(List.of()));
    }
}
