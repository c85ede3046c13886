package se.stegen.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.stegen.testing.TestProgram.refused;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import se.stegen.access.Actor;
import se.stegen.access.Role;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;
import se.stegen.curriculum.Regulation;
import se.stegen.programme.EmploymentRateService;
import se.stegen.programme.LeaveData;
import se.stegen.programme.LeaveService;
import se.stegen.programme.ProgrammeData;
import se.stegen.programme.ProgrammeService;
import se.stegen.testing.Fixtures;
import se.stegen.testing.TestProgram;

class TimeServiceTest {
    private static final LocalDate START = LocalDate.of(2024, 2, 1);
    private static final LocalDate DAY = LocalDate.of(2025, 12, 31);

    private final TimeService time = TestProgram.bean(TimeService.class);
    private final CreditService credits = TestProgram.bean(CreditService.class);
    private final LeaveService leaves = TestProgram.bean(LeaveService.class);
    private final ProgrammeService programmes = TestProgram.bean(ProgrammeService.class);
    private final long clinicId = Fixtures.clinic();
    private final Actor head = Fixtures.actor(Role.CLINIC_HEAD, clinicId);
    private final long doctorId = Fixtures.person("Dr Tid");
    private final long id = Fixtures.programme(doctorId, clinicId, START);

    private static List<String> words(ProgrammeTime of) {
        return of.shifts().stream()
                .map(one -> one.text() + ": " + one.shift().days())
                .toList();
    }

    @Test
    void everyShiftWithItsWords() {
        Actor doctor = Fixtures.actor(doctorId);
        leaves.add(head, id, new LeaveData(LocalDate.of(2025, 2, 1), LocalDate.of(2025, 7, 31), 100, "Föräldraledig"));
        TestProgram.bean(EmploymentRateService.class).add(head, id, LocalDate.of(2026, 1, 1), 80);
        TestProgram.bean(EmploymentRateService.class).add(head, id, LocalDate.of(2026, 1, 11), 100);
        credits.add(head, id, new CreditData("DISSERTATION", 6, null, "Uppsala"));
        ProgrammeTime seen = time.get(doctor, id, DAY);
        assertEquals(
                List.of(
                        "Tillgodoräknat 6 månader, doktorsexamen: -184",
                        "Föräldraledig 100 % 1 feb–31 juli 2025: 181",
                        "Deltid 80 % 1 jan–10 jan 2026: 2"),
                words(seen));
        assertEquals(LocalDate.of(2029, 1, 31), seen.nominalEnd());
        assertEquals(LocalDate.of(2029, 1, 31).minusDays(1), seen.projectedEnd());
        assertEquals(-1, seen.shiftDays());
        assertEquals(700 - 181, seen.servedDays());
        assertEquals(17, seen.servedMonths());
        assertEquals(54, seen.requiredMonths());
        assertEquals(54 - 17, seen.remainingMonths());
        assertEquals(seen.requiredDays(), seen.servedDays() + seen.remainingDays());
        assertEquals(
                "Ledighet 100 % 1 feb–31 juli 2025: 181",
                words(time.get(Fixtures.admin(), id, DAY)).get(1));
        assertEquals(0, time.get(doctor, id, START.minusDays(1)).servedDays());
        assertEquals(0, time.get(doctor, id, seen.projectedEnd()).remainingDays());
    }

    @Test
    void anOpenLeaveHasNoEnd() {
        leaves.add(head, id, new LeaveData(LocalDate.of(2025, 2, 1), null, 100, null));
        ProgrammeTime seen = time.get(head, id, DAY);
        assertNull(seen.projectedEnd());
        assertNull(seen.shiftDays());
        assertEquals(Endless.LEAVE_OPEN, seen.endless());
        assertEquals(List.of("Ledighet 100 % från 1 feb 2025: null"), words(seen));
    }

    @Test
    void aPostThatMovesLeavesAGap() {
        long postId = programmes.get(head, id).posts().getFirst().id();
        programmes.changePost(head, id, postId, 0, START, LocalDate.of(2025, 12, 31));
        // Who leads the clinic sees nothing any more; the doctor does.
        Actor doctor = Fixtures.actor(doctorId);
        assertEquals(Endless.POST_ENDS, time.get(doctor, id, DAY).endless());
        programmes.addPost(Fixtures.admin(), id, clinicId, LocalDate.of(2026, 1, 2), null);
        assertEquals(List.of("Utan tjänst 1 jan 2026: 1"), words(time.get(head, id, DAY)));
    }

    @Test
    void under2021AYearRemains() {
        long newRules = programmes
                .create(head, new ProgrammeData(doctorId, clinicId, "2021", "kirurgi", START, null, 100))
                .facts()
                .programmeId();
        credits.add(head, newRules, new CreditData("ABROAD", 54, 0, ""));
        credits.add(head, newRules, new CreditData("DISSERTATION", 6, 0, ""));
        assertEquals(12, time.get(head, newRules, DAY).requiredMonths());
        // 2015 has no such rule.
        credits.add(head, id, new CreditData("EARLIER_SERVICE", 55, 0, ""));
        assertEquals(5, time.get(head, id, DAY).requiredMonths());
    }

    @Test
    void howFarOnesOwnHasCome() {
        LocalDate today = TestProgram.bean(Today.class).date();
        long own = Fixtures.programme(
                Fixtures.person("Egen"), clinicId, today.minusMonths(7).withDayOfMonth(1));
        Actor doctor = Fixtures.actor(Fixtures.number("SELECT person_id FROM programme WHERE id = ?", own));
        assertEquals(new Progress(own, 8, 60), time.mine(doctor).get(own));
        leaves.add(head, own, new LeaveData(today.minusMonths(4), today, 100, null));
        assertTrue(Objects.requireNonNull(time.mine(doctor).get(own)).month() < 6);
        assertTrue(time.mine(head).isEmpty());
        assertEquals(
                0,
                Fixtures.number(
                        "SELECT COUNT(*) FROM access_log WHERE programme_id = ? AND object_kind = 'TIME'", own));
    }

    @Test
    void credits() {
        Credit first = credits.add(head, id, new CreditData("DISSERTATION", 5, 15, " Doktorsexamen 2022 "));
        assertEquals("Doktorsexamen 2022", first.note());
        // Six months in all under both regulations.
        refused(ProblemCode.CREDIT_TOO_LONG, () -> credits.add(head, id, new CreditData("DISSERTATION", 0, 20, null)));
        Credit changed = credits.change(
                head, id, first.id(), first.version(), new CreditData("DISSERTATION", 6, 0, first.note()));
        assertEquals(6, changed.months());
        refused(
                ProblemCode.STALE_VERSION,
                () -> credits.change(
                        head, id, first.id(), first.version(), new CreditData("DISSERTATION", 1, 0, null)));
        refused(ProblemCode.REQUIRED, () -> credits.add(head, id, new CreditData("ABROAD", 0, 0, null)));
        refused(ProblemCode.REQUIRED, () -> credits.add(head, id, new CreditData(" ", 1, 0, null)));
        refused(ProblemCode.UNKNOWN_CODE, () -> credits.add(head, id, new CreditData("GOODWILL", 1, 0, null)));
        refused(ProblemCode.OUT_OF_RANGE, () -> credits.add(head, id, new CreditData("ABROAD", -1, 0, null)));
        refused(ProblemCode.OUT_OF_RANGE, () -> credits.add(head, id, new CreditData("ABROAD", 1, 31, null)));
        refused(ProblemCode.TOO_LONG, () -> credits.add(head, id, new CreditData("ABROAD", 1, 0, "x".repeat(501))));
        credits.remove(head, id, first.id(), changed.version());
        assertEquals(List.of(), credits.list(head, id));
        assertEquals(OptionalInt.of(30), CreditKind.EARLIER_SPECIALTY.mostMonths(Regulation.SOSFS_2015));
        assertEquals(OptionalInt.of(33), CreditKind.EARLIER_SPECIALTY.mostMonths(Regulation.HSLF_2021));
        assertEquals(OptionalInt.empty(), CreditKind.BEFORE_LICENCE.mostMonths(Regulation.SOSFS_2015));
    }

    @Test
    void whoMay() {
        Actor doctor = Fixtures.actor(doctorId);
        Actor stranger = Fixtures.actor(Role.STUDIEREKTOR, Fixtures.clinic());
        CreditData data = new CreditData("ABROAD", 1, 0, null);
        refused(ProblemCode.NOT_FOUND, () -> time.get(stranger, id, null));
        refused(ProblemCode.NOT_FOUND, () -> credits.list(stranger, id));
        refused(ProblemCode.FORBIDDEN, () -> credits.add(doctor, id, data));
        refused(ProblemCode.OUT_OF_RANGE, () -> time.get(doctor, id, LocalDate.of(9999, 1, 1)));
        time.get(doctor, id, null);
        assertEquals(
                1,
                Fixtures.number(
                        "SELECT COUNT(*) FROM access_log WHERE programme_id = ? AND object_kind = 'TIME'"
                                + " AND action = 'READ'",
                        id));
    }
}
