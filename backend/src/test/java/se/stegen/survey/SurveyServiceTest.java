package se.stegen.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.stegen.testing.TestProgram.refused;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.stegen.access.Actor;
import se.stegen.access.Role;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;
import se.stegen.home.HomeService;
import se.stegen.home.TodoKind;
import se.stegen.spur.Checklist;
import se.stegen.testing.AtOnce;
import se.stegen.testing.Fixtures;
import se.stegen.testing.TestProgram;

/** Surveys from opening to result: who is asked, what is kept, what is shown. */
class SurveyServiceTest {
    private final SurveyService surveys = TestProgram.bean(SurveyService.class);
    private final SurveyAnswerService answers = TestProgram.bean(SurveyAnswerService.class);
    private final SurveyResultService results = TestProgram.bean(SurveyResultService.class);
    private final HomeService home = TestProgram.bean(HomeService.class);
    private final LocalDate today = TestProgram.bean(Today.class).date();

    private long clinic;
    private Actor studierektor = Fixtures.admin();
    private Actor head = Fixtures.admin();
    private List<Actor> doctors = List.of();

    @BeforeEach
    void people() {
        clinic = Fixtures.clinic();
        studierektor = Fixtures.actor(Role.STUDIEREKTOR, clinic);
        head = Fixtures.actor(Role.CLINIC_HEAD, clinic);
        doctors = doctors(clinic, 6);
    }

    @Test
    void everyoneIsAskedOnceInTheFirstOfTheirGroups() {
        // A main supervisor who is the studierektor, too, answers as studierektor.
        supervises(studierektor.personId(), doctors.getFirst());
        long other = Fixtures.person("Handledare");
        supervises(other, doctors.getLast());
        Survey survey = open();
        assertEquals(SurveyState.OPEN, survey.state());
        assertEquals(9, survey.asked());
        assertEquals(0, survey.answeredAtLeast());
        assertEquals(
                RespondentGroup.STUDIEREKTOR,
                answers.form(studierektor, survey.id()).group());
        assertEquals(
                RespondentGroup.SUPERVISOR,
                answers.form(Fixtures.actor(other), survey.id()).group());
        SurveyForm form = answers.form(doctors.getFirst(), survey.id());
        assertEquals(RespondentGroup.TRAINEE, form.group());
        assertEquals(6, form.groupSize());
        assertTrue(form.statements().stream().allMatch(one -> one.groups().contains(RespondentGroup.TRAINEE)));
        assertTrue(waits(doctors.getFirst()));
        assertEquals(
                9,
                Fixtures.number(
                        "SELECT COUNT(*) FROM outbox_mail WHERE body_text LIKE ?",
                        "%/survey-answer/" + survey.id() + "%"));
        refused(ProblemCode.NOT_FOUND, () -> answers.form(Fixtures.admin(), survey.id()));
        refused(ProblemCode.SURVEY_RUNNING, () -> surveys.open(head, List.of(clinic), days()));
    }

    @Test
    void surveysAreForWhoKeepsTheReviews() {
        Survey survey = open();
        Actor overall = Fixtures.actor(Role.OVERALL_STUDIEREKTOR, clinic);
        for (Actor actor : List.of(studierektor, head, overall)) {
            assertEquals(1, surveys.list(actor, clinic).size());
        }
        for (Actor actor : List.of(doctors.getFirst(), Fixtures.admin())) {
            refused(ProblemCode.NOT_FOUND, () -> surveys.list(actor, clinic));
            refused(ProblemCode.NOT_FOUND, () -> surveys.get(actor, survey.id()));
            refused(ProblemCode.NOT_FOUND, () -> results.result(actor, survey.id()));
            refused(ProblemCode.NOT_FOUND, () -> surveys.open(actor, List.of(clinic), days()));
        }
        refused(ProblemCode.FORBIDDEN, () -> surveys.get(Fixtures.actor(Role.REVIEWER, clinic), survey.id()));
        refused(ProblemCode.NOT_FOUND, () -> surveys.open(studierektor, List.of(Fixtures.clinic()), days()));
    }

    @Test
    void thereMustBeSomebodyToAskAndDaysThatHoldTogether() {
        long empty = Fixtures.clinic();
        Actor over = Fixtures.actor(Role.OVERALL_STUDIEREKTOR, empty);
        refused(ProblemCode.SURVEY_NOBODY, () -> surveys.open(over, List.of(empty), days()));
        refused(ProblemCode.REQUIRED, () -> surveys.open(head, List.of(), days()));
        refused(
                ProblemCode.SURVEY_DAY_PAST,
                () -> surveys.open(head, List.of(clinic), new SurveyData(today.minusDays(1), null, null)));
        refused(
                ProblemCode.END_BEFORE_START,
                () -> surveys.open(head, List.of(clinic), new SurveyData(today, today.minusDays(1), null)));
        refused(
                ProblemCode.OUT_OF_RANGE,
                () -> surveys.open(head, List.of(clinic), new SurveyData(today, today.plusDays(3), today.plusDays(4))));
    }

    @Test
    void anAnswerIsKeptWithoutItsPersonItsTimeAndItsOrder() {
        Survey survey = open();
        long logged = Fixtures.number("SELECT COUNT(*) FROM access_log");
        answers.answer(doctors.getFirst(), survey.id(), Map.of("A1", 4), "Mer handledning");
        assertEquals(logged, Fixtures.number("SELECT COUNT(*) FROM access_log"), "the log tells nothing of it");
        assertEquals(
                0,
                Fixtures.number(
                        "SELECT COUNT(*) FROM information_schema.columns WHERE table_schema = DATABASE()"
                                + " AND table_name IN ('survey_answer', 'survey_comment') AND (column_name LIKE '%person%'"
                                + "  OR data_type IN ('datetime', 'timestamp', 'date', 'time') OR extra LIKE '%auto_increment%')"));
        int statements =
                answers.form(doctors.getFirst(), survey.id()).statements().size();
        assertEquals(
                statements,
                Fixtures.number("SELECT COUNT(DISTINCT id) FROM survey_answer WHERE survey_id = ?", survey.id()),
                "a key for each statement joins nothing");
        assertEquals(
                statements - 1,
                Fixtures.number("SELECT COUNT(*) FROM survey_answer WHERE survey_id = ? AND answer = 0", survey.id()),
                "what was left out is: do not know");
        // The next answer rewrites every row, so that the engine marks all with one write.
        assertEquals(statements, mixed(survey));
        answers.answer(doctors.get(1), survey.id(), Map.of("A1", 1), "");
        assertEquals(statements, mixed(survey), "those of the first were turned over again");
    }

    private static long mixed(Survey survey) {
        return Fixtures.number("SELECT COUNT(*) FROM survey_answer WHERE survey_id = ? AND mixed", survey.id());
    }

    @Test
    void oneAnswersOnceAlsoWithTwoClicks() throws Exception {
        Survey survey = open();
        Actor doctor = doctors.getFirst();
        refused(ProblemCode.REQUIRED, () -> answers.answer(doctor, survey.id(), Map.of(), " "));
        refused(ProblemCode.UNKNOWN_CODE, () -> answers.answer(doctor, survey.id(), Map.of("B3", 4), ""));
        refused(ProblemCode.OUT_OF_RANGE, () -> answers.answer(doctor, survey.id(), Map.of("A1", 5), ""));
        Callable<Boolean> click = () -> {
            answers.answer(doctor, survey.id(), Map.of("A1", 4), "");
            return true;
        };
        assertEquals(List.of(ProblemCode.SURVEY_ANSWERED), AtOnce.refusals(click, click));
        refused(ProblemCode.SURVEY_ANSWERED, () -> answers.answer(doctor, survey.id(), Map.of("A1", 1), ""));
        assertTrue(answers.form(doctor, survey.id()).answered());
        assertFalse(waits(doctor));
        assertEquals(
                1,
                Fixtures.number(
                        "SELECT COUNT(*) FROM survey_answer WHERE survey_id = ? AND statement = 'A1'", survey.id()));
    }

    @Test
    void whoWasAskedAnswersAlsoAfterTheRoleHasEnded() {
        Survey survey = open();
        Actor doctor = doctors.getFirst();
        Fixtures.execute(
                "UPDATE post o JOIN programme p ON p.id = o.programme_id SET o.end_date = ? WHERE p.person_id = ?",
                today.minusDays(1),
                doctor.personId());
        answers.answer(Fixtures.actor(doctor.personId()), survey.id(), Map.of("A1", 4), "");
        assertEquals(
                1,
                Fixtures.number("SELECT COUNT(*) FROM survey_invitee WHERE survey_id = ? AND answered", survey.id()));
    }

    @Test
    void aResultIsShownOnceClosedAndFromFiveOn() {
        Survey survey = open();
        for (int i = 0; i < 5; i++) {
            answers.answer(doctors.get(i), survey.id(), Map.of("A1", i < 3 ? 4 : 2, "A2", 3), "Ord " + i);
        }
        answers.answer(head, survey.id(), Map.of("A1", 1), "Chefens ord");
        refused(ProblemCode.SURVEY_NOT_CLOSED, () -> results.result(head, survey.id()));
        assertEquals(5, surveys.get(head, survey.id()).answeredAtLeast(), "six are told as at least five");
        refused(ProblemCode.STALE_VERSION, () -> surveys.close(head, survey.id(), 9));
        Survey closed = surveys.close(head, survey.id(), null);
        assertEquals(SurveyState.CLOSED, closed.state());
        refused(ProblemCode.STATE_CONFLICT, () -> surveys.close(head, survey.id(), null));
        refused(
                ProblemCode.SURVEY_CLOSED,
                () -> answers.answer(doctors.get(5), survey.id(), Map.of("A1", 4), "skrivet"));

        SurveyResult result = results.result(studierektor, survey.id());
        SurveyResult.Cell cell = cell(result, "A1", RespondentGroup.TRAINEE);
        assertEquals(new SurveyResult.Share(3, 5), cell.own());
        assertEquals(60, Objects.requireNonNull(cell.own()).percent());
        assertEquals(94, Objects.requireNonNull(cell.published()).percent());
        assertNull(cell(result, "A1", RespondentGroup.CLINIC_HEAD).own(), "one head is never shown");
        assertNull(Objects.requireNonNull(result.groups().get(RespondentGroup.CLINIC_HEAD))
                .answers());
        assertEquals(
                List.of("Ord 0", "Ord 1", "Ord 2", "Ord 3", "Ord 4"),
                Objects.requireNonNull(result.comments().get(RespondentGroup.TRAINEE)).stream()
                        .sorted()
                        .toList());
        assertFalse(result.comments().containsKey(RespondentGroup.CLINIC_HEAD));
    }

    @Test
    void theNextSurveyIsHeldAgainstTheOneBefore() {
        Survey first = open();
        doctors.subList(0, 5).forEach(one -> answers.answer(one, first.id(), Map.of("A1", 4), ""));
        surveys.close(head, first.id(), null);
        Fixtures.execute("UPDATE survey SET closes_on = ? WHERE id = ?", today.minusYears(1), first.id());
        Survey second = open();
        doctors.forEach(one -> answers.answer(one, second.id(), Map.of("A1", 1), ""));
        surveys.close(head, second.id(), null);
        SurveyResult.Cell cell = cell(results.result(head, second.id()), "A1", RespondentGroup.TRAINEE);
        assertEquals(new SurveyResult.Share(0, 6), cell.own());
        assertEquals(new SurveyResult.Share(5, 5), cell.earlier());
        assertNull(cell.pooled());
    }

    @Test
    void headsOfFiveClinicsAreShownTogetherOnceAllAreClosed() {
        List<Long> clinics = new ArrayList<>();
        List<Actor> heads = new ArrayList<>();
        long over = Fixtures.person("Övergripande");
        for (int i = 0; i < 5; i++) {
            long one = Fixtures.clinic();
            clinics.add(one);
            heads.add(Fixtures.actor(Role.CLINIC_HEAD, one));
            Fixtures.role(over, Role.OVERALL_STUDIEREKTOR, one);
        }
        Actor overall = Fixtures.actor(over);
        List<Survey> round = surveys.open(overall, clinics, days());
        assertEquals(5, round.getFirst().surveysInRound());
        for (int i = 0; i < 5; i++) {
            answers.answer(heads.get(i), round.get(i).id(), Map.of("A1", i == 0 ? 1 : 4), "Bara mitt");
        }
        for (int i = 0; i < 4; i++) {
            surveys.close(overall, round.get(i).id(), null);
        }
        assertNull(
                cell(results.result(overall, round.getFirst().id()), "A1", RespondentGroup.CLINIC_HEAD)
                        .pooled(),
                "while one is open the whole would change");
        surveys.close(overall, round.get(4).id(), null);
        SurveyResult result = results.result(heads.getFirst(), round.getFirst().id());
        SurveyResult.Cell cell = cell(result, "A1", RespondentGroup.CLINIC_HEAD);
        assertNull(cell.own());
        assertEquals(new SurveyResult.Share(4, 5), cell.pooled());
        assertEquals(5, result.pooledOver());
        assertTrue(result.comments().isEmpty(), "words are never pooled");
    }

    @Test
    void thoseWhoHaveNotAnsweredAreRemindedOnce() {
        Survey survey = surveys.open(head, List.of(clinic), new SurveyData(today, today.plusDays(5), today.plusDays(1)))
                .getFirst();
        answers.answer(head, survey.id(), Map.of("A1", 4), "");
        Fixtures.execute("UPDATE survey SET remind_on = ? WHERE id = ?", today, survey.id());
        SurveyJob job = TestProgram.bean(SurveyJob.class);
        job.run();
        job.run();
        assertEquals(
                survey.asked() - 1,
                Fixtures.number(
                        "SELECT COUNT(*) FROM outbox_mail WHERE body_text LIKE ? AND subject LIKE 'Påminnelse%'",
                        "%/survey-answer/" + survey.id() + "%"));
        assertEquals(
                0,
                Fixtures.number(
                        "SELECT COUNT(*) FROM outbox_mail WHERE body_text LIKE ? AND subject LIKE 'Påminnelse%'"
                                + " AND asker_id IS NOT NULL",
                        "%/survey-answer/" + survey.id() + "%"),
                "whose reminder cannot be delivered has not answered");
    }

    @Test
    void aReminderThatHasGoneIsNotMoved() {
        Survey survey = surveys.open(head, List.of(clinic), new SurveyData(today, today.plusDays(5), today.plusDays(1)))
                .getFirst();
        Fixtures.execute(
                "UPDATE survey SET opens_on = ?, remind_on = ? WHERE id = ?", today.minusDays(1), today, survey.id());
        assertFalse(surveys.get(head, survey.id()).reminded());
        TestProgram.bean(SurveyJob.class).run();
        Survey gone = surveys.get(head, survey.id());
        assertTrue(gone.reminded());
        refused(
                ProblemCode.STATE_CONFLICT,
                () -> surveys.move(head, survey.id(), gone.version(), new SurveyData(null, null, today.plusDays(3))));
        refused(
                ProblemCode.STATE_CONFLICT,
                () -> surveys.move(head, survey.id(), gone.version(), new SurveyData(null, null, null)));
        Survey moved = surveys.move(head, survey.id(), gone.version(), new SurveyData(null, today.plusDays(9), today));
        assertEquals(today.plusDays(9), moved.closesOn());
        assertEquals(today, moved.remindOn());
    }

    @Test
    void aPlannedSurveyAsksOnItsFirstDay() {
        Survey survey = surveys.open(head, List.of(clinic), new SurveyData(today.plusDays(3), today.plusDays(9), null))
                .getFirst();
        assertEquals(SurveyState.PLANNED, survey.state());
        assertEquals(0, survey.asked());
        refused(ProblemCode.NOT_FOUND, () -> answers.form(doctors.getFirst(), survey.id()));
        Fixtures.execute("UPDATE survey SET opens_on = ? WHERE id = ?", today, survey.id());
        TestProgram.bean(SurveyJob.class).run();
        assertEquals(8, surveys.get(head, survey.id()).asked());
    }

    @Test
    void takingBackDeletesWhatWasAnswered() {
        Survey survey = open();
        answers.answer(head, survey.id(), Map.of("A1", 4), "Ord");
        Survey moved = surveys.move(
                head, survey.id(), survey.version(), new SurveyData(null, today.plusDays(30), today.plusDays(20)));
        assertEquals(today.plusDays(30), moved.closesOn());
        assertEquals(
                SurveyState.CANCELLED, surveys.cancel(head, survey.id(), null).state());
        assertEquals(
                0,
                Fixtures.number("SELECT COUNT(*) FROM survey_answer WHERE survey_id = ?", survey.id())
                        + Fixtures.number("SELECT COUNT(*) FROM survey_comment WHERE survey_id = ?", survey.id()));
        assertFalse(answers.form(doctors.getFirst(), survey.id()).open());
        assertFalse(waits(doctors.getFirst()));
    }

    @Test
    void everyStatementNamesItemsThatThereAreAndReadsInBothLanguages() {
        for (Statement one : Statements.of(Statements.EDITION)) {
            assertFalse(one.swedish().isBlank() || one.english().isBlank());
            assertFalse(one.groups().isEmpty(), one.code());
            assertTrue(one.code().startsWith(one.area().name()));
            one.items().forEach(item -> assertNotNull(Checklist.item(item).orElse(null), one.code() + " " + item));
            one.published().forEach((group, share) -> {
                assertTrue(one.groups().contains(group), one.code());
                assertTrue(share.percent() <= 100 && share.answers() >= SurveyRules.SHOWN_FROM, one.code());
            });
        }
    }

    private Survey open() {
        return surveys.open(head, List.of(clinic), days()).getFirst();
    }

    private SurveyData days() {
        return new SurveyData(null, null, null);
    }

    private boolean waits(Actor actor) {
        return home.todo(actor).stream().anyMatch(item -> item.kind() == TodoKind.SURVEY_TO_ANSWER);
    }

    private static SurveyResult.Cell cell(SurveyResult result, String code, RespondentGroup group) {
        Map<String, SurveyResult.Cell> cells = new HashMap<>();
        result.lines().forEach(line -> {
            SurveyResult.Cell cell = line.cells().get(group);
            if (cell != null) {
                cells.put(line.statement().code(), cell);
            }
        });
        return Objects.requireNonNull(cells.get(code));
    }

    private List<Actor> doctors(long at, int number) {
        List<Actor> made = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            long person = Fixtures.person("Dr " + i);
            Fixtures.programme(person, at, today.minusYears(1));
            made.add(Fixtures.actor(person));
        }
        return made;
    }

    private void supervises(long supervisor, Actor doctor) {
        Fixtures.insert(
                "INSERT INTO main_supervisor (programme_id, person_id, valid_from) VALUES ("
                        + "(SELECT id FROM programme WHERE person_id = ?), ?, ?)",
                doctor.personId(),
                supervisor,
                today.minusYears(1));
    }
}
