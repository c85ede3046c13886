package se.stegen.supervision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.stegen.access.Actor;
import se.stegen.access.Role;
import se.stegen.common.ProblemCode;
import se.stegen.common.SwedishHolidays;
import se.stegen.common.Today;
import se.stegen.signing.RecordState;
import se.stegen.signing.StateChange;
import se.stegen.testing.AtOnce;
import se.stegen.testing.Fixtures;
import se.stegen.testing.TestProgram;

/** The term's sessions booked in one go, moved, cancelled; and those that were planned and not held. */
class SupervisionSeriesTest {
    private static final SessionTime TIME = new SessionTime(LocalTime.of(13, 0), 45, "Rum 4");

    private final SupervisionSeriesService series = TestProgram.bean(SupervisionSeriesService.class);
    private final SupervisionPlanService plans = TestProgram.bean(SupervisionPlanService.class);
    private final SupervisionService sessions = TestProgram.bean(SupervisionService.class);
    private final LocalDate today = TestProgram.bean(Today.class).date();

    private long clinic;
    private long programme;
    private Actor doctor;
    private Actor supervisor;

    @BeforeEach
    void aDoctorWithAMainSupervisor() {
        clinic = Fixtures.clinic();
        long doctorId = Fixtures.person("Doktor");
        long supervisorId = Fixtures.person("Handledare");
        programme = Fixtures.programme(doctorId, clinic, today.minusYears(1));
        Fixtures.insert(
                "INSERT INTO main_supervisor (programme_id, person_id, valid_from) VALUES (?, ?, ?)",
                programme,
                supervisorId,
                today.minusYears(1));
        doctor = Fixtures.actor(doctorId);
        supervisor = Fixtures.actor(supervisorId);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-06, EPIPHANY",
        "2026-04-03, GOOD_FRIDAY",
        "2026-04-06, EASTER_MONDAY",
        "2026-05-14, ASCENSION",
        "2026-06-06, NATIONAL_DAY",
        "2026-06-19, MIDSUMMER_EVE",
        "2026-10-31, ALL_SAINTS",
        "2026-12-24, CHRISTMAS_EVE",
        "2027-03-26, GOOD_FRIDAY",
        "2038-04-26, EASTER_MONDAY",
        "2026-11-24,",
    })
    void holidays(LocalDate day, String name) {
        assertEquals(name, SwedishHolidays.of(day).orElse(null));
    }

    @Test
    void holidaysLeavesAndBookedDaysArePassedOverAndSaidSo() {
        SeriesRhythm rhythm =
                new SeriesRhythm(DayOfWeek.THURSDAY, 1, LocalDate.of(2026, 12, 8), LocalDate.of(2027, 1, 31), 4);
        List<SeriesDay> days = SeriesRules.days(
                rhythm, day -> day.equals(LocalDate.of(2026, 12, 17)), Set.of(LocalDate.of(2027, 1, 7)));
        assertEquals(
                List.of(
                        "2026-12-10 null",
                        "2026-12-17 LEAVE",
                        "2026-12-24 HOLIDAY",
                        "2026-12-31 HOLIDAY",
                        "2027-01-07 PLANNED",
                        "2027-01-14 null",
                        "2027-01-21 null",
                        "2027-01-28 null"),
                days.stream().map(day -> day.day() + " " + day.obstacle()).toList());
        assertEquals("CHRISTMAS_EVE", days.get(2).holiday());
        assertEquals(2, SeriesRules.everyWeeks(9, LocalDate.of(2026, 8, 17), LocalDate.of(2026, 12, 31)));
        assertEquals(1, SeriesRules.everyWeeks(40, LocalDate.of(2026, 8, 17), LocalDate.of(2026, 12, 31)));
    }

    @Test
    void leavesOfTheDoctorAreRead() {
        Fixtures.insert(
                "INSERT INTO leave_period (programme_id, start_date, end_date, extent, entered_by) VALUES (?, ?, ?, 100, ?)",
                programme,
                today.plusDays(1),
                today.plusDays(7),
                doctor.personId());
        SeriesRhythm rhythm =
                new SeriesRhythm(today.plusDays(2).getDayOfWeek(), 1, today.plusDays(1), today.plusDays(7), 1);
        assertEquals(1, series.days(doctor, programme, rhythm).size());
        assertTrue(series.days(doctor, programme, rhythm).getFirst().obstacle() != null);
    }

    @Test
    void proposedIsWhatTheGuidelineStillAsksFor() {
        assertEquals(0, series.proposal(doctor, programme).needed(), "no guideline asks");
        Fixtures.execute(
                "UPDATE clinic SET guideline_code = (SELECT code FROM guideline_profile"
                        + " WHERE supervisions_per_year IS NOT NULL ORDER BY id LIMIT 1) WHERE id = ?",
                clinic);
        SeriesProposal proposal = series.proposal(doctor, programme);
        assertTrue(proposal.needed() > 0);
        assertEquals(supervisor.personId(), proposal.supervisorId());
        book(doctor, "one", today.plusDays(1));
        assertEquals(
                proposal.needed() - 1, series.proposal(supervisor, programme).needed());
    }

    @Test
    void bookedOnceHoweverOftenItIsSentAndInBothCalendars() throws Exception {
        LocalDate[] days = {today.plusDays(7), today.plusDays(21), today.plusDays(14)};
        AtOnce.refusals(() -> book(doctor, "key", days), () -> book(doctor, "key", days));
        List<Long> ids = book(doctor, "key", days);
        assertEquals(3, ids.size());
        assertEquals(3, Fixtures.number("SELECT COUNT(*) FROM supervision WHERE programme_id = ?", programme));
        Supervision first = sessions.get(supervisor, ids.getFirst());
        assertEquals(RecordState.PLANNED, first.state());
        assertEquals(today.plusDays(7), first.date());
        assertEquals(TIME, first.time());
        assertEquals(3, appointments("a.cancelled_at IS NULL AND a.starts_at = '13:00' AND a.minutes = 45"));
        assertEquals(
                3,
                book(supervisor, "another", today.plusDays(8), today.plusDays(9), today.plusDays(10))
                        .size());
    }

    @Test
    void whoBooksNoSessionsOfTheDoctorAndWhatCannotBeBooked() {
        Actor studierektor = Fixtures.actor(Role.STUDIEREKTOR, clinic);
        TestProgram.refused(
                ProblemCode.FORBIDDEN,
                () -> series.book(studierektor, programme, booking(supervisor, "x", today.plusDays(1))));
        TestProgram.refused(
                ProblemCode.NOT_FOUND,
                () -> series.proposal(Fixtures.actor(Role.SUPERVISOR, Fixtures.clinic()), programme));
        TestProgram.refused(ProblemCode.OUT_OF_RANGE, () -> book(doctor, "x", today.minusDays(1)));
        TestProgram.refused(ProblemCode.OUT_OF_RANGE, () -> book(doctor, "x", today.plusDays(1), today.plusDays(1)));
        TestProgram.refused(ProblemCode.REQUIRED, () -> book(doctor, "x"));
        TestProgram.refused(
                ProblemCode.REQUIRED,
                () -> series.book(
                        doctor,
                        programme,
                        new SeriesBooking(supervisor.personId(), "x", SessionTime.NONE, List.of(today.plusDays(1)))));
        TestProgram.refused(
                ProblemCode.OWN_RECORD, () -> series.book(doctor, programme, booking(doctor, "x", today.plusDays(1))));
        assertEquals(0, Fixtures.number("SELECT COUNT(*) FROM supervision_series WHERE programme_id = ?", programme));
    }

    @Test
    void movedWithAReasonOneOrTheRest() {
        List<Long> ids = book(doctor, "k", today.plusDays(7), today.plusDays(14), today.plusDays(21));
        SessionTime later = new SessionTime(LocalTime.of(15, 30), 60, "Rum 5");
        TestProgram.refused(
                ProblemCode.REASON_REQUIRED,
                () -> plans.move(doctor, ids.get(1), null, new SessionMove(today.plusDays(15), later, " ", false)));
        plans.move(doctor, ids.get(0), null, new SessionMove(today.plusDays(8), later, "Jour", false));
        plans.move(supervisor, ids.get(1), null, new SessionMove(today.plusDays(16), later, "Kurs", true));
        assertEquals(
                List.of(today.plusDays(8), today.plusDays(16), today.plusDays(23)),
                ids.stream().map(id -> sessions.get(doctor, id).date()).toList());
        Supervision last = sessions.get(doctor, ids.get(2));
        assertEquals(later, last.time());
        assertEquals("Kurs", last.history().getLast().reason());
        assertEquals(3, appointments("a.sequence = 1 AND a.starts_at = '15:30'"));
    }

    @Test
    void whoMovesIsToldOfHolidaysLeavesAndBookedDays() {
        LocalDate epiphany = LocalDate.of(today.getYear() + 1, 1, 6);
        LocalDate first = epiphany.minusDays(3);
        List<Long> ids = book(doctor, "k", first, first.plusDays(7), first.plusDays(14));
        Fixtures.insert(
                "INSERT INTO leave_period (programme_id, start_date, end_date, extent, entered_by) VALUES (?, ?, ?, 100, ?)",
                programme,
                epiphany.plusDays(14),
                epiphany.plusDays(14),
                doctor.personId());
        assertEquals(
                Arrays.asList(SeriesDay.Obstacle.HOLIDAY, null, SeriesDay.Obstacle.LEAVE),
                series.moved(doctor, ids.getFirst(), epiphany, true).stream()
                        .map(SeriesDay::obstacle)
                        .toList());
        assertEquals(
                List.of(epiphany),
                series.moved(supervisor, ids.getFirst(), epiphany, false).stream()
                        .map(SeriesDay::day)
                        .toList());
        // A week later is the next one's day, unless that one moves as well.
        assertEquals(
                SeriesDay.Obstacle.PLANNED,
                series.moved(doctor, ids.getFirst(), first.plusDays(7), false)
                        .getFirst()
                        .obstacle());
        assertEquals(
                Arrays.asList(null, null, null),
                series.moved(doctor, ids.getFirst(), first.plusDays(7), true).stream()
                        .map(SeriesDay::obstacle)
                        .toList());
        assertEquals(
                SeriesDay.Obstacle.HOLIDAY,
                series.day(doctor, programme, epiphany).obstacle());
        TestProgram.refused(
                ProblemCode.NOT_FOUND,
                () -> series.moved(Fixtures.actor(Role.SUPERVISOR, Fixtures.clinic()), ids.getFirst(), epiphany, true));
    }

    @Test
    void aSlipOfTheHandIsNoDayToMoveTo() {
        long id = book(doctor, "k", today.plusDays(7)).getFirst();
        TestProgram.refused(
                ProblemCode.OUT_OF_RANGE,
                () -> plans.move(
                        doctor, id, null, new SessionMove(today.plusYears(2).plusDays(1), TIME, "Jour", false)));
        plans.move(doctor, id, null, new SessionMove(today.plusYears(2), TIME, "Jour", false));
    }

    @Test
    void cancelledStaysWithItsReasonAndIsTakenOutOfTheCalendars() {
        List<Long> ids = book(doctor, "k", today.plusDays(7), today.plusDays(14), today.plusDays(21));
        TestProgram.refused(ProblemCode.REASON_REQUIRED, () -> plans.cancel(doctor, ids.get(1), null, null, true));
        Supervision cancelled = plans.cancel(doctor, ids.get(1), null, "Föräldraledig", true);
        assertEquals(RecordState.CANCELLED, cancelled.state());
        assertEquals("Föräldraledig", cancelled.reason());
        assertFalse(cancelled.mayEdit() || cancelled.mayMove());
        assertEquals(RecordState.PLANNED, sessions.get(doctor, ids.get(0)).state());
        assertEquals(RecordState.CANCELLED, sessions.get(doctor, ids.get(2)).state());
        assertEquals(2, appointments("a.cancelled_at IS NOT NULL"));
        TestProgram.refused(ProblemCode.STATE_CONFLICT, () -> plans.cancel(doctor, ids.get(1), null, "Igen", false));
        TestProgram.refused(ProblemCode.STATE_CONFLICT, () -> sessions.reportHeld(doctor, ids.get(1)));
        assertEquals(
                List.of("PLANNED", "CANCELLED"),
                cancelled.history().stream().map(StateChange::toState).toList());
    }

    @Test
    void aDeletedPlannedSessionLeavesTheCalendarsAndAHeldOneStays() {
        List<Long> ids = book(doctor, "k", today, today.plusDays(7));
        sessions.delete(doctor, ids.get(1), 0);
        sessions.reportHeld(doctor, ids.get(0));
        assertEquals(1, appointments("a.cancelled_at IS NOT NULL"));
        assertEquals(1, appointments("a.cancelled_at IS NULL"));
    }

    @Test
    void plannedAndNotHeldIsCountedForTheDoctorAndTheClinic() {
        Actor studierektor = Fixtures.actor(Role.STUDIEREKTOR, clinic);
        List<Long> ids =
                book(doctor, "k", today, today.plusDays(1), today.plusDays(2), today.plusDays(3), today.plusDays(4));
        sessions.reportHeld(doctor, ids.get(0));
        plans.cancel(doctor, ids.get(1), null, "Sjuk", false);
        // Days pass: 8 since the third, 7 since the fourth; the fifth lies ahead.
        held(ids.get(1), 9);
        held(ids.get(2), 8);
        held(ids.get(3), 7);
        PlannedSupervision own = plans.ofTrainee(doctor, programme);
        assertEquals(3, own.planned(), "held, cancelled and silent; what is recent or ahead is not judged");
        assertEquals(List.of(ids.get(2)), ids(own.notHeld()));
        Fixtures.execute(
                "UPDATE supervision SET held_on = ? WHERE id = ?",
                today.minusYears(1).plusDays(1),
                ids.get(2));
        assertEquals(3, plans.ofTrainee(doctor, programme).planned(), "the first day of the twelve months");
        Fixtures.execute("UPDATE supervision SET held_on = ? WHERE id = ?", today.minusYears(1), ids.get(2));
        assertEquals(2, plans.ofTrainee(doctor, programme).planned(), "the day before it");
        held(ids.get(2), 8);
        assertEquals(List.of(ids.get(1)), ids(own.cancelled()));
        assertEquals("Sjuk", own.cancelled().getFirst().reason());
        assertEquals(List.of(own), plans.ofClinic(studierektor, clinic));
        TestProgram.refused(ProblemCode.NOT_FOUND, () -> plans.ofClinic(doctor, clinic));
        TestProgram.refused(ProblemCode.FORBIDDEN, () -> plans.ofClinic(Fixtures.actor(Role.REVIEWER, clinic), clinic));
    }

    @Test
    void theAgendaIsForTheTwoWhoHoldTheSession() {
        Supervision last = sessions.create(
                doctor,
                programme,
                new SupervisionData(
                        today.minusDays(30),
                        supervisor.personId(),
                        false,
                        List.of(),
                        "",
                        "Två DOPS före jul\nBoka kurs"),
                false);
        sessions.sign(supervisor, sessions.send(doctor, last.id(), null).id(), null);
        long next = book(doctor, "k", today.plusDays(3)).getFirst();
        SupervisionAgendaService agenda = TestProgram.bean(SupervisionAgendaService.class);
        AgendaLine line = agenda.agenda(supervisor, next).getFirst();
        assertEquals(AgendaLine.Kind.AGREED, line.kind());
        assertTrue(line.text().endsWith("Två DOPS före jul; Boka kurs"), line.text());
        TestProgram.refused(
                ProblemCode.FORBIDDEN, () -> agenda.agenda(Fixtures.actor(Role.STUDIEREKTOR, clinic), next));
        Supervision other = sessions.create(
                doctor,
                programme,
                new SupervisionData(today.plusDays(4), Fixtures.person("Annan"), false, List.of(), "", ""),
                true);
        assertFalse(
                agenda.agenda(doctor, other.id()).stream()
                        .map(AgendaLine::kind)
                        .collect(Collectors.toSet())
                        .contains(AgendaLine.Kind.AGREED),
                "what was agreed with another stays with these two");
    }

    @Test
    void aSupervisorWhoMayNotReadThePortfolioIsToldNothingOfItsRecords() {
        Supervision returned = sessions.create(
                doctor, programme, new SupervisionData(today, supervisor.personId(), false, List.of(), "x", ""), false);
        sessions.send(doctor, returned.id(), null);
        sessions.giveBack(supervisor, returned.id(), null, "Mer");
        Actor outsider = Fixtures.actor(Fixtures.person("Utanför"));
        long session = sessions.create(
                        doctor,
                        programme,
                        new SupervisionData(today, outsider.personId(), false, List.of(), "", ""),
                        true)
                .id();
        SupervisionAgendaService agenda = TestProgram.bean(SupervisionAgendaService.class);
        assertEquals(
                List.of(AgendaLine.Kind.RETURNED),
                agenda.agenda(doctor, session).stream()
                        .map(AgendaLine::kind)
                        .filter(AgendaLine.Kind.RETURNED::equals)
                        .toList());
        assertEquals(List.of(), agenda.agenda(outsider, session));
    }

    private static List<Long> ids(List<PlannedSupervision.Session> sessions) {
        return sessions.stream().map(PlannedSupervision.Session::id).toList();
    }

    private void held(long id, int daysAgo) {
        Fixtures.execute("UPDATE supervision SET held_on = ? WHERE id = ?", today.minusDays(daysAgo), id);
    }

    private long appointments(String condition) {
        return Fixtures.number(
                        "SELECT COUNT(*) FROM appointment a JOIN supervision s ON s.programme_id = ? AND a.kind = 'SUPERVISION'"
                                + " AND a.record_id = s.id WHERE " + condition,
                        programme)
                + ("a.cancelled_at IS NOT NULL".equals(condition) ? deleted() : 0);
    }

    /** Appointments whose session is gone. */
    private long deleted() {
        return Fixtures.number(
                "SELECT COUNT(*) FROM appointment a JOIN appointment_person q ON q.appointment_id = a.id AND q.person_id = ?"
                        + " WHERE a.cancelled_at IS NOT NULL AND NOT EXISTS"
                        + " (SELECT 1 FROM supervision s WHERE s.id = a.record_id)",
                doctor.personId());
    }

    private List<Long> book(Actor actor, String key, LocalDate... days) {
        return series.book(actor, programme, booking(supervisor, key, days));
    }

    private static SeriesBooking booking(Actor supervisor, String key, LocalDate... days) {
        return new SeriesBooking(supervisor.personId(), key, TIME, List.of(days));
    }
}
