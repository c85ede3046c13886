package se.stegen.supportplan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.stegen.testing.TestProgram.refused;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.stegen.access.Actor;
import se.stegen.access.Role;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;
import se.stegen.home.HomeService;
import se.stegen.home.TodoKind;
import se.stegen.testing.AtOnce;
import se.stegen.testing.Fixtures;
import se.stegen.testing.TalkCast;
import se.stegen.testing.TestProgram;

class SupportPlanServiceTest {
    private final SupportPlanService service = TestProgram.bean(SupportPlanService.class);
    private final LocalDate today = TestProgram.bean(Today.class).date();
    private final TalkCast cast = TalkCast.of(today.minusYears(2), today);

    @BeforeAll
    static void load() {
        Fixtures.reference();
    }

    private SupportPlan opened() {
        return service.open(
                cast.studierektor(), cast.programme(), new SupportPlanData("Långsamt", "Mer tid", "", "Ronda själv"));
    }

    private List<Actor> notConcerned() {
        return List.of(cast.placement(), cast.reviewer(), cast.admin(), cast.overall(), cast.otherHead());
    }

    private boolean waits(Actor actor) {
        return TestProgram.bean(HomeService.class).todo(actor).stream()
                .anyMatch(item -> item.kind() == TodoKind.SUPPORT_FOLLOW_UP);
    }

    @Test
    void forThoseConcernedOnly() {
        SupportPlan plan = opened();
        for (Actor actor : List.of(cast.doctor(), cast.main(), cast.studierektor(), cast.head())) {
            assertEquals("Långsamt", service.get(actor, plan.id()).reason());
            assertEquals(1, service.list(actor, cast.programme()).size());
            assertTrue(service.mayRead(actor, cast.programme()));
        }
        for (Actor actor : notConcerned()) {
            refused(ProblemCode.NOT_FOUND, () -> service.get(actor, plan.id()));
            refused(ProblemCode.NOT_FOUND, () -> service.list(actor, cast.programme()));
            refused(
                    ProblemCode.NOT_FOUND,
                    () -> service.open(actor, cast.programme(), new SupportPlanData("x", "", "", "")));
            refused(ProblemCode.NOT_FOUND, () -> service.end(actor, plan.id(), null, SupportOutcome.OTHER, "x"));
            assertFalse(service.mayRead(actor, cast.programme()));
        }
        for (Actor actor : List.of(cast.doctor(), cast.main())) {
            refused(
                    ProblemCode.FORBIDDEN,
                    () -> service.change(actor, plan.id(), 0, new SupportPlanData("x", "", "", "")));
        }
        assertEquals(
                4,
                Fixtures.number(
                        "SELECT COUNT(*) FROM access_log WHERE programme_id = ? AND object_kind = 'SUPPORT_PLAN'"
                                + " AND action = 'READ'",
                        cast.programme()));
    }

    @Test
    void aFormerMainSupervisorAndAFormerClinicSeeNothing() {
        SupportPlan plan = opened();
        Fixtures.execute(
                "UPDATE main_supervisor SET valid_to = ? WHERE programme_id = ?", today.minusDays(1), cast.programme());
        refused(ProblemCode.NOT_FOUND, () -> service.get(cast.main(), plan.id()));
        long next = cast.otherHead().ledClinics().iterator().next();
        Fixtures.execute("UPDATE post SET clinic_id = ? WHERE programme_id = ?", next, cast.programme());
        refused(ProblemCode.NOT_FOUND, () -> service.get(cast.studierektor(), plan.id()));
        assertEquals("Långsamt", service.get(cast.otherHead(), plan.id()).reason());
    }

    @Test
    void followedUpAndEnded() {
        SupportPlan plan = opened();
        refused(ProblemCode.STATE_CONFLICT, this::opened);
        refused(ProblemCode.DATE_IN_PAST, () -> service.addFollowUp(cast.head(), plan.id(), today.minusDays(1), null));
        service.addFollowUp(cast.head(), plan.id(), today, LocalTime.of(9, 0));
        SupportPlan two = service.addFollowUp(cast.head(), plan.id(), today.plusDays(30), null);
        long first = two.followUps().getFirst().id();
        long second = two.followUps().getLast().id();
        String booked = "SELECT COUNT(*) FROM appointment WHERE kind = 'SUPPORT_PLAN' AND record_id = ?"
                + " AND cancelled_at IS NULL";
        assertEquals(1, Fixtures.number(booked, second));
        assertTrue(waits(cast.main()));
        assertTrue(waits(cast.studierektor()));
        notConcerned().forEach(actor -> assertFalse(waits(actor)));
        refused(ProblemCode.NOT_YET_HELD, () -> service.noteResult(cast.main(), plan.id(), second, null, null, "x"));
        refused(ProblemCode.FORBIDDEN, () -> service.noteResult(cast.doctor(), plan.id(), first, null, null, "x"));
        SupportPlan noted = service.noteResult(cast.main(), plan.id(), first, null, null, "Bättre");
        assertEquals("Bättre", noted.followUps().getFirst().result());
        assertFalse(waits(cast.main()));
        refused(ProblemCode.STATE_CONFLICT, () -> service.noteResult(cast.head(), plan.id(), first, null, null, "x"));
        refused(ProblemCode.STATE_CONFLICT, () -> service.removeFollowUp(cast.head(), plan.id(), first));
        refused(ProblemCode.REQUIRED, () -> service.end(cast.head(), plan.id(), null, null, "x"));
        SupportPlan ended = service.end(cast.head(), plan.id(), null, SupportOutcome.ON_TRACK, "Klart");
        assertEquals(SupportOutcome.ON_TRACK, ended.outcome());
        assertEquals(0, Fixtures.number(booked, second), "what lay ahead is out of the calendars");
        refused(
                ProblemCode.STATE_CONFLICT,
                () -> service.change(cast.head(), plan.id(), ended.version(), new SupportPlanData("x", "", "", "")));
        assertEquals(SupportPlanState.OPEN, opened().state(), "another may be opened once the former has ended");
    }

    @Test
    void aDoctorWhoLeadsTheClinicDoesNotWriteTheOwnPlan() {
        SupportPlan plan = opened();
        Fixtures.role(cast.doctor().personId(), Role.STUDIEREKTOR, cast.clinic());
        Actor both = Fixtures.actor(cast.doctor().personId());
        refused(ProblemCode.FORBIDDEN, () -> service.end(both, plan.id(), null, SupportOutcome.ON_TRACK, "x"));
        refused(
                ProblemCode.STALE_VERSION,
                () -> service.change(cast.head(), plan.id(), 7, new SupportPlanData("x", "", "", "")));
    }

    @Test
    void calendarsDoNotTellThatThereIsASupportPlan() {
        SupportPlan plan = opened();
        service.addFollowUp(cast.head(), plan.id(), today.plusDays(10), null);
        long doctor = cast.doctor().personId();
        String told = Fixtures.text(
                "SELECT CONCAT(m.subject, m.body_text, m.body_html, m.calendar) FROM outbox_mail m JOIN person p"
                        + " ON p.email = m.recipient WHERE p.id = ? ORDER BY m.id DESC LIMIT 1",
                doctor);
        assertTrue(told.contains("Uppföljningssamtal"), told);
        assertFalse(told.toLowerCase(java.util.Locale.ROOT).contains("åtgärdsplan"), told);
        assertFalse(told.contains("support-plan"), told);
    }

    @Test
    void whatWasHeldOnAnotherDayLeavesTheCalendars() {
        SupportPlan plan = opened();
        SupportPlan followed = service.addFollowUp(cast.head(), plan.id(), today.plusDays(10), null);
        long followUp = followed.followUps().getFirst().id();
        service.noteResult(cast.main(), plan.id(), followUp, null, today, "Bättre");
        assertEquals(
                0,
                Fixtures.number(
                        "SELECT COUNT(*) FROM appointment WHERE kind = 'SUPPORT_PLAN' AND record_id = ?"
                                + " AND cancelled_at IS NULL",
                        followUp));
    }

    @Test
    void oneIsOpenHoweverManyOpenItAtOnce() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertEquals(List.of(ProblemCode.STATE_CONFLICT), AtOnce.refusals(this::opened, this::opened));
            Fixtures.execute("UPDATE support_plan SET state = 'ENDED' WHERE programme_id = ?", cast.programme());
        }
    }
}
