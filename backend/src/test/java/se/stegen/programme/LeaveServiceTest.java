package se.stegen.programme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.stegen.testing.TestProgram.refused;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.stegen.access.Actor;
import se.stegen.access.Role;
import se.stegen.common.ProblemCode;
import se.stegen.testing.Fixtures;
import se.stegen.testing.TestProgram;

class LeaveServiceTest {
    private static final LocalDate START = LocalDate.of(2023, 9, 1);

    private final LeaveService leaves = TestProgram.bean(LeaveService.class);
    private final ProgrammeService programmes = TestProgram.bean(ProgrammeService.class);
    private final long clinicId = Fixtures.clinic();
    private final Actor head = Fixtures.actor(Role.CLINIC_HEAD, clinicId);
    private final Actor admin = Fixtures.admin();
    private final long doctorId = Fixtures.person("Dr Ledig");
    private final long id = Fixtures.programme(doctorId, clinicId, START);

    @Test
    void leavesKeepTheirReasons() {
        Actor doctor = Fixtures.actor(doctorId);
        LocalDate from = START.plusMonths(3);
        Leave leave = leaves.add(head, id, new LeaveData(from, null, null, "Föräldraledig 👶"));
        assertEquals(100, leave.extent());
        assertEquals("Föräldraledig 👶", leave.reason());
        assertEquals("Föräldraledig 👶", leaves.list(doctor, id).getFirst().reason());
        assertNull(leaves.list(admin, id).getFirst().reason());
        assertNull(programmes.get(admin, id).leaves().getFirst().reason());
        assertFalse(leaves.list(admin, id).getFirst().seesReason());
        assertTrue(leave.seesReason());
        assertNull(leaves.list(Fixtures.actor(Role.REVIEWER, clinicId), id)
                .getFirst()
                .reason());

        // An admin who sets the last day neither sees nor loses the reason.
        Leave ended = leaves.change(
                admin, id, leave.id(), leave.version(), new LeaveData(from, from.plusMonths(6), 100, null));
        assertNull(ended.reason());
        assertEquals("Föräldraledig 👶", leaves.list(head, id).getFirst().reason());

        refused(
                ProblemCode.STALE_VERSION,
                () -> leaves.change(head, id, leave.id(), leave.version(), new LeaveData(from, null, 100, null)));
        refused(
                ProblemCode.OUT_OF_RANGE,
                () -> leaves.add(head, id, new LeaveData(from.plusMonths(1), null, 20, null)));
        refused(
                ProblemCode.OUT_OF_RANGE,
                () -> leaves.add(head, id, new LeaveData(from.plusYears(1), null, 101, null)));
        refused(
                ProblemCode.END_BEFORE_START,
                () -> leaves.add(head, id, new LeaveData(from, from.minusDays(1), 100, null)));
        refused(
                ProblemCode.OUTSIDE_PROGRAMME,
                () -> leaves.add(head, id, new LeaveData(START.minusDays(1), null, 100, null)));
        refused(
                ProblemCode.TOO_LONG,
                () -> leaves.add(head, id, new LeaveData(from.plusYears(1), null, 100, "x".repeat(100_000))));
        leaves.remove(head, id, leave.id(), ended.version());
        assertEquals(List.of(), leaves.list(head, id));
    }

    @Test
    void neverMoreThanAHundredPercentOnAnyDay() {
        LocalDate from = START.plusMonths(1);
        leaves.add(head, id, new LeaveData(from, from.plusDays(9), 40, null));
        leaves.add(head, id, new LeaveData(from.plusDays(10), from.plusDays(19), 40, null));
        // Two leaves of 40 that share no day leave room for 60, though they make 80 together.
        Leave across = leaves.add(head, id, new LeaveData(from, from.plusDays(30), 60, null));
        refused(
                ProblemCode.OUT_OF_RANGE,
                () -> leaves.add(head, id, new LeaveData(from.plusDays(5), from.plusDays(5), 1, null)));
        refused(
                ProblemCode.OUT_OF_RANGE,
                () -> leaves.change(
                        head, id, across.id(), across.version(), new LeaveData(from, from.plusDays(30), 61, null)));
        leaves.change(head, id, across.id(), across.version(), new LeaveData(from, null, 59, null));
        leaves.add(head, id, new LeaveData(from.plusDays(5), from.plusDays(5), 1, null));
        assertEquals(4, leaves.list(head, id).size());
    }

    @Test
    void whoMay() {
        Actor supervisor = Fixtures.actor(Fixtures.person("Handledare"));
        refused(ProblemCode.NOT_FOUND, () -> leaves.list(supervisor, id));
        programmes.appointMainSupervisor(head, id, supervisor.personId(), START, null);
        assertEquals(List.of(), leaves.list(supervisor, id));
        refused(ProblemCode.FORBIDDEN, () -> leaves.add(supervisor, id, new LeaveData(START, null, null, null)));
        refused(
                ProblemCode.FORBIDDEN,
                () -> leaves.add(Fixtures.actor(doctorId), id, new LeaveData(START, null, null, null)));
    }
}
