package se.stegen.guideline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which cells of a table of one indicator are kept from a reader who may not see the doctors behind them, so that nobody can
 * work them out from the cells and the sums that are shown (decision 028). Pure.
 *
 * <p>Kept are the cells behind which fewer than three stand. Each organisation's sum is shown, so that where it gives them
 * away one more is kept: the smallest that leaves a doubt about every one of them. Where no cell does, the sum is kept.
 */
final class Protection {
    /**
     * One clinic's figure; nothing applicable is no cell.
     *
     * @param open whether the reader sees the doctors behind it, and so the figure
     */
    record Cell(long clinicId, int met, int applicable, boolean open) {
        boolean small() {
            return applicable < ClinicLights.LEAST_SHOWN;
        }
    }

    /** An organisation: the cells of its own clinics, and the organisations right below it. */
    record Unit(long organisationId, List<Cell> cells, List<Unit> below) {}

    /** What is kept: cells by clinic, sums by organisation. */
    record Kept(Set<Long> clinics, Set<Long> organisations) {}

    /** Sums that say the same of cells that are unknown, or of all. */
    private record Sum(int cells, int met, int applicable) {
        static final Sum NONE = new Sum(0, 0, 0);

        Sum plus(Sum other) {
            return new Sum(cells + other.cells, met + other.met, applicable + other.applicable);
        }

        static Sum of(List<Cell> cells) {
            return cells.stream()
                    .map(cell -> new Sum(1, cell.met(), cell.applicable()))
                    .reduce(NONE, Sum::plus);
        }

        /** Everybody, or nobody. */
        boolean unanimous() {
            return met == 0 || met == applicable;
        }

        /**
         * Whether, with these sums of unknown cells known, each of them may have several numerators, denominators and
         * shares. Where all doctors of an organisation reach a target, or none does, its sum says so of each of them.
         */
        boolean leavesDoubt(Sum all) {
            return cells > 1 && applicable > cells && (all.unanimous() || !unanimous());
        }
    }

    /**
     * A way to more doubt.
     *
     * @param cells that become unknown
     * @param keep those of them that have been shown so far
     * @param sums organisations whose sum is kept then
     */
    private record Way(List<Cell> cells, List<Cell> keep, List<Long> sums) {
        int size() {
            return Sum.of(cells).applicable();
        }
    }

    private final Set<Long> clinics = new HashSet<>();
    private final Set<Long> organisations = new HashSet<>();
    private final Map<Long, List<Cell>> unknown = new HashMap<>();

    private Protection() {}

    /** What is kept of an organisation and everything below it. */
    static Kept of(Unit top) {
        Protection protection = new Protection();
        protection.close(top);
        protection.spare(top);
        return new Kept(protection.clinics, protection.organisations);
    }

    /** From below upwards: the cells that are in no sum that is shown, which the next sum above is about. */
    private List<Cell> close(Unit unit) {
        List<Cell> cells = new ArrayList<>();
        unit.below().forEach(below -> cells.addAll(close(below)));
        for (Cell cell : unit.cells()) {
            if (!cell.open() && cell.small()) {
                clinics.add(cell.clinicId());
                cells.add(cell);
            }
        }
        unknown.put(unit.organisationId(), cells);
        Sum all = all(unit);
        if (cells.isEmpty() || Sum.of(cells).leavesDoubt(all)) {
            return List.of();
        }
        for (Way way : ways(unit)) {
            if (Sum.of(cells).plus(Sum.of(way.cells())).leavesDoubt(all)) {
                way.keep().forEach(cell -> clinics.add(cell.clinicId()));
                organisations.addAll(way.sums());
                cells.addAll(way.cells());
                return List.of();
            }
        }
        organisations.add(unit.organisationId());
        return cells;
    }

    /** One of its own cells, the smallest first; else those below, the ways that keep no further cell first. */
    private List<Way> ways(Unit unit) {
        return Stream.concat(
                        own(unit, List.of()),
                        unit.below().stream()
                                .flatMap(below -> into(below, List.of()))
                                .sorted(Comparator.<Way>comparingInt(
                                                way -> way.keep().size())
                                        .thenComparingInt(Way::size)))
                .toList();
    }

    private Stream<Way> own(Unit unit, List<Long> sums) {
        return unit.cells().stream()
                .filter(cell -> !cell.open() && !clinics.contains(cell.clinicId()))
                .sorted(Comparator.comparingInt(Cell::applicable).thenComparingLong(Cell::clinicId))
                .map(cell -> new Way(List.of(cell), List.of(cell), sums));
    }

    /** Keeping the sum of an organisation makes its unknown cells part of the sum above. */
    private Stream<Way> into(Unit unit, List<Long> above) {
        if (organisations.contains(unit.organisationId())) {
            return Stream.empty();
        }
        List<Long> sums =
                Stream.concat(above.stream(), Stream.of(unit.organisationId())).toList();
        List<Cell> cells = unknown.getOrDefault(unit.organisationId(), List.of());
        if (!cells.isEmpty()) {
            return Stream.of(new Way(List.copyOf(cells), List.of(), sums));
        }
        return Stream.concat(own(unit, sums), unit.below().stream().flatMap(below -> into(below, sums)));
    }

    /** Shows again what was kept for a sum that was kept itself later. */
    private void spare(Unit top) {
        List<Cell> more = new ArrayList<>();
        cells(top)
                .filter(cell -> clinics.contains(cell.clinicId()) && !cell.small())
                .forEach(more::add);
        more.sort(Comparator.comparingInt(Cell::applicable).reversed());
        for (Cell cell : more) {
            clinics.remove(cell.clinicId());
            if (!leavesDoubt(top)) {
                clinics.add(cell.clinicId());
            }
        }
        for (long sum : List.copyOf(organisations)) {
            organisations.remove(sum);
            if (!leavesDoubt(top)) {
                organisations.add(sum);
            }
        }
    }

    /** Whether every sum that is shown, at the top and below, leaves a doubt about the cells that are kept. */
    private boolean leavesDoubt(Unit top) {
        List<Cell> atTop = new ArrayList<>();
        return leavesDoubt(top, atTop);
    }

    /** Adds to {@code above} the cells that the next sum above is about. */
    private boolean leavesDoubt(Unit unit, List<Cell> above) {
        List<Cell> cells = new ArrayList<>();
        for (Unit below : unit.below()) {
            if (!leavesDoubt(below, cells)) {
                return false;
            }
        }
        unit.cells().stream().filter(cell -> clinics.contains(cell.clinicId())).forEach(cells::add);
        if (organisations.contains(unit.organisationId())) {
            above.addAll(cells);
            return true;
        }
        return cells.isEmpty() || Sum.of(cells).leavesDoubt(all(unit));
    }

    private static Stream<Cell> cells(Unit unit) {
        return Stream.concat(unit.cells().stream(), unit.below().stream().flatMap(Protection::cells));
    }

    private static Sum all(Unit unit) {
        return unit.below().stream().map(Protection::all).reduce(Sum.of(unit.cells()), Sum::plus);
    }
}
