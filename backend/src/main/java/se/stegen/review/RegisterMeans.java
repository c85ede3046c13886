package se.stegen.review;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.stegen.review.Register.Mean;
import se.stegen.spur.Area;

/** Means and deviations of units' points, by area and specialty group. Pure. */
final class RegisterMeans {
    private static final int DECIMALS = 1;

    private RegisterMeans() {}

    /**
     * A unit.
     *
     * @param points 1-4 of each area whose grade is known; of two regulations the lower, since one that fails asks for a plan
     */
    record Unit(String group, Map<Area, Integer> points) {}

    /** All units together first, with an empty name, then each group by name. */
    static List<Mean> of(List<Unit> units) {
        List<Unit> graded =
                units.stream().filter(unit -> !unit.points().isEmpty()).toList();
        if (graded.isEmpty()) {
            return List.of();
        }
        Map<String, List<Unit>> groups = new TreeMap<>();
        graded.forEach(unit ->
                groups.computeIfAbsent(unit.group(), none -> new ArrayList<>()).add(unit));
        List<Mean> means = new ArrayList<>();
        means.add(mean("", graded));
        groups.forEach((group, some) -> means.add(mean(group, some)));
        return means;
    }

    private static Mean mean(String group, List<Unit> units) {
        Map<Area, BigDecimal> means = new EnumMap<>(Area.class);
        Map<Area, BigDecimal> deviations = new EnumMap<>(Area.class);
        for (Area area : Area.values()) {
            List<BigDecimal> points = units.stream()
                    .map(unit -> unit.points().get(area))
                    .filter(java.util.Objects::nonNull)
                    .map(BigDecimal::valueOf)
                    .toList();
            if (!points.isEmpty()) {
                BigDecimal sum = points.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
                means.put(area, ReviewRules.mean(sum, points.size(), DECIMALS));
            }
            if (points.size() > 1) {
                deviations.put(area, ReviewRules.deviation(points, DECIMALS));
            }
        }
        return new Mean(group, units.size(), means, deviations);
    }
}
