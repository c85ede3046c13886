package se.stegen.teaching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.stegen.testing.TestProgram.refused;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.stegen.access.Actor;
import se.stegen.access.Role;
import se.stegen.common.PageRequest;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;
import se.stegen.testing.Fixtures;
import se.stegen.testing.TalkCast;
import se.stegen.testing.TestProgram;

class TeachingServiceTest {
    private final TeachingService service = TestProgram.bean(TeachingService.class);
    private final AttendanceService attendance = TestProgram.bean(AttendanceService.class);
    private final LocalDate today = TestProgram.bean(Today.class).date();
    private final TalkCast cast = TalkCast.of(today.minusYears(2), today);

    @BeforeAll
    static void load() {
        Fixtures.reference();
    }

    private static TeachingData data(LocalDate date, @Nullable Long leader) {
        return new TeachingData(
                TeachingKind.JOURNAL_CLUB, date, "Sepsis", null, null, "Biblioteket", leader, "Om sepsis", "10.1/x");
    }

    private Teaching create(LocalDate date, @Nullable Long leader, Long... there) {
        return service.create(cast.studierektor(), cast.clinic(), data(date, leader), List.of(there));
    }

    private static String token(TeachingCode code) {
        return code.path().substring("/here/".length());
    }

    private static List<Long> ids(Teaching session) {
        return session.attendees().stream().map(Attendee::personId).toList();
    }

    @Test
    void whoWasThereBelongsToTheClinic() {
        long doctor = cast.doctor().personId();
        long main = cast.main().personId();
        assertEquals(2, create(today.minusDays(1), null, doctor, main, doctor).attended());
        refused(
                ProblemCode.NOT_OF_CLINIC,
                () -> create(today, null, cast.otherHead().personId()));
        refused(ProblemCode.NOT_OF_CLINIC, () -> create(today, cast.otherHead().personId()));
        refused(ProblemCode.NOT_YET_HELD, () -> create(today.plusDays(1), null, doctor));
        for (Actor other : List.of(cast.doctor(), cast.main(), cast.reviewer())) {
            refused(ProblemCode.FORBIDDEN, () -> service.create(other, cast.clinic(), data(today, null), List.of()));
        }
        refused(
                ProblemCode.NOT_FOUND,
                () -> service.create(cast.otherHead(), cast.clinic(), data(today, null), List.of()));
        refused(
                ProblemCode.REQUIRED,
                () -> service.create(
                        cast.head(),
                        cast.clinic(),
                        new TeachingData(TeachingKind.JOURNAL_CLUB, today, " ", null, null, "", null, "", ""),
                        List.of()));
    }

    @Test
    void theCodeInTheRoomNotesWhoScansIt() {
        Teaching session = create(today, cast.main().personId());
        TeachingCode code = attendance.makeCode(cast.main(), session.id());
        assertEquals(session.id(), attendance.look(cast.doctor(), token(code)).id());
        attendance.attend(cast.doctor(), token(code));
        attendance.attend(cast.doctor(), token(code));
        Teaching seen = service.get(cast.main(), session.id());
        assertEquals(List.of(cast.doctor().personId()), ids(seen), "twice is once");
        assertTrue(seen.attendees().getFirst().self());
        refused(ProblemCode.FORBIDDEN, () -> attendance.makeCode(cast.doctor(), session.id()));
        refused(ProblemCode.NOT_OF_CLINIC, () -> attendance.attend(cast.otherHead(), token(code)));
        refused(ProblemCode.CODE_OVER, () -> attendance.attend(cast.doctor(), "unknown"));
        Fixtures.execute(
                "UPDATE teaching_code SET expires_at = '2020-01-01' WHERE teaching_session_id = ?", session.id());
        refused(ProblemCode.CODE_OVER, () -> attendance.attend(cast.main(), token(code)));
    }

    @Test
    void aDoctorOfAnotherClinicAndAnotherDayAreRefused() {
        Teaching session = create(today, null);
        String code = token(attendance.makeCode(cast.head(), session.id()));
        long elsewhere = Fixtures.clinic();
        long other = Fixtures.person("Dr Annan");
        Fixtures.programme(other, elsewhere, today.minusYears(1));
        Fixtures.role(other, Role.TRAINEE, cast.clinic());
        refused(ProblemCode.NOT_OF_CLINIC, () -> attendance.attend(Fixtures.actor(other), code));
        // Placed here, the doctor belongs here.
        Fixtures.insert(
                "INSERT INTO placement (programme_id, title, clinic_id, start_date, end_date)"
                        + " SELECT id, 'x', ?, ?, ? FROM programme WHERE person_id = ?",
                cast.clinic(),
                today,
                today,
                other);
        assertEquals(1, attendance.attend(Fixtures.actor(other), code).attended());
        Fixtures.execute("UPDATE teaching_session SET held_on = ? WHERE id = ?", today.minusDays(1), session.id());
        refused(ProblemCode.CODE_OVER, () -> attendance.attend(cast.doctor(), code));
        refused(ProblemCode.CODE_OVER, () -> attendance.makeCode(cast.head(), session.id()));
    }

    @Test
    void theListIsKeptAfterwards() {
        Teaching session = create(today.minusDays(3), null, cast.main().personId());
        attendance.note(cast.head(), session.id(), cast.doctor().personId());
        assertEquals(2, service.get(cast.head(), session.id()).attended());
        assertEquals(
                List.of(cast.doctor().personId()), ids(service.get(cast.doctor(), session.id())), "one's own only");
        assertEquals(List.of(), ids(service.get(cast.reviewer(), session.id())));
        attendance.forget(cast.head(), session.id(), cast.main().personId());
        assertEquals(1, service.get(cast.head(), session.id()).attended());
        refused(
                ProblemCode.NOT_OF_CLINIC,
                () -> attendance.note(
                        cast.head(), session.id(), cast.otherHead().personId()));
        refused(
                ProblemCode.FORBIDDEN,
                () -> attendance.note(cast.doctor(), session.id(), cast.main().personId()));
        assertEquals(
                List.of(session.id()),
                service.attended(cast.main(), cast.programme(), PageRequest.first()).items().stream()
                        .map(TeachingListItem::id)
                        .toList());
    }

    @Test
    void aSeriesIsPlannedInOneGoAndInTheCalendarsOfTheDoctors() {
        List<Teaching> made = service.series(
                cast.head(),
                cast.clinic(),
                data(today.plusDays(1), cast.main().personId()),
                today.plusDays(29),
                List.of(today.plusDays(8)));
        assertEquals(
                List.of(today.plusDays(1), today.plusDays(15), today.plusDays(22), today.plusDays(29)),
                made.stream().map(Teaching::date).toList());
        long first = made.getFirst().id();
        String invited = "SELECT COUNT(*) FROM appointment a JOIN appointment_person p ON p.appointment_id = a.id"
                + " WHERE a.kind = 'JOURNAL_CLUB' AND a.record_id = ? AND p.person_id = ? AND a.cancelled_at IS NULL";
        assertEquals(1, Fixtures.number(invited, first, cast.doctor().personId()));
        assertEquals(1, Fixtures.number(invited, first, cast.main().personId()));
        refused(ProblemCode.REASON_REQUIRED, () -> service.cancel(cast.head(), first, null, ""));
        Teaching cancelled = service.cancel(cast.head(), first, 0, "Sjukdom");
        assertTrue(cancelled.cancelled());
        assertEquals(0, Fixtures.number(invited, first, cast.doctor().personId()));
        refused(ProblemCode.STATE_CONFLICT, () -> service.cancel(cast.head(), first, null, "x"));
        refused(
                ProblemCode.OUT_OF_RANGE,
                () -> service.series(cast.head(), cast.clinic(), data(today, null), today.plusYears(3), List.of()));
    }

    @Test
    void whatIsChangedIsChangedOnce() {
        Teaching session = create(today, null, cast.doctor().personId());
        Teaching changed = service.change(cast.head(), session.id(), 0, data(today.minusDays(1), null));
        assertEquals(today.minusDays(1), changed.date());
        refused(ProblemCode.STALE_VERSION, () -> service.change(cast.head(), session.id(), 0, data(today, null)));
        refused(
                ProblemCode.NOT_YET_HELD,
                () -> service.change(cast.head(), session.id(), 1, data(today.plusDays(1), null)));
        assertFalse(service.list(cast.doctor(), cast.clinic(), today.minusDays(1), today)
                .isEmpty());
    }

    @Test
    void movedToADayThatHasPassedItLeavesTheCalendars() {
        Teaching session = create(today.plusDays(7), null);
        service.change(cast.studierektor(), session.id(), session.version(), data(today.minusDays(1), null));
        assertEquals(
                0,
                Fixtures.number(
                        "SELECT COUNT(*) FROM appointment WHERE kind = 'JOURNAL_CLUB' AND record_id = ?"
                                + " AND cancelled_at IS NULL",
                        session.id()));
    }

    @Test
    void whoBeginsAfterwardsIsInvitedAndWhoLeavesIsTakenOff() {
        Teaching session = create(today.plusDays(20), null);
        long late = Fixtures.person("Sen Åberg");
        long programme = Fixtures.programme(late, cast.clinic(), today.plusDays(10));
        TeachingInvitationJob job = TestProgram.bean(TeachingInvitationJob.class);
        assertFalse(invited(session, late));
        job.run();
        assertTrue(invited(session, late));
        assertTrue(invited(session, cast.doctor().personId()));
        long mails = mails(late);
        assertEquals(1, mails);
        job.run();
        assertEquals(mails, mails(late), "nobody is told twice");
        Fixtures.execute("UPDATE post SET end_date = ? WHERE programme_id = ?", today.plusDays(19), programme);
        job.run();
        assertFalse(invited(session, late));
        assertTrue(invited(session, cast.doctor().personId()));
    }

    private static boolean invited(Teaching session, long person) {
        return Fixtures.number(
                        "SELECT COUNT(*) FROM appointment a JOIN appointment_person q ON q.appointment_id = a.id"
                                + " WHERE a.kind = 'JOURNAL_CLUB' AND a.record_id = ? AND q.person_id = ?",
                        session.id(),
                        person)
                == 1;
    }

    private static long mails(long person) {
        return Fixtures.number(
                "SELECT COUNT(*) FROM outbox_mail m JOIN person p ON p.email = m.recipient WHERE p.id = ?", person);
    }
}
