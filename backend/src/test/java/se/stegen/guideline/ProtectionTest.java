package se.stegen.guideline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.stegen.guideline.Protection.Cell;
import se.stegen.guideline.Protection.Kept;
import se.stegen.guideline.Protection.Unit;

/** Nobody works out what is kept, and nothing is kept without need. */
class ProtectionTest {
    private static final int ROUNDS = 3000;

    private final Random random = new Random(20261122);
    private long nextId = 1;

    @Test
    void ofOneSmallClinicTheNextSmallestIsKeptToo() {
        Unit unit = unit(1, cell(1, 1, 2), cell(2, 5, 6), cell(3, 3, 4), cell(4, 8, 9));
        assertEquals(new Kept(Set.of(1L, 3L), Set.of()), Protection.of(unit));
    }

    @Test
    void withoutASmallClinicNothingIsKept() {
        assertEquals(new Kept(Set.of(), Set.of()), Protection.of(unit(1, cell(1, 0, 3), cell(2, 4, 4))));
        assertEquals(new Kept(Set.of(), Set.of()), Protection.of(unit(1)));
    }

    @Test
    void theSumOfAnOrganisationWithOneClinicIsKeptWithIt() {
        assertEquals(new Kept(Set.of(1L), Set.of(1L)), Protection.of(unit(1, cell(1, 1, 2))));
    }

    @Test
    void aClinicWhoseDoctorsOneSeesIsNeitherKeptNorHidesAnother() {
        Unit unit = unit(1, new Cell(1, 1, 2, true), new Cell(2, 1, 2, false), new Cell(3, 2, 4, true));
        assertEquals(new Kept(Set.of(2L), Set.of(1L)), Protection.of(unit));
    }

    @Test
    void twoThatReachAllAreHiddenByOneThatDoesNot() {
        Unit unit = unit(1, cell(1, 2, 2), cell(2, 1, 1), cell(3, 5, 5), cell(4, 4, 6));
        assertEquals(new Kept(Set.of(1L, 2L, 4L), Set.of()), Protection.of(unit));
    }

    @Test
    void whereEverybodyReachesItTheSumStandsAndSaysSo() {
        Unit unit = unit(1, cell(1, 2, 2), cell(2, 4, 4), cell(3, 5, 5));
        assertEquals(new Kept(Set.of(1L, 2L), Set.of()), Protection.of(unit));
    }

    @Test
    void aHospitalOfOneSmallClinicIsHiddenInTheRegionByAnother() {
        Unit alone = unit(2, cell(1, 1, 2));
        Unit larger = unit(3, cell(2, 2, 5), cell(3, 3, 4));
        Kept kept = Protection.of(new Unit(1, List.of(), List.of(alone, larger)));
        assertEquals(new Kept(Set.of(1L, 3L), Set.of(2L, 3L)), kept);
    }

    @Test
    void nobodyWorksOutWhatIsKeptInRandomTables() {
        int kept = 0;
        for (int round = 0; round < ROUNDS; round++) {
            nextId = 1;
            Unit top = random(2);
            Kept found = Protection.of(top);
            kept += found.clinics().size();
            requireDoubt(top, found, "round " + round + " " + top + " " + found);
        }
        assertTrue(kept > ROUNDS, "the tables hold small numbers");
    }

    @Test
    void nothingIsKeptWithoutNeedInRandomTables() {
        for (int round = 0; round < ROUNDS; round++) {
            nextId = 1;
            Unit top = random(1);
            Kept found = Protection.of(top);
            for (Cell cell : cells(top)) {
                boolean small = !cell.open() && cell.applicable() < 3;
                if (small) {
                    assertTrue(found.clinics().contains(cell.clinicId()));
                } else if (found.clinics().contains(cell.clinicId())) {
                    Set<Long> fewer = new HashSet<>(found.clinics());
                    fewer.remove(cell.clinicId());
                    assertFalse(
                            doubt(top, new Kept(fewer, found.organisations())),
                            () -> "kept without need: " + cell + " in " + top);
                }
            }
            for (long sum : found.organisations()) {
                Set<Long> fewer = new HashSet<>(found.organisations());
                fewer.remove(sum);
                assertFalse(doubt(top, new Kept(found.clinics(), fewer)), () -> "sum kept without need: " + sum + top);
            }
        }
    }

    private static void requireDoubt(Unit top, Kept kept, String what) {
        assertTrue(doubt(top, kept), what);
    }

    /**
     * The attacker: subtracts what is shown from each sum that is shown, sum by sum, and tries every table that fits what is
     * left. What is known without that: that a kept cell has at least one doctor.
     */
    private static boolean doubt(Unit top, Kept kept) {
        List<Equation> equations = new ArrayList<>();
        Map<Long, Equation> remainders = new HashMap<>();
        remainder(top, kept, equations, remainders);
        if (!kept.organisations().contains(top.organisationId())) {
            equations.add(Objects.requireNonNull(remainders.get(top.organisationId())));
        }
        return equations.stream().allMatch(Equation::leavesDoubt);
    }

    /** Of an organisation: what its sum says about cells that no sum below says it of. */
    private static Equation remainder(Unit unit, Kept kept, List<Equation> equations, Map<Long, Equation> remainders) {
        List<Cell> unknown = new ArrayList<>();
        for (Unit below : unit.below()) {
            Equation its = remainder(below, kept, equations, remainders);
            if (kept.organisations().contains(below.organisationId())) {
                unknown.addAll(its.cells());
            } else {
                equations.add(its);
            }
        }
        unit.cells().stream()
                .filter(cell -> kept.clinics().contains(cell.clinicId()))
                .forEach(unknown::add);
        List<Cell> all = cells(unit);
        int met = all.stream().mapToInt(Cell::met).sum();
        int applicable = all.stream().mapToInt(Cell::applicable).sum();
        Equation equation = new Equation(unknown, met == 0 || met == applicable);
        remainders.put(unit.organisationId(), equation);
        return equation;
    }

    /**
     * Unknown cells whose sum is known.
     *
     * @param unanimous whether the organisation's sum says the same of everybody, which is told and not kept
     */
    private record Equation(List<Cell> cells, boolean unanimous) {
        boolean leavesDoubt() {
            if (cells.isEmpty()) {
                return true;
            }
            int met = cells.stream().mapToInt(Cell::met).sum();
            int applicable = cells.stream().mapToInt(Cell::applicable).sum();
            List<Set<Integer>> numerators = new ArrayList<>();
            List<Set<Integer>> denominators = new ArrayList<>();
            List<Set<Double>> shares = new ArrayList<>();
            for (int i = 0; i < cells.size(); i++) {
                numerators.add(new HashSet<>());
                denominators.add(new HashSet<>());
                shares.add(new HashSet<>());
            }
            // Of cells that are alike in what is known, one stands for all: it against the rest taken together.
            int others = cells.size() - 1;
            for (int of = 1; of <= applicable - others; of++) {
                int rest = applicable - of;
                if (others == 0 && rest != 0) {
                    continue;
                }
                for (int reached = 0; reached <= of; reached++) {
                    if (met - reached >= 0 && met - reached <= rest) {
                        for (int i = 0; i < cells.size(); i++) {
                            numerators.get(i).add(reached);
                            denominators.get(i).add(of);
                            shares.get(i).add((double) reached / of);
                        }
                    }
                }
            }
            return denominators.stream().allMatch(some -> some.size() > 1)
                    && (unanimous
                            || (numerators.stream().allMatch(some -> some.size() > 1)
                                    && shares.stream().allMatch(some -> some.size() > 1)));
        }
    }

    private Unit random(int depth) {
        long id = nextId++;
        List<Cell> cells = new ArrayList<>();
        int clinics = random.nextInt(6);
        double reach = random.nextDouble();
        for (int i = 0; i < clinics; i++) {
            int applicable = 1 + random.nextInt(random.nextBoolean() ? 3 : 8);
            int met = 0;
            for (int one = 0; one < applicable; one++) {
                met += random.nextDouble() < reach * 1.3 - 0.15 ? 1 : 0;
            }
            cells.add(new Cell(nextId++, met, applicable, random.nextInt(8) == 0));
        }
        List<Unit> below = new ArrayList<>();
        for (int i = 0; depth > 0 && i < random.nextInt(4); i++) {
            below.add(random(depth - 1));
        }
        return new Unit(id, cells, below);
    }

    private static List<Cell> cells(Unit unit) {
        return Stream.concat(unit.cells().stream(), unit.below().stream().flatMap(below -> cells(below).stream()))
                .toList();
    }

    private static Cell cell(long clinic, int met, int applicable) {
        return new Cell(clinic, met, applicable, false);
    }

    private static Unit unit(long id, Cell... cells) {
        return new Unit(id, List.of(cells), List.of());
    }
}
