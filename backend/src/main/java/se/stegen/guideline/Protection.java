package se.stegen.guideline;

import io.micronaut.core.annotation.Nullable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

        Sum minus(Sum other) {
            return new Sum(cells - other.cells, met - other.met, applicable - other.applicable);
        }

        static Sum of(Cell cell) {
            return new Sum(1, cell.met(), cell.applicable());
        }

        static Sum of(List<Cell> cells) {
            return cells.stream().map(Sum::of).reduce(NONE, Sum::plus);
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
    /** All cells of an organisation and of those below it. */
    private final Map<Long, Sum> all = new HashMap<>();
    /** The unknown cells there that no sum shown below is about. */
    private final Map<Long, Sum> about = new HashMap<>();

    private final Map<Long, Long> above = new HashMap<>();

    private Protection() {}

    /** What is kept of an organisation and everything below it. */
    static Kept of(Unit top) {
        Protection protection = new Protection();
        protection.add(top);
        protection.close(top);
        protection.spare(top);
        return new Kept(protection.clinics, protection.organisations);
    }

    private Sum add(Unit unit) {
        Sum sum = Sum.of(unit.cells());
        for (Unit below : unit.below()) {
            above.put(below.organisationId(), unit.organisationId());
            sum = sum.plus(add(below));
        }
        all.put(unit.organisationId(), sum);
        return sum;
    }

    private Sum all(long organisationId) {
        return all.getOrDefault(organisationId, Sum.NONE);
    }

    private Sum about(long organisationId) {
        return about.getOrDefault(organisationId, Sum.NONE);
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
        Sum everybody = all(unit.organisationId());
        Sum hidden = Sum.of(cells);
        if (cells.isEmpty() || hidden.leavesDoubt(everybody)) {
            return List.of();
        }
        for (Way way : ways(unit)) {
            if (hidden.plus(Sum.of(way.cells())).leavesDoubt(everybody)) {
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
        Map<Long, Long> places = new HashMap<>();
        List<Cell> more = new ArrayList<>();
        count(top, places, more);
        more.sort(Comparator.comparingInt(Cell::applicable).reversed());
        for (Cell cell : more) {
            long place = Objects.requireNonNull(places.get(cell.clinicId()));
            Long shown = organisations.contains(place) ? shownAbove(place) : Long.valueOf(place);
            if (shown == null || leavesDoubt(shown, about(shown).minus(Sum.of(cell)))) {
                clinics.remove(cell.clinicId());
                take(place, shown, Sum.of(cell));
            }
        }
        for (long sum : organisations.stream().sorted().toList()) {
            Sum hidden = about(sum);
            Long shown = shownAbove(sum);
            if (leavesDoubt(sum, hidden)
                    && (shown == null || leavesDoubt(shown, about(shown).minus(hidden)))) {
                organisations.remove(sum);
                Long next = above.get(sum);
                if (next != null) {
                    take(next, shown, hidden);
                }
            }
        }
    }

    /** Counts the unknown cells that each sum is about, and finds those that were kept for a sum's sake. */
    private Sum count(Unit unit, Map<Long, Long> places, List<Cell> more) {
        Sum hidden = Sum.NONE;
        for (Unit below : unit.below()) {
            Sum sum = count(below, places, more);
            if (organisations.contains(below.organisationId())) {
                hidden = hidden.plus(sum);
            }
        }
        for (Cell cell : unit.cells()) {
            if (clinics.contains(cell.clinicId())) {
                hidden = hidden.plus(Sum.of(cell));
                if (!cell.small()) {
                    places.put(cell.clinicId(), unit.organisationId());
                    more.add(cell);
                }
            }
        }
        about.put(unit.organisationId(), hidden);
        return hidden;
    }

    /** The next organisation above whose sum is shown; null is none. */
    private @Nullable Long shownAbove(long organisationId) {
        Long next = above.get(organisationId);
        while (next != null && organisations.contains(next)) {
            next = above.get(next);
        }
        return next;
    }

    /** These are unknown no more to the sums from one organisation up to another. */
    private void take(long from, @Nullable Long to, Sum sum) {
        Long at = from;
        while (at != null) {
            about.put(at, about(at).minus(sum));
            at = at.equals(to) ? null : above.get(at);
        }
    }

    private boolean leavesDoubt(long organisationId, Sum hidden) {
        return hidden.cells() == 0 || hidden.leavesDoubt(all(organisationId));
    }
}
