package se.stegen.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.stegen.testing.TestProgram.refused;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.stegen.access.Actor;
import se.stegen.common.PageRequest;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;
import se.stegen.testing.Fixtures;
import se.stegen.testing.TalkCast;
import se.stegen.testing.TestProgram;

class MeetingServiceTest {
    private final MeetingService service = TestProgram.bean(MeetingService.class);
    private final MeetingClosingService closings = TestProgram.bean(MeetingClosingService.class);
    private final MeetingTemplateService templates = TestProgram.bean(MeetingTemplateService.class);
    private final LocalDate today = TestProgram.bean(Today.class).date();
    private final TalkCast cast = TalkCast.of(today.minusYears(2), today);

    @BeforeAll
    static void load() {
        TestProgram.reference();
    }

    private Meeting planned(LocalDate day) {
        return service.plan(
                cast.head(),
                cast.programme(),
                MeetingKind.DEVELOPMENT_TALK,
                new MeetingPlan(day, LocalTime.of(13, 0), null, "Rum 4"));
    }

    private List<String> read(Actor actor, Meeting meeting) {
        return service.get(actor, meeting.id()).preparations().stream()
                .flatMap(one -> one.answers().stream())
                .toList();
    }

    @Test
    void onlyTheOneWhoHoldsSuchTalksRecordsThem() {
        Meeting held = closings.record(
                cast.head(), cast.programme(), MeetingKind.DEVELOPMENT_TALK, today, "Bra år", List.of());
        assertEquals(MeetingState.HELD, held.state());
        closings.record(cast.studierektor(), cast.programme(), MeetingKind.RECONCILIATION, today, "", List.of());
        for (Actor other : List.of(cast.doctor(), cast.main(), cast.studierektor(), cast.placement())) {
            refused(
                    ProblemCode.FORBIDDEN,
                    () -> closings.record(
                            other, cast.programme(), MeetingKind.DEVELOPMENT_TALK, today, "x", List.of()));
        }
        refused(
                ProblemCode.FORBIDDEN,
                () -> closings.record(cast.head(), cast.programme(), MeetingKind.RECONCILIATION, today, "", List.of()));
        refused(
                ProblemCode.NOT_FOUND,
                () -> closings.record(
                        cast.otherHead(), cast.programme(), MeetingKind.DEVELOPMENT_TALK, today, "x", List.of()));
        refused(
                ProblemCode.DATE_IN_FUTURE,
                () -> closings.record(
                        cast.head(),
                        cast.programme(),
                        MeetingKind.DEVELOPMENT_TALK,
                        today.plusDays(1),
                        "x",
                        List.of()));
        refused(
                ProblemCode.TOO_LONG,
                () -> closings.record(
                        cast.head(),
                        cast.programme(),
                        MeetingKind.DEVELOPMENT_TALK,
                        today,
                        "x".repeat(20_001),
                        List.of()));
    }

    @Test
    void bothPrepareAndSeeTheOthersOnceBothHaveShared() {
        Meeting meeting = planned(today.plusDays(7));
        assertFalse(meeting.questions().isEmpty(), "there are questions to prepare by");
        service.prepare(cast.doctor(), meeting.id(), null, List.of("Doktorns svar"), true);
        assertEquals(List.of(), read(cast.head(), meeting));
        assertEquals(
                List.of(cast.doctor().personId()),
                service.get(cast.head(), meeting.id()).sharedBy());
        Meeting heads = service.prepare(cast.head(), meeting.id(), null, List.of("Chefens svar"), false);
        assertEquals(List.of("Chefens svar"), read(cast.head(), heads));
        assertEquals(List.of("Doktorns svar"), read(cast.doctor(), heads));
        service.prepare(cast.head(), meeting.id(), 0, List.of("Chefens svar, ändrat"), true);
        assertEquals(2, read(cast.doctor(), meeting).size());
        assertEquals(2, read(cast.head(), meeting).size());
        assertEquals(List.of(), read(cast.main(), meeting));
        assertEquals(List.of(), read(cast.studierektor(), meeting));
        refused(ProblemCode.FORBIDDEN, () -> service.prepare(cast.main(), meeting.id(), null, List.of("x"), true));
        refused(ProblemCode.STALE_VERSION, () -> service.prepare(cast.head(), meeting.id(), 0, List.of("x"), true));
        refused(
                ProblemCode.STALE_VERSION,
                () -> service.prepare(cast.doctor(), meeting.id(), null, List.of("x"), true));
        refused(ProblemCode.NOT_FOUND, () -> service.get(cast.reviewer(), meeting.id()));
        refused(ProblemCode.NOT_FOUND, () -> service.get(cast.admin(), meeting.id()));
    }

    @Test
    void whatIsClosedNeverChangesButIsAddedTo() {
        Meeting meeting = planned(today);
        refused(ProblemCode.REQUIRED, () -> closings.close(cast.head(), meeting.id(), null, null, " ", List.of()));
        refused(ProblemCode.FORBIDDEN, () -> closings.close(cast.doctor(), meeting.id(), null, null, "x", List.of()));
        Meeting closed = closings.close(
                cast.head(),
                meeting.id(),
                meeting.version(),
                null,
                "Sagt",
                List.of(new Agreement("Forskning", today.plusDays(30))));
        assertEquals(MeetingState.HELD, closed.state());
        assertEquals(List.of(new Agreement("Forskning", today.plusDays(30))), closed.agreements());
        refused(
                ProblemCode.STATE_CONFLICT,
                () -> closings.close(cast.head(), meeting.id(), null, null, "Annat", List.of()));
        refused(
                ProblemCode.STATE_CONFLICT,
                () -> service.prepare(cast.doctor(), meeting.id(), null, List.of("x"), true));
        refused(ProblemCode.STATE_CONFLICT, () -> service.cancel(cast.head(), meeting.id(), null, "x"));
        refused(ProblemCode.STATE_CONFLICT, () -> service.delete(cast.head(), meeting.id(), closed.version()));
        Meeting added = closings.add(cast.doctor(), meeting.id(), "Det var våren");
        assertEquals("Det var våren", added.additions().getFirst().text());
        assertEquals("Dr Test", added.additions().getFirst().addedByName());
        assertEquals("Sagt", added.summary());
        refused(ProblemCode.FORBIDDEN, () -> closings.add(cast.main(), meeting.id(), "x"));
        Meeting seen = service.get(cast.main(), meeting.id());
        assertNull(seen.summary());
        assertEquals(List.of(), seen.agreements());
        assertEquals(List.of(), seen.additions());
        assertNull(service.get(cast.reviewer(), meeting.id()).summary());
    }

    @Test
    void theMainSupervisorReadsAReconciliation() {
        Meeting held = closings.record(
                cast.studierektor(), cast.programme(), MeetingKind.RECONCILIATION, today, "Avstämt", List.of());
        assertEquals("Avstämt", service.get(cast.main(), held.id()).summary());
        assertNull(service.get(cast.head(), held.id()).summary());
        assertNull(service.get(cast.placement(), held.id()).summary());
    }

    @Test
    void aPlannedMeetingIsInTheCalendarsUntilItIsCancelled() {
        Meeting meeting = planned(today.plusDays(7));
        String appointment = "SELECT COUNT(*) FROM appointment a JOIN appointment_person p ON p.appointment_id = a.id"
                + " WHERE a.kind = 'DEVELOPMENT_TALK' AND a.record_id = ? AND a.day = ? AND a.cancelled_at IS NULL";
        assertEquals(2, Fixtures.number(appointment, meeting.id(), today.plusDays(7)));
        refused(
                ProblemCode.REASON_REQUIRED,
                () -> service.move(
                        cast.head(), meeting.id(), 0, new MeetingPlan(today.plusDays(9), null, null, ""), " "));
        Meeting moved =
                service.move(cast.head(), meeting.id(), 0, new MeetingPlan(today.plusDays(9), null, null, ""), "Jour");
        assertEquals(2, Fixtures.number(appointment, meeting.id(), today.plusDays(9)));
        assertEquals("Jour", moved.changes().getFirst().reason());
        refused(ProblemCode.STALE_VERSION, () -> service.cancel(cast.head(), meeting.id(), 0, "x"));
        service.cancel(cast.head(), meeting.id(), moved.version(), "Sjuk");
        assertEquals(0, Fixtures.number(appointment, meeting.id(), today.plusDays(9)));
        refused(ProblemCode.NOT_YET_HELD, () -> {
            Meeting next = planned(today.plusDays(1));
            closings.close(cast.head(), next.id(), null, null, "x", List.of());
        });
    }

    @Test
    void nothingThatSomebodyWroteIsDeleted() {
        Meeting empty = planned(today.plusDays(1));
        service.delete(cast.head(), empty.id(), empty.version());
        refused(ProblemCode.NOT_FOUND, () -> service.get(cast.head(), empty.id()));
        Meeting written = planned(today.plusDays(1));
        service.prepare(cast.doctor(), written.id(), null, List.of("x"), false);
        refused(ProblemCode.STATE_CONFLICT, () -> service.delete(cast.head(), written.id(), 0));
    }

    @Test
    void aDoctorWhoMovedIsHeldByTheNewClinic() {
        Meeting meeting = planned(today);
        service.prepare(cast.head(), meeting.id(), null, List.of("Gamla chefens"), false);
        long next = cast.otherHead().ledClinics().iterator().next();
        Fixtures.execute("UPDATE post SET clinic_id = ? WHERE programme_id = ?", next, cast.programme());
        refused(ProblemCode.NOT_FOUND, () -> closings.close(cast.head(), meeting.id(), null, null, "x", List.of()));
        Meeting closed = closings.close(cast.otherHead(), meeting.id(), null, null, "Ny chef", List.of());
        assertEquals(cast.otherHead().personId(), closed.holderId());
        assertEquals(List.of(), read(cast.doctor(), meeting), "what was not shared stays its author's");
    }

    @Test
    void aReviewerSeesThatItWasHeld() {
        Meeting held = closings.record(
                cast.head(), cast.programme(), MeetingKind.DEVELOPMENT_TALK, today, "Bra år", List.of());
        planned(today.plusDays(1));
        assertEquals(
                List.of(held.id()),
                service.list(cast.reviewer(), cast.programme(), PageRequest.first()).items().stream()
                        .map(MeetingListItem::id)
                        .toList());
        refused(ProblemCode.FORBIDDEN, () -> service.list(cast.admin(), cast.programme(), PageRequest.first()));
        assertEquals(
                2,
                service.list(cast.doctor(), cast.programme(), PageRequest.first())
                        .total());
    }

    @Test
    void aClinicKeepsItsOwnQuestionsAndPlannedMeetingsTheirs() {
        List<MeetingQuestion> builtIn = templates.questions(cast.head(), cast.clinic(), MeetingKind.DEVELOPMENT_TALK);
        Meeting before = planned(today.plusDays(3));
        templates.save(cast.head(), cast.clinic(), MeetingKind.DEVELOPMENT_TALK, List.of("Hur mår du?", " "));
        assertTrue(templates.own(cast.head(), cast.clinic(), MeetingKind.DEVELOPMENT_TALK));
        assertEquals(
                List.of(new MeetingQuestion("Hur mår du?", "Hur mår du?")),
                planned(today.plusDays(3)).questions());
        assertEquals(builtIn, service.get(cast.doctor(), before.id()).questions());
        templates.save(cast.head(), cast.clinic(), MeetingKind.DEVELOPMENT_TALK, List.of());
        assertEquals(builtIn, templates.questions(cast.head(), cast.clinic(), MeetingKind.DEVELOPMENT_TALK));
        refused(
                ProblemCode.FORBIDDEN,
                () -> templates.save(cast.studierektor(), cast.clinic(), MeetingKind.DEVELOPMENT_TALK, List.of("x")));
        refused(
                ProblemCode.NOT_FOUND,
                () -> templates.save(cast.otherHead(), cast.clinic(), MeetingKind.DEVELOPMENT_TALK, List.of("x")));
    }

    @Test
    void whatIsWrittenBeforeClosingIsKeptForThoseWhoCloseIt() {
        Meeting meeting = planned(today);
        Agreement course = new Agreement("Kurs", today.plusDays(9));
        Meeting kept = closings.keep(cast.head(), meeting.id(), null, today, "Halvvägs", List.of(course));
        MeetingClosing draft = Objects.requireNonNull(kept.closing());
        assertEquals("Halvvägs", draft.summary());
        assertEquals(List.of(course), draft.agreements());
        assertEquals(draft, service.get(cast.head(), meeting.id()).closing());
        assertNull(service.get(cast.doctor(), meeting.id()).closing(), "until it is closed it is not the doctor's");
        assertEquals("", service.get(cast.doctor(), meeting.id()).summary());
        refused(
                ProblemCode.STALE_VERSION,
                () -> closings.keep(cast.head(), meeting.id(), null, today, "Annan flik", List.of()));
        refused(
                ProblemCode.FORBIDDEN,
                () -> closings.keep(cast.doctor(), meeting.id(), draft.version(), today, "x", List.of()));
        closings.keep(cast.head(), meeting.id(), draft.version(), today, "Mer", List.of());
        refused(
                ProblemCode.STALE_VERSION,
                () -> closings.keep(cast.head(), meeting.id(), draft.version(), today, "Annan flik", List.of()));
        refused(ProblemCode.STATE_CONFLICT, () -> service.delete(cast.head(), meeting.id(), meeting.version()));
        closings.close(cast.head(), meeting.id(), meeting.version(), null, "Mer", List.of());
        assertEquals(0, Fixtures.number("SELECT COUNT(*) FROM meeting_closing WHERE meeting_id = ?", meeting.id()));
        refused(
                ProblemCode.STATE_CONFLICT,
                () -> closings.keep(cast.head(), meeting.id(), null, today, "Efteråt", List.of()));
    }

    @Test
    void whatWasRecordedByMistakeIsVoidedAndNoLongerReadByTheDoctor() {
        Meeting held = closings.record(
                cast.head(), cast.programme(), MeetingKind.DEVELOPMENT_TALK, today, "Om en annan", List.of());
        refused(ProblemCode.REASON_REQUIRED, () -> closings.markVoided(cast.head(), held.id(), null, " "));
        for (Actor other : List.of(cast.doctor(), cast.main(), cast.studierektor(), cast.reviewer())) {
            refused(ProblemCode.FORBIDDEN, () -> closings.markVoided(other, held.id(), null, "Fel läkare"));
        }
        refused(ProblemCode.NOT_FOUND, () -> closings.markVoided(cast.otherHead(), held.id(), null, "Fel läkare"));
        closings.markVoided(cast.head(), held.id(), held.version(), "Fel läkare");
        Meeting doctors = service.get(cast.doctor(), held.id());
        assertEquals(MeetingState.VOIDED, doctors.state());
        assertNull(doctors.summary());
        assertEquals("Fel läkare", doctors.changes().getFirst().reason());
        assertEquals("Om en annan", service.get(cast.head(), held.id()).summary());
        assertEquals(List.of(), service.get(cast.main(), held.id()).changes());
        refused(ProblemCode.NOT_FOUND, () -> service.get(cast.reviewer(), held.id()));
        refused(ProblemCode.STATE_CONFLICT, () -> closings.add(cast.doctor(), held.id(), "x"));
        refused(ProblemCode.STATE_CONFLICT, () -> closings.markVoided(cast.head(), held.id(), null, "Igen"));
        assertEquals(
                1,
                Fixtures.number(
                        "SELECT COUNT(*) FROM access_log WHERE programme_id = ? AND action = 'VOID'"
                                + " AND object_kind = 'MEETING'",
                        cast.programme()));
    }

    @Test
    void whatWasHeldOnAnotherDayLeavesTheCalendars() {
        Meeting early = planned(today.plusDays(7));
        closings.close(cast.head(), early.id(), null, today, "Tidigare", List.of());
        Meeting asPlanned = planned(today);
        closings.close(cast.head(), asPlanned.id(), null, null, "Som tänkt", List.of());
        assertEquals(0, booked(early));
        assertEquals(1, booked(asPlanned));
    }

    private static long booked(Meeting meeting) {
        return Fixtures.number(
                "SELECT COUNT(*) FROM appointment WHERE kind = 'DEVELOPMENT_TALK' AND record_id = ?"
                        + " AND cancelled_at IS NULL",
                meeting.id());
    }
}
