package se.stegen.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.stegen.testing.TestProgram.refused;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.stegen.access.Actor;
import se.stegen.access.Role;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;
import se.stegen.home.HomeService;
import se.stegen.home.TodoKind;
import se.stegen.review.Review.Ask;
import se.stegen.spur.Area;
import se.stegen.spur.Grade;
import se.stegen.spur.SpurTexts;
import se.stegen.testing.Fixtures;
import se.stegen.testing.TalkCast;
import se.stegen.testing.TestProgram;

/** Reviews from import to closed actions. */
class ReviewServiceTest {
    private final ReviewService reviews = TestProgram.bean(ReviewService.class);
    private final ReviewImportService imports = TestProgram.bean(ReviewImportService.class);
    private final ReviewActionService actions = TestProgram.bean(ReviewActionService.class);
    private final LocalDate today = TestProgram.bean(Today.class).date();
    private final TalkCast cast = TalkCast.of(today.minusYears(2), today);

    @BeforeAll
    static void load() {
        Fixtures.reference();
    }

    private static ReviewData data(LocalDate date, GradeData... grades) {
        return new ReviewData(
                date, null, "Två specialister", null, false, List.of(grades), null, Map.of(), "", "", "", "");
    }

    private Review imported() {
        return imports.importReport(
                cast.studierektor(),
                cast.clinic(),
                "rapport.txt",
                SpurTexts.ours(SpurTexts.ONE).getBytes(StandardCharsets.UTF_8));
    }

    private boolean waits(Actor actor, TodoKind kind) {
        return TestProgram.bean(HomeService.class).todo(actor).stream().anyMatch(item -> item.kind() == kind);
    }

    @Test
    void keptByThoseWhoAnswerForTheClinicAndUnknownToOthers() {
        Review review = reviews.create(
                cast.head(), cast.clinic(), ReviewKind.EXTERNAL, data(today, new GradeData(Area.A, "", Grade.B)));
        for (Actor actor : List.of(cast.studierektor(), cast.head(), cast.overall())) {
            assertEquals(1, reviews.list(actor, cast.clinic()).size());
            assertEquals(review.id(), reviews.get(actor, review.id()).id());
        }
        for (Actor actor : List.of(cast.doctor(), cast.main(), cast.admin(), cast.otherHead())) {
            refused(ProblemCode.NOT_FOUND, () -> reviews.list(actor, cast.clinic()));
            refused(ProblemCode.NOT_FOUND, () -> reviews.get(actor, review.id()));
            refused(ProblemCode.NOT_FOUND, () -> actions.ofReview(actor, review.id()));
        }
        refused(ProblemCode.FORBIDDEN, () -> reviews.get(cast.reviewer(), review.id()));
        refused(
                ProblemCode.NOT_FOUND,
                () -> imports.importReport(cast.otherHead(), cast.clinic(), "x", new byte[] {1}));
        refused(
                ProblemCode.DATE_IN_FUTURE,
                () -> reviews.create(cast.head(), cast.clinic(), ReviewKind.EXTERNAL, data(today.plusDays(1))));
        refused(
                ProblemCode.STALE_VERSION,
                () -> reviews.change(cast.head(), review.id(), review.version() + 1, data(today)));
    }

    @Test
    void anImportIsADraftUntilItIsConfirmed() {
        Review draft = imported();
        assertEquals(ReviewState.DRAFT, draft.state());
        assertFalse(draft.dayKnown());
        assertEquals(Grade.C, draft.grade(Area.F, "").orElseThrow().grade());
        assertEquals(
                "Graderingen är ändrad till C.",
                draft.grade(Area.F, "").orElseThrow().printed());
        assertTrue(draft.grade(Area.A, "").isEmpty(), "what is not in the text is unknown");
        List<ReviewAction> rows = actions.ofReview(cast.head(), draft.id());
        assertEquals(
                List.of("F1", "H7", "H9"),
                rows.stream().map(ReviewAction::itemCode).toList());
        assertEquals("27/2 2026", rows.getFirst().dueText());
        assertEquals(LocalDate.of(2026, 2, 27), rows.getFirst().dueOn());
        assertTrue(actions.ofClinic(cast.head(), cast.clinic()).isEmpty(), "a draft is nobody's work");

        long first = rows.getFirst().id();
        refused(
                ProblemCode.STATE_CONFLICT,
                () -> actions.setState(cast.head(), first, null, ActionState.DONE, "Klar", null));
        refused(ProblemCode.ROWS_UNCHECKED, () -> imports.confirm(cast.head(), draft.id(), null, today, true));
        for (ReviewAction row : rows) {
            actions.check(cast.head(), row.id(), row.version(), true);
        }
        refused(ProblemCode.STALE_VERSION, () -> imports.confirm(cast.head(), draft.id(), 7, today, true));
        refused(
                ProblemCode.DATE_IN_FUTURE,
                () -> imports.confirm(cast.head(), draft.id(), null, today.plusDays(1), true));
        Review confirmed = imports.confirm(cast.head(), draft.id(), null, today.minusMonths(2), true);
        assertEquals(ReviewState.CONFIRMED, confirmed.state());
        assertEquals(today.minusMonths(2), confirmed.date());
        assertTrue(confirmed.dayKnown());
        assertEquals(3, actions.ofClinic(cast.head(), cast.clinic()).size());
        refused(ProblemCode.STATE_CONFLICT, () -> imports.confirm(cast.head(), draft.id(), null, null, false));
        refused(ProblemCode.STATE_CONFLICT, () -> actions.remove(cast.head(), first));
    }

    @Test
    void aRowOfADraftCanBeCorrectedAndTakenOut() {
        Review draft = imported();
        List<ReviewAction> rows = actions.ofReview(cast.head(), draft.id());
        ActionData other = new ActionPatch(Map.of("dueText", "Pågående")).on(ActionData.of(rows.getFirst()));
        ReviewAction changed = actions.change(cast.head(), rows.getFirst().id(), 0, other);
        assertEquals("Pågående", changed.dueText());
        assertNull(changed.dueOn());
        actions.remove(cast.head(), rows.getLast().id());
        assertEquals(2, actions.ofReview(cast.head(), draft.id()).size());
        assertEquals(
                0,
                Fixtures.number(
                        "SELECT COUNT(*) FROM review_action_event WHERE action_id = ?",
                        rows.getFirst().id()));
    }

    @Test
    void anActionIsWorkedWithByItsOwnerAndClosedWithProof() {
        Review review = imports.confirm(cast.head(), imported().id(), null, today.minusMonths(1), false);
        ReviewAction action = actions.ofReview(cast.head(), review.id()).getFirst();
        Actor owner = cast.main();
        refused(ProblemCode.NOT_FOUND, () -> actions.get(owner, action.id()));
        ActionData owned = new ActionPatch(Map.of(
                        "ownerId",
                        Long.toString(owner.personId()),
                        "due",
                        today.plusDays(10).toString()))
                .on(ActionData.of(action));
        refused(ProblemCode.NOT_FOUND, () -> actions.change(owner, action.id(), action.version(), owned));
        ActionData stranger = new ActionPatch(
                        Map.of("ownerId", Long.toString(cast.otherHead().personId())))
                .on(ActionData.of(action));
        refused(ProblemCode.NOT_OF_CLINIC, () -> actions.change(cast.head(), action.id(), action.version(), stranger));
        actions.change(cast.head(), action.id(), action.version(), owned);

        assertEquals(1, actions.mine(owner).size());
        assertTrue(waits(owner, TodoKind.REVIEW_ACTION));
        assertFalse(waits(cast.studierektor(), TodoKind.REVIEW_ACTION));
        actions.comment(owner, action.id(), "Mallen är klar");
        refused(ProblemCode.NOT_FOUND, () -> actions.ofReview(owner, review.id()));
        refused(
                ProblemCode.PROOF_REQUIRED,
                () -> actions.setState(owner, action.id(), null, ActionState.DONE, " ", null));
        refused(
                ProblemCode.FORBIDDEN,
                () -> actions.setState(owner, action.id(), null, ActionState.DROPPED, "Behövs inte", null));
        refused(ProblemCode.FORBIDDEN, () -> actions.change(owner, action.id(), 1, owned));
        refused(
                ProblemCode.DATE_IN_FUTURE,
                () -> actions.setState(owner, action.id(), null, ActionState.DONE, "Mallen", today.plusDays(1)));
        actions.setState(owner, action.id(), null, ActionState.IN_PROGRESS, "", null);
        ReviewAction done =
                actions.setState(owner, action.id(), null, ActionState.DONE, "Mallen är beslutad", today.minusDays(1));
        assertEquals(today.minusDays(1), done.closedOn());
        assertEquals("Mallen är beslutad", done.proof());
        assertFalse(waits(owner, TodoKind.REVIEW_ACTION));
        refused(
                ProblemCode.STATE_CONFLICT,
                () -> actions.setState(owner, action.id(), null, ActionState.DONE, "igen", null));
        assertEquals(
                List.of(
                        ActionEvent.Kind.CREATED,
                        ActionEvent.Kind.CHANGED,
                        ActionEvent.Kind.COMMENT,
                        ActionEvent.Kind.STATE,
                        ActionEvent.Kind.STATE),
                actions.events(cast.head(), action.id()).stream()
                        .map(ActionEvent::kind)
                        .toList());
        assertTrue(actions.events(cast.head(), action.id()).get(1).note().contains("due: 2026-02-27"));
        ReviewAction again = actions.setState(cast.head(), action.id(), null, ActionState.OPEN, null, null);
        assertNull(again.proof());
    }

    @Test
    void anAreaGradedDAsksForAPlanAndAFollowUp() {
        LocalDate day = today.minusMonths(4);
        Review review = reviews.create(
                cast.head(), cast.clinic(), ReviewKind.EXTERNAL, data(day, new GradeData(Area.F, "", Grade.D)));
        assertEquals(
                List.of(new Ask(Area.F, true, day.plusMonths(3)), new Ask(Area.F, false, day.plusMonths(6))),
                review.asks());
        assertTrue(waits(cast.studierektor(), TodoKind.REVIEW_ASKS));
        assertTrue(waits(cast.head(), TodoKind.REVIEW_ASKS));
        assertFalse(waits(cast.otherHead(), TodoKind.REVIEW_ASKS));
        actions.add(
                cast.head(),
                review.id(),
                new ActionData(Area.F, "", null, "Ny mall", "", null, "", "", null, "", null, ""));
        assertEquals(
                List.of(new Ask(Area.F, false, day.plusMonths(6))),
                reviews.get(cast.head(), review.id()).asks());
        reviews.create(cast.head(), cast.clinic(), ReviewKind.INTERNAL, data(today));
        assertTrue(reviews.get(cast.head(), review.id()).asks().isEmpty());
        assertFalse(waits(cast.studierektor(), TodoKind.REVIEW_ASKS));
    }

    @Test
    void gradesKeepWhatTheyWereBefore() {
        Review review = reviews.create(
                cast.head(),
                cast.clinic(),
                ReviewKind.EXTERNAL,
                data(today.minusMonths(2), new GradeData(Area.H, "", Grade.D)));
        ReviewData better = new ReviewData(
                today.minusMonths(2),
                null,
                "",
                null,
                false,
                List.of(new GradeData(Area.H, "", Grade.C)),
                today,
                Map.of(Area.H, "Bättre"),
                "",
                "",
                "",
                "");
        Review changed = reviews.change(cast.head(), review.id(), review.version(), better);
        assertEquals(Grade.C, changed.grade(Area.H, "").orElseThrow().grade());
        assertEquals("Bättre", changed.areas().get(Area.H));
        assertEquals(
                Grade.D,
                TestProgram.bean(ReviewRepository.class)
                        .grades(List.of(review.id()), today.minusDays(1))
                        .getFirst()
                        .grade());
    }

    @Test
    void aVoidedReviewKeepsNothingOpen() {
        Review review = imports.confirm(cast.head(), imported().id(), null, null, false);
        refused(ProblemCode.REASON_REQUIRED, () -> reviews.voidReview(cast.head(), review.id(), null, ""));
        reviews.voidReview(cast.head(), review.id(), null, "Fel klinik");
        assertTrue(actions.ofClinic(cast.head(), cast.clinic()).isEmpty());
        refused(
                ProblemCode.STATE_CONFLICT,
                () -> reviews.change(cast.head(), review.id(), review.version() + 1, data(today)));
        refused(ProblemCode.STATE_CONFLICT, () -> reviews.voidReview(cast.head(), review.id(), null, "x"));
        Review draft = imported();
        assertEquals(
                ReviewState.VOIDED,
                reviews.voidReview(cast.head(), draft.id(), null, null).state());
    }

    @Test
    void theRegisterCountsByYearAndMeasuresWhoIsDue() {
        Fixtures.execute("UPDATE clinic SET guideline_code = 'skane-2015' WHERE id = ?", cast.clinic());
        RegisterService register = TestProgram.bean(RegisterService.class);
        assertTrue(register.mine(cast.head(), null).lines().getFirst().externalOverdue());
        reviews.create(
                cast.head(),
                cast.clinic(),
                ReviewKind.EXTERNAL,
                data(today, new GradeData(Area.A, "", Grade.A), new GradeData(Area.B, "2015", Grade.B)));
        Register now = register.mine(cast.head(), today.getYear());
        assertEquals(1, now.made());
        assertEquals(0, now.overdue());
        assertEquals(today.plusYears(5), now.lines().getFirst().externalDue());
        assertEquals(1, register.mine(cast.head(), today.getYear() - 1).overdue());
        long organisation = Fixtures.number("SELECT organisation_id FROM clinic WHERE id = ?", cast.clinic());
        assertEquals(
                1,
                register.ofOrganisation(cast.head(), organisation, null).lines().size());
        refused(ProblemCode.NOT_FOUND, () -> register.ofOrganisation(cast.otherHead(), organisation, null));
        refused(ProblemCode.NOT_FOUND, () -> register.mine(cast.doctor(), null));
        Actor studierektorElsewhere = Fixtures.actor(Role.STUDIEREKTOR, Fixtures.clinic());
        assertEquals(1, register.mine(studierektorElsewhere, null).lines().size());
    }
}
