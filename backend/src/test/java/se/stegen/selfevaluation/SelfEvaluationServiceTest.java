package se.stegen.selfevaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.stegen.testing.TestProgram.refused;

import io.micronaut.core.annotation.Nullable;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.stegen.access.Actor;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;
import se.stegen.guideline.IndicatorCode;
import se.stegen.guideline.LightStatus;
import se.stegen.home.HomeService;
import se.stegen.home.TodoKind;
import se.stegen.review.ReviewActionService;
import se.stegen.spur.Checklist;
import se.stegen.spur.RuleKind;
import se.stegen.testing.AtOnce;
import se.stegen.testing.Fixtures;
import se.stegen.testing.TalkCast;
import se.stegen.testing.TestProgram;

/** A self-evaluation from its start to its document. */
class SelfEvaluationServiceTest {
    private final SelfEvaluationService evaluations = TestProgram.bean(SelfEvaluationService.class);
    private final SelfEvaluationDocumentService documents = TestProgram.bean(SelfEvaluationDocumentService.class);
    private final LocalDate today = TestProgram.bean(Today.class).date();

    private TalkCast cast = TalkCast.of(today.minusYears(2), today);

    @BeforeEach
    void people() {
        TestProgram.reference();
        cast = TalkCast.of(today.minusYears(2), today);
    }

    @Test
    void theItemsAreThoseOfTheRegulation() {
        SelfEvaluation old = start();
        assertEquals("2015", old.regulations(), "the clinic's doctor is under 2015");
        List<ItemEvaluation> items = evaluations.items(cast.head(), old.id());
        assertEquals(
                Checklist.items().stream()
                        .filter(one -> one.kind2015() != RuleKind.NONE)
                        .count(),
                items.size());
        refused(ProblemCode.UNKNOWN_CODE, () -> answer(cast.head(), old, "G11", 0, Judgement.MET, ""));
        refused(ProblemCode.UNKNOWN_CODE, () -> answer(cast.head(), old, "Z9", 0, Judgement.MET, ""));
        refused(ProblemCode.UNKNOWN_CODE, () -> evaluations.start(cast.head(), cast.clinic(), List.of("1998")));
        assertEquals(RuleKind.ADVICE, item(old, "E7").kind());
        long other = Fixtures.clinic();
        Actor there = Fixtures.actor(se.stegen.access.Role.STUDIEREKTOR, other);
        SelfEvaluation both = evaluations.start(there, other, List.of("2021", "2015"));
        assertEquals(75, evaluations.items(there, both.id()).size());
        assertEquals(
                RuleKind.BINDING,
                evaluations.items(there, both.id()).stream()
                        .filter(one -> one.item().code().equals("E7"))
                        .findFirst()
                        .orElseThrow()
                        .kind(),
                "the stricter of the two");
    }

    @Test
    void itIsForWhoKeepsTheReviewsAndOneIsOpenAtATime() throws Exception {
        assertEquals(List.of(ProblemCode.SELF_EVALUATION_OPEN), AtOnce.refusals(this::start, this::start));
        refused(ProblemCode.SELF_EVALUATION_OPEN, this::start);
        SelfEvaluation evaluation =
                evaluations.list(cast.overall(), cast.clinic()).getFirst();
        for (Actor actor : List.of(cast.doctor(), cast.main(), cast.admin(), cast.otherHead())) {
            refused(ProblemCode.NOT_FOUND, () -> evaluations.get(actor, evaluation.id()));
            refused(ProblemCode.NOT_FOUND, () -> evaluations.items(actor, evaluation.id()));
            refused(ProblemCode.NOT_FOUND, () -> documents.pdf(actor, evaluation.id()));
        }
        refused(ProblemCode.FORBIDDEN, () -> evaluations.get(cast.reviewer(), evaluation.id()));
    }

    @Test
    void figuresStandBesideTheItemsTheyShow() {
        SelfEvaluation evaluation = start();
        ItemEvaluation appointed = item(evaluation, "E2");
        assertEquals(
                List.of(IndicatorCode.MAIN_SUPERVISOR),
                appointed.figures().stream().map(ItemEvaluation.Figure::code).toList());
        assertEquals(LightStatus.GREEN, appointed.figures().getFirst().status());
        assertEquals(1, appointed.figures().getFirst().met());
        assertTrue(item(evaluation, "C1").figures().isEmpty(), "nothing here shows equipment");
        // The overall studierektor is shown no figure of one doctor.
        ItemEvaluation seenFromAbove = evaluations.items(cast.overall(), evaluation.id()).stream()
                .filter(one -> one.item().code().equals("E2"))
                .findFirst()
                .orElseThrow();
        assertNull(seenFromAbove.figures().getFirst().met());
        Evidence.all().forEach((code, shows) -> assertTrue(Checklist.item(code).isPresent(), code));
    }

    @Test
    void anItemIsSavedByItselfAndTwoWhoWriteAreTold() {
        SelfEvaluation evaluation = start();
        assertEquals(1, answer(cast.head(), evaluation, "A1", 0, null, "Riktlinjen från 2024"));
        refused(
                ProblemCode.STALE_VERSION,
                () -> answer(cast.studierektor(), evaluation, "A1", 0, Judgement.MET, "Annat"));
        assertEquals(2, answer(cast.studierektor(), evaluation, "A1", 1, Judgement.MET, "Båda"));
        assertEquals(1, answer(cast.head(), evaluation, "A2", 0, Judgement.PARTLY, ""), "another item is no matter");
        ItemEvaluation a1 = item(evaluation, "A1");
        assertEquals("Båda", a1.text());
        assertNull(a1.gap());
        assertEquals(cast.studierektor().name(), a1.changedByName());
        assertEquals(ItemEvaluation.Gap.NOT_MET, item(evaluation, "A2").gap());
        assertEquals(ItemEvaluation.Gap.UNANSWERED, item(evaluation, "A3").gap());
        assertEquals(2, evaluations.get(cast.head(), evaluation.id()).judged());
        // Nobody has the qualifications, whatever people think.
        answer(cast.head(), evaluation, "B2", 0, Judgement.MET, "");
        assertEquals(ItemEvaluation.Gap.FIGURES_DIFFER, item(evaluation, "B2").gap());
    }

    @Test
    void aGapBecomesAnActionOfTheLatestReview() {
        SelfEvaluation evaluation = start();
        refused(
                ProblemCode.NO_REVIEW_YET,
                () -> evaluations.makeAction(cast.head(), evaluation.id(), "F6", "Rita upp", null));
        review();
        refused(ProblemCode.REQUIRED, () -> evaluations.makeAction(cast.head(), evaluation.id(), "F6", " ", null));
        long action = evaluations
                .makeAction(cast.head(), evaluation.id(), "F6", "Rita upp kursplanen", today.plusDays(40))
                .id();
        assertEquals(action, item(evaluation, "F6").actionId());
        assertEquals(
                "F6",
                TestProgram.bean(ReviewActionService.class)
                        .get(cast.studierektor(), action)
                        .itemCode());
        refused(
                ProblemCode.STATE_CONFLICT,
                () -> evaluations.makeAction(cast.head(), evaluation.id(), "F6", "En till", null));
        assertEquals(2, answer(cast.head(), evaluation, "F6", 1, Judgement.NOT_MET, "x"));
        assertEquals(action, item(evaluation, "F6").actionId());
    }

    @Test
    void ofAVoidedReviewsActionAnotherIsMade() {
        SelfEvaluation evaluation = start();
        long first = review();
        long gone = evaluations
                .makeAction(cast.head(), evaluation.id(), "F6", "Rita upp kursplanen", null)
                .id();
        Fixtures.execute("UPDATE review SET state = 'VOIDED' WHERE id = ?", first);
        assertNull(item(evaluation, "F6").actionId());
        review();
        long next = evaluations
                .makeAction(cast.head(), evaluation.id(), "F6", "Rita upp kursplanen", null)
                .id();
        assertNotEquals(gone, next);
        assertEquals(next, item(evaluation, "F6").actionId());
    }

    @Test
    void anActionMakesNobodyTheAuthorOfAnItem() {
        SelfEvaluation evaluation = start();
        evaluations.finish(cast.head(), evaluation.id(), null);
        review();
        evaluations.makeAction(cast.studierektor(), evaluation.id(), "F6", "Rita upp kursplanen", null);
        ItemEvaluation item = item(evaluation, "F6");
        assertNull(item.changedByName());
        assertNull(item.changedAt());
    }

    @Test
    void itIsPassedOnToWhoMayGoOn() {
        SelfEvaluation evaluation = start();
        assertFalse(waits(cast.studierektor()));
        refused(
                ProblemCode.NOT_OF_CLINIC,
                () -> evaluations.pass(
                        cast.head(), evaluation.id(), null, cast.doctor().personId()));
        SelfEvaluation passed = evaluations.pass(
                cast.head(), evaluation.id(), null, cast.studierektor().personId());
        assertEquals(cast.studierektor().personId(), passed.ownerId());
        assertTrue(waits(cast.studierektor()));
        Fixtures.execute(
                "UPDATE role_assignment SET valid_to = ? WHERE person_id = ?",
                today.minusDays(1),
                cast.studierektor().personId());
        assertFalse(
                waits(Fixtures.actor(cast.studierektor().personId())), "who may not open it any more is not asked to");
        refused(
                ProblemCode.STALE_VERSION,
                () -> evaluations.pass(
                        cast.head(),
                        evaluation.id(),
                        evaluation.version(),
                        cast.head().personId()));
    }

    @Test
    void onceFinishedItKeepsThatDaysFigures() throws IOException {
        SelfEvaluation evaluation = start();
        answer(cast.head(), evaluation, "E2", 0, Judgement.MET, "Utses första dagen");
        SelfEvaluation finished = evaluations.finish(cast.head(), evaluation.id(), null);
        assertEquals(SelfEvaluationState.FINISHED, finished.state());
        assertEquals(today, finished.finishedOn());
        Fixtures.execute(
                "UPDATE main_supervisor SET valid_to = ? WHERE programme_id = ?", today.minusDays(1), cast.programme());
        assertEquals(1, item(evaluation, "E2").figures().getFirst().met(), "as it was on that day");
        assertEquals(
                LightStatus.GREEN, item(evaluation, "E2").figures().getFirst().status());
        refused(ProblemCode.STATE_CONFLICT, () -> answer(cast.head(), evaluation, "E2", 1, Judgement.NOT_MET, ""));
        refused(ProblemCode.STATE_CONFLICT, () -> evaluations.finish(cast.head(), evaluation.id(), null));
        String text = text(documents.pdf(cast.head(), evaluation.id()));
        assertTrue(text.contains("Bristlista"), text);
        assertTrue(text.contains("Utses första dagen"), text);
        assertTrue(text.contains("1 av 1"), text);
        start();
    }

    @Test
    void keptFiguresOfDoctorsAreForWhoSeesTheDoctors() {
        for (int i = 0; i < 3; i++) {
            Fixtures.programme(Fixtures.person("Dr " + i), cast.clinic(), today.minusYears(1));
        }
        SelfEvaluation evaluation = start();
        evaluations.finish(cast.head(), evaluation.id(), null);
        assertEquals(4, item(evaluation, "E2").figures().getFirst().applicable());
        ItemEvaluation.Figure fromAbove = evaluations.items(cast.overall(), evaluation.id()).stream()
                .filter(one -> one.item().code().equals("E2"))
                .findFirst()
                .orElseThrow()
                .figures()
                .getFirst();
        assertNull(fromAbove.met());
        assertNull(fromAbove.applicable());
        assertEquals(LightStatus.NOT_APPLICABLE, fromAbove.status());
    }

    private long review() {
        return Fixtures.insert(
                "INSERT INTO review (clinic_id, kind, state, reviewed_on, strengths, weaknesses, potential, unsorted,"
                        + " created_by, created_at, updated_at)"
                        + " VALUES (?, 'INTERNAL', 'CONFIRMED', ?, '', '', '', '', ?, NOW(6), NOW(6))",
                cast.clinic(),
                today.minusMonths(3),
                cast.head().personId());
    }

    private SelfEvaluation start() {
        return evaluations.start(cast.head(), cast.clinic(), List.of());
    }

    private int answer(
            Actor actor,
            SelfEvaluation evaluation,
            String code,
            int version,
            @Nullable Judgement judgement,
            String text) {
        return evaluations.answer(actor, evaluation.id(), code, version, judgement, text);
    }

    private ItemEvaluation item(SelfEvaluation evaluation, String code) {
        return evaluations.items(cast.head(), evaluation.id()).stream()
                .filter(one -> one.item().code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static boolean waits(Actor actor) {
        return TestProgram.bean(HomeService.class).todo(actor).stream()
                .anyMatch(item -> item.kind() == TodoKind.SELF_EVALUATION);
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
