package se.stegen.iup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.stegen.access.Actor;
import se.stegen.access.IupApprover;
import se.stegen.access.Role;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;
import se.stegen.home.HomeService;
import se.stegen.home.TodoItem;
import se.stegen.home.TodoKind;
import se.stegen.placement.PlacementData;
import se.stegen.placement.PlacementService;
import se.stegen.testing.AtOnce;
import se.stegen.testing.Fixtures;
import se.stegen.testing.TestProgram;

class IupServiceTest {
    private final IupService plans = TestProgram.bean(IupService.class);
    private final IupApprovalService approvals = TestProgram.bean(IupApprovalService.class);
    private final LocalDate today = TestProgram.bean(Today.class).date();
    private final LocalDate start = today.minusMonths(6);
    private long clinic;
    private long programme;
    private Actor doctor;
    private Actor main;
    private Actor studierektor;

    @BeforeEach
    void programme() {
        clinic = Fixtures.clinic();
        long doctorId = Fixtures.person("Doktor");
        programme = Fixtures.programme(doctorId, clinic, start);
        long mainId = Fixtures.person("Handledare");
        Fixtures.insert(
                "INSERT INTO main_supervisor (programme_id, person_id, valid_from) VALUES (?, ?, ?)",
                programme,
                mainId,
                start);
        doctor = Fixtures.actor(doctorId);
        main = Fixtures.actor(mainId);
        studierektor = Fixtures.actor(Role.STUDIEREKTOR, clinic);
    }

    @Test
    void aPlanThatNobodyHasBegunIsAnEmptyDraft() {
        Iup plan = plans.get(doctor, programme);
        assertEquals(IupState.DRAFT, plan.state());
        assertEquals(List.of(), plan.items());
        assertEquals(1, plan.nextNumber());
        assertEquals(Set.of(IupApprover.MAIN_SUPERVISOR, IupApprover.STUDIEREKTOR), plan.approvers());
        assertTrue(plan.mayEdit());
    }

    @Test
    void aWholePlanIsPutInThePlaceOfWhatIsThere() {
        Iup plan = plans.replace(
                doctor, programme, 0, List.of(item(null, "Kirurgi", "c1", "a1"), item(null, "Kurs", "a2")));
        assertEquals(List.of("a1", "c1"), plan.items().getFirst().goalCodes());
        long kept = plan.items().getFirst().id();
        Iup later = plans.replace(
                doctor, programme, plan.version(), List.of(item(kept, "Kirurgi 2", "c1"), item(null, "Urologi", "c2")));
        assertEquals(
                List.of("Kirurgi 2", "Urologi"),
                later.items().stream().map(IupItem::title).toList());
        assertEquals(kept, later.items().getFirst().id());
    }

    @Test
    void whatIsWrongIsToldPerActivityAndNothingIsSaved() {
        plans.add(doctor, programme, item(null, "Före", "a1"));
        int version = plans.get(doctor, programme).version();
        Problem refused = refused(
                ProblemCode.UNKNOWN_CODE,
                () -> plans.replace(
                        doctor,
                        programme,
                        version,
                        List.of(
                                item(null, "Bra", "a1"),
                                item(null, "Fel mål", "STc1"),
                                item(null, "", "a1"),
                                new IupItemData(
                                        null, "COURSE", "Sent", today.plusYears(20), null, List.of(), null, null, null),
                                new IupItemData(null, "KURS", "Slag", today, null, List.of(), null, null, null))));
        assertEquals(
                List.of("items[1].goalCodes", "items[2].title", "items[3].from", "items[4].kind"),
                refused.errors().stream().map(Problem.FieldError::field).toList());
        assertEquals(ProblemCode.OUTSIDE_PROGRAMME, refused.errors().get(2).code());
        assertEquals(1, plans.get(doctor, programme).items().size());
    }

    @Test
    void anActivityOfAnotherPlanIsUnknownHere() {
        long other = Fixtures.programme(doctor.personId(), clinic, start);
        IupItem theirs = plans.add(doctor, other, item(null, "Annan plan", "a1"));
        refused(
                ProblemCode.UNKNOWN_ID,
                () -> plans.replace(doctor, programme, 0, List.of(item(theirs.id(), "Hit", "a1"))));
        refused(ProblemCode.NOT_FOUND, () -> plans.change(doctor, programme, theirs.id(), 0, theirs.data()));
        refused(ProblemCode.NOT_FOUND, () -> plans.remove(doctor, programme, theirs.id(), 0));
        assertEquals(1, plans.get(doctor, other).items().size());
    }

    @Test
    void anActivityLiesInsideTheProgramme() {
        LocalDate last = start.plusMonths(60).minusDays(1);
        refused(ProblemCode.OUTSIDE_PROGRAMME, () -> plans.add(doctor, programme, days(start.minusDays(1), today)));
        refused(ProblemCode.OUTSIDE_PROGRAMME, () -> plans.add(doctor, programme, days(today, last.plusDays(1))));
        refused(ProblemCode.END_BEFORE_START, () -> plans.add(doctor, programme, days(today, today.minusDays(1))));
        assertEquals(last, plans.add(doctor, programme, days(start, last)).to());
        assertEquals(today, plans.add(doctor, programme, days(today, null)).to());
    }

    @Test
    void twoWhoChangeDifferentActivitiesBothSucceedAndOneAndTheSameIsTold() {
        IupItem first = plans.add(doctor, programme, item(null, "Ett", "a1"));
        IupItem second = plans.add(doctor, programme, item(null, "Två", "a2"));
        plans.change(doctor, programme, first.id(), first.version(), item(first.id(), "Ett igen", "a1"));
        plans.change(doctor, programme, second.id(), second.version(), item(second.id(), "Två igen", "a2"));
        refused(
                ProblemCode.STALE_VERSION,
                () -> plans.change(doctor, programme, first.id(), first.version(), item(first.id(), "Tre", "a1")));
        refused(ProblemCode.STALE_VERSION, () -> plans.remove(doctor, programme, first.id(), first.version()));
        refused(ProblemCode.STALE_VERSION, () -> plans.replace(doctor, programme, 1, List.of()));
        assertEquals(
                Set.of("Ett igen", "Två igen"),
                Set.copyOf(plans.get(doctor, programme).items().stream()
                        .map(IupItem::title)
                        .toList()));
    }

    @Test
    void ofTwoWhoChangeOneActivityInTheSameMomentOneIsTold() throws Exception {
        IupItem item = plans.add(doctor, programme, item(null, "Ett", "a1"));
        for (int round = 0; round < 8; round++) {
            IupItem now = item;
            String title = "Runda " + round;
            assertEquals(
                    List.of(ProblemCode.STALE_VERSION),
                    AtOnce.refusals(
                            () -> plans.change(
                                    doctor, programme, now.id(), now.version(), item(now.id(), title + " a", "a1")),
                            () -> plans.change(
                                    doctor, programme, now.id(), now.version(), item(now.id(), title + " b", "a1"))));
            item = plans.get(doctor, programme).items().getFirst();
            assertEquals(now.version() + 1, item.version());
        }
    }

    @Test
    void twoLastApproversInTheSameMomentMakeOneVersion() throws Exception {
        plans.add(doctor, programme, item(null, "Kirurgi", "c1"));
        for (int round = 1; round <= 4; round++) {
            IupItem item = plans.get(doctor, programme).items().getFirst();
            plans.change(doctor, programme, item.id(), item.version(), item(item.id(), "Runda " + round, "c1"));
            approvals.submit(doctor, programme, null);
            assertEquals(
                    List.of(),
                    AtOnce.refusals(
                            () -> approvals.approve(main, programme, null),
                            () -> approvals.approve(studierektor, programme, null)));
            assertEquals(IupState.APPROVED, plans.get(doctor, programme).state());
            assertEquals(round, approvals.versions(doctor, programme).size());
        }
    }

    @Test
    void eachApproverApprovesAndTheLastMakesTheVersion() {
        plans.add(doctor, programme, item(null, "Kirurgi", "c1"));
        Iup sent = approvals.submit(doctor, programme, null);
        assertEquals(IupState.SENT, sent.state());
        refused(ProblemCode.STATE_CONFLICT, () -> plans.add(doctor, programme, item(null, "För sent", "a1")));
        refused(ProblemCode.FORBIDDEN, () -> approvals.approve(doctor, programme, null));

        assertEquals(
                Set.of(IupApprover.MAIN_SUPERVISOR), plans.get(main, programme).mayApprove());
        Iup half = approvals.approve(main, programme, sent.version());
        assertEquals(IupState.SENT, half.state());
        assertEquals(List.of(), half.versions());
        refused(ProblemCode.STATE_CONFLICT, () -> approvals.approve(main, programme, null));

        Iup approved = approvals.approve(studierektor, programme, null);
        assertEquals(IupState.APPROVED, approved.state());
        IupVersion version = approved.latest().orElseThrow();
        assertEquals(1, version.number());
        assertEquals(today, version.approvedOn());
        assertEquals(2, version.approvals().size());
        assertEquals(
                "Kirurgi",
                approvals.version(doctor, programme, 1).items().getFirst().title());
    }

    @Test
    void aPersonWhoIsBothApprovesAsBoth() {
        Fixtures.role(main.personId(), Role.STUDIEREKTOR, clinic);
        plans.add(doctor, programme, item(null, "Kirurgi", "c1"));
        approvals.submit(doctor, programme, null);
        assertEquals(
                IupState.APPROVED,
                approvals
                        .approve(Fixtures.actor(main.personId()), programme, null)
                        .state());
    }

    @Test
    void aVersionStaysAsItWasWhenThePlanGoesOn() {
        IupItem item = plans.add(doctor, programme, item(null, "Kirurgi", "c1"));
        approve();
        plans.change(doctor, programme, item.id(), item.version(), item(item.id(), "Urologi", "c2"));
        assertEquals(IupState.DRAFT, plans.get(doctor, programme).state());
        assertEquals(2, plans.get(doctor, programme).nextNumber());
        approve();
        assertEquals(
                List.of(2, 1),
                approvals.versions(doctor, programme).stream()
                        .map(IupVersion::number)
                        .toList());
        IupComparison compared = IupComparison.of(
                approvals.version(main, programme, 1).items(),
                approvals.version(main, programme, 2).items());
        assertEquals(1, compared.changes());
        assertEquals(
                "Kirurgi",
                java.util.Objects.requireNonNull(compared.rows().getFirst().before())
                        .title());
        refused(ProblemCode.NOT_FOUND, () -> approvals.version(doctor, programme, 3));
    }

    @Test
    void aReturnedPlanIsMendedAndSentAgainAndEarlierApprovalsDoNotCount() {
        plans.add(doctor, programme, item(null, "Kirurgi", "c1"));
        approvals.submit(doctor, programme, null);
        approvals.approve(main, programme, null);
        refused(ProblemCode.REASON_REQUIRED, () -> approvals.giveBack(studierektor, programme, null, " "));
        Iup returned = approvals.giveBack(studierektor, programme, null, "Traumakursen saknas");
        assertEquals(IupState.RETURNED, returned.state());
        assertEquals("Traumakursen saknas", returned.reason());
        refused(ProblemCode.STATE_CONFLICT, () -> approvals.approve(main, programme, null));

        plans.add(doctor, programme, item(null, "Traumakurs", "c3"));
        assertEquals("Traumakursen saknas", plans.get(doctor, programme).reason());
        Iup again = approvals.submit(doctor, programme, null);
        assertEquals(List.of(), again.approvals());
        assertEquals(
                IupState.SENT, approvals.approve(studierektor, programme, null).state());
        assertEquals(IupState.APPROVED, approvals.approve(main, programme, null).state());
    }

    @Test
    void theDoctorTakesAPlanBackAndApproversOfTheOldOneAreTold() {
        plans.add(doctor, programme, item(null, "Kirurgi", "c1"));
        Iup sent = approvals.submit(doctor, programme, null);
        assertEquals(
                IupState.DRAFT,
                approvals.withdraw(doctor, programme, sent.version()).state());
        refused(ProblemCode.STATE_CONFLICT, () -> approvals.withdraw(doctor, programme, null));
        approvals.submit(doctor, programme, null);
        refused(ProblemCode.STALE_VERSION, () -> approvals.approve(main, programme, sent.version()));
    }

    @Test
    void anEmptyPlanIsNotSentAndNobodyElseWritesIt() {
        refused(ProblemCode.REQUIRED, () -> approvals.submit(doctor, programme, null));
        refused(ProblemCode.FORBIDDEN, () -> plans.add(main, programme, item(null, "Nej", "a1")));
        refused(ProblemCode.FORBIDDEN, () -> approvals.submit(studierektor, programme, null));
        Actor stranger = Fixtures.actor(Role.STUDIEREKTOR, Fixtures.clinic());
        refused(ProblemCode.NOT_FOUND, () -> plans.get(stranger, programme));
        refused(ProblemCode.NOT_FOUND, () -> approvals.approve(stranger, programme, null));
    }

    @Test
    void whatIsTakenAwayCanBePutBackAndABookedPlacementHolds() {
        IupItem item = plans.add(doctor, programme, item(null, "Kurs", "a1", "a2"));
        IupItem gone = plans.remove(doctor, programme, item.id(), item.version());
        IupItem back = plans.add(doctor, programme, gone.data().fresh());
        assertEquals(item.goalCodes(), back.goalCodes());
        long placement = Fixtures.insert(
                "INSERT INTO placement (programme_id, title, start_date, end_date) VALUES (?, 'x', ?, ?)",
                programme,
                today,
                today);
        Fixtures.execute("UPDATE iup_item SET placement_id = ? WHERE id = ?", placement, back.id());
        refused(ProblemCode.IN_USE, () -> plans.remove(doctor, programme, back.id(), back.version()));
    }

    @Test
    void whatWaitsIsOnTheHomePageOfThoseWhoCanDoIt() {
        HomeService home = TestProgram.bean(HomeService.class);
        plans.add(doctor, programme, item(null, "Kirurgi", "c1"));
        approvals.submit(doctor, programme, null);
        assertEquals(List.of(TodoKind.IUP_TO_APPROVE), kinds(home, main));
        assertEquals(List.of(TodoKind.IUP_TO_APPROVE), kinds(home, studierektor));
        assertEquals(List.of(TodoKind.IUP_WAITING), kinds(home, doctor));
        assertEquals(List.of(), kinds(home, Fixtures.actor(Role.CLINIC_HEAD, clinic)));
        approvals.approve(main, programme, null);
        assertEquals(List.of(), kinds(home, main));
        approvals.giveBack(studierektor, programme, null, "Mer");
        assertEquals(List.of(), kinds(home, studierektor));
        assertEquals(List.of(TodoKind.IUP_RETURNED), kinds(home, doctor));
    }

    @Test
    void whoIsAskedInTwoRolesIsToldOnce() {
        HomeService home = TestProgram.bean(HomeService.class);
        Fixtures.role(main.personId(), Role.STUDIEREKTOR, clinic);
        Actor both = Fixtures.actor(main.personId());
        plans.add(doctor, programme, item(null, "Kirurgi", "c1"));
        approvals.submit(doctor, programme, null);
        assertEquals(List.of(TodoKind.IUP_TO_APPROVE), kinds(home, both));
    }

    private static List<TodoKind> kinds(HomeService home, Actor actor) {
        return home.todo(actor).stream().map(TodoItem::kind).toList();
    }

    @Test
    void aWholePlanThatSaysTheSameKeepsItsApproval() {
        plans.add(doctor, programme, item(null, "Kirurgi", "c1", "a1"));
        approve();
        Iup approved = plans.get(doctor, programme);
        IupItemData turned = approved.items().getFirst().data().serving(List.of("c1", "a1"));
        Iup again = plans.replace(doctor, programme, approved.version(), List.of(turned));
        assertEquals(IupState.APPROVED, again.state());
        assertEquals(approved.version(), again.version());
    }

    @Test
    void aWholePlanWithoutABookedActivityIsRefusedAndItsDaysAreThePlacements() {
        IupItem item = plans.add(doctor, programme, item(null, "Urologi", "c2"));
        long placement = Fixtures.insert(
                "INSERT INTO placement (programme_id, title, start_date, end_date) VALUES (?, 'x', ?, ?)",
                programme,
                item.from(),
                item.to());
        Fixtures.execute("UPDATE iup_item SET placement_id = ? WHERE id = ?", placement, item.id());
        int version = plans.get(doctor, programme).version();
        refused(ProblemCode.IN_USE, () -> plans.replace(doctor, programme, version, List.of()));
        refused(
                ProblemCode.IN_USE,
                () -> plans.change(
                        doctor,
                        programme,
                        item.id(),
                        0,
                        item.data().on(item.from().plusDays(1), item.to())));
        assertEquals(
                List.of("a1", "c2"),
                plans.change(doctor, programme, item.id(), 0, item.data().serving(List.of("c2", "a1")))
                        .goalCodes());
    }

    @Test
    void anActivityStaysWhereItWasWhenTheProgrammeGetsShorter() {
        LocalDate last = start.plusMonths(60).minusDays(1);
        IupItem item = plans.add(doctor, programme, days(last.minusMonths(1), last));
        Fixtures.execute("UPDATE programme SET planned_months = 48 WHERE id = ?", programme);
        IupItem renamed = plans.change(
                doctor,
                programme,
                item.id(),
                item.version(),
                new IupItemData(item.id(), "OTHER", "Annat namn", item.from(), item.to(), List.of(), null, null, null));
        assertEquals("Annat namn", renamed.title());
        refused(
                ProblemCode.OUTSIDE_PROGRAMME,
                () -> plans.change(
                        doctor,
                        programme,
                        item.id(),
                        renamed.version(),
                        renamed.data().on(item.from().plusDays(1), item.to())));
    }

    @Test
    void aPlacementIsBookedWhileThePlanIsChangedWithoutEitherBeingLost() throws Exception {
        PlacementService placements = TestProgram.bean(PlacementService.class);
        Actor head = Fixtures.actor(Role.CLINIC_HEAD, clinic);
        for (int round = 0; round < 6; round++) {
            IupItem item = plans.add(doctor, programme, item(null, "Runda " + round, "c1"));
            assertEquals(
                    List.of(),
                    AtOnce.refusals(
                            () -> plans.change(
                                    doctor, programme, item.id(), 0, item.data().serving(List.of("c2"))),
                            () -> placements.add(
                                    head,
                                    programme,
                                    new PlacementData("Urologen", null, null, today, today, List.of(), item.id()))));
            assertEquals(
                    1,
                    Fixtures.number(
                            "SELECT COUNT(*) FROM iup_item WHERE id = ? AND placement_id IS NOT NULL", item.id()));
        }
    }

    @Test
    void commentsAreForThoseAroundTheDoctor() {
        approvals.comment(main, programme, "Lägg traumakursen före jourstart");
        assertEquals(
                "Lägg traumakursen före jourstart",
                approvals.comments(doctor, programme).getFirst().text());
        Actor reviewer = Fixtures.actor(Role.REVIEWER, clinic);
        assertEquals(IupState.DRAFT, plans.get(reviewer, programme).state());
        refused(ProblemCode.FORBIDDEN, () -> approvals.comments(reviewer, programme));
    }

    private void approve() {
        approvals.submit(doctor, programme, null);
        approvals.approve(main, programme, null);
        approvals.approve(studierektor, programme, null);
    }

    private IupItemData item(@Nullable Long id, String title, String... goals) {
        return new IupItemData(
                id,
                "PLACEMENT",
                title,
                today,
                today.plusMonths(2),
                new ArrayList<>(List.of(goals)),
                "DOPS × 4",
                null,
                null);
    }

    private static IupItemData days(LocalDate from, @Nullable LocalDate to) {
        return new IupItemData(null, "OTHER", "Något", from, to, List.of(), null, null, null);
    }

    private static Problem refused(ProblemCode code, org.junit.jupiter.api.function.Executable call) {
        Problem problem = assertThrows(Problem.class, call);
        assertEquals(code, problem.code());
        return problem;
    }
}
