package se.stegen.programme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static se.stegen.testing.TestProgram.refused;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.stegen.access.Actor;
import se.stegen.access.Role;
import se.stegen.common.ProblemCode;
import se.stegen.testing.Fixtures;
import se.stegen.testing.TestProgram;

class EmploymentRateServiceTest {
    private static final LocalDate START = LocalDate.of(2023, 9, 1);
    private static final LocalDate LATER = LocalDate.of(2024, 2, 29);

    private final EmploymentRateService rates = TestProgram.bean(EmploymentRateService.class);
    private final long clinicId = Fixtures.clinic();
    private final Actor head = Fixtures.actor(Role.CLINIC_HEAD, clinicId);
    private final long doctorId = Fixtures.person("Dr Deltid");
    private final long id = Fixtures.programme(doctorId, clinicId, START);

    @Test
    void ratesOverTime() {
        EmploymentRate part = rates.add(head, id, LATER, 80);
        rates.add(head, id, LATER.plusYears(1), 100);
        EmploymentRate moved = rates.change(head, id, part.id(), part.version(), LATER.plusDays(1), 75);
        assertEquals(List.of(100, 75, 100), percents());
        assertEquals(LATER.plusDays(1), moved.validFrom());
        refused(ProblemCode.STALE_VERSION, () -> rates.change(head, id, part.id(), part.version(), LATER, 75));
        refused(ProblemCode.STALE_VERSION, () -> rates.remove(head, id, part.id(), part.version()));
        rates.remove(head, id, part.id(), moved.version());
        assertEquals(List.of(100, 100), percents());
        assertEquals(
                3,
                Fixtures.number(
                        "SELECT COUNT(DISTINCT action) FROM access_log WHERE programme_id = ?"
                                + " AND object_kind = 'EMPLOYMENT_RATE' AND action <> 'READ'",
                        id));
    }

    @Test
    void theFirstOneStays() {
        EmploymentRate first = rates.list(head, id).getFirst();
        refused(ProblemCode.STATE_CONFLICT, () -> rates.remove(head, id, first.id(), first.version()));
        refused(
                ProblemCode.STATE_CONFLICT,
                () -> rates.change(head, id, first.id(), first.version(), START.plusDays(1), 50));
        rates.change(head, id, first.id(), first.version(), START, 50);
        assertEquals(List.of(50), percents());
    }

    @Test
    void badRates() {
        refused(ProblemCode.REQUIRED, () -> rates.add(head, id, null, 80));
        refused(ProblemCode.REQUIRED, () -> rates.add(head, id, LATER, null));
        refused(ProblemCode.OUT_OF_RANGE, () -> rates.add(head, id, LATER, 0));
        refused(ProblemCode.OUT_OF_RANGE, () -> rates.add(head, id, LATER, 101));
        refused(ProblemCode.OUTSIDE_PROGRAMME, () -> rates.add(head, id, START.minusDays(1), 80));
        refused(ProblemCode.ALREADY_EXISTS, () -> rates.add(head, id, START, 80));
        assertEquals(List.of(100), percents());
    }

    @Test
    void whoMay() {
        Actor doctor = Fixtures.actor(doctorId);
        Actor stranger = Fixtures.actor(Role.CLINIC_HEAD, Fixtures.clinic());
        assertEquals(1, rates.list(doctor, id).size());
        refused(ProblemCode.FORBIDDEN, () -> rates.add(doctor, id, LATER, 80));
        refused(ProblemCode.NOT_FOUND, () -> rates.list(stranger, id));
        refused(ProblemCode.NOT_FOUND, () -> rates.add(stranger, id, LATER, 80));
    }

    private List<Integer> percents() {
        return rates.list(head, id).stream().map(EmploymentRate::rate).toList();
    }
}
