package se.stegen.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.stegen.access.Actor;
import se.stegen.access.Role;
import se.stegen.assessment.AssessmentAnswer;
import se.stegen.assessment.AssessmentService;
import se.stegen.assessment.Assessor;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;
import se.stegen.signing.RecordState;
import se.stegen.testing.Fixtures;
import se.stegen.testing.TestProgram;

/** 360: nobody can be guessed, nothing is shown too early, and a released round counts as one assessment. */
class FeedbackServiceTest {
    private static final List<String> PROFESSIONS =
            List.of("NURSE", "ASSISTANT", "DOCTOR_OWN", "DOCTOR_OTHER", "NURSE", "NURSE", "NURSE", "NURSE");

    private final FeedbackService rounds = TestProgram.bean(FeedbackService.class);
    private final RaterService raters = TestProgram.bean(RaterService.class);
    private final RaterLinkService links = TestProgram.bean(RaterLinkService.class);
    private final LocalDate today = TestProgram.bean(Today.class).date();

    private final long clinic = Fixtures.clinic();
    private final Actor doctor;
    private final long programme;
    private final Actor supervisor = Fixtures.actor(Role.SUPERVISOR, clinic);
    private final Actor studierektor = Fixtures.actor(Role.STUDIEREKTOR, clinic);

    FeedbackServiceTest() {
        long doctorId = Fixtures.person("Doktor");
        programme = Fixtures.programme(doctorId, clinic, today.minusYears(1));
        Fixtures.insert(
                "INSERT INTO main_supervisor (programme_id, person_id, valid_from) VALUES (?, ?, ?)",
                programme,
                supervisor.personId(),
                today.minusYears(1));
        doctor = Fixtures.actor(doctorId);
    }

    private static AssessmentAnswer answer(String profession, String doMore) {
        return new AssessmentAnswer(
                Map.of("role", profession, "patients", "2", "patients-comment", "Avbryter"), null, doMore, "");
    }

    /** A round that so many of the eight have answered. */
    private long answered(int count) {
        long id = rounds.start(doctor, programme, null).id();
        List<Actor> asked = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            asked.add(Fixtures.actor(Fixtures.person("Kollega")));
        }
        rounds.ask(
                doctor,
                id,
                asked.stream().map(a -> Assessor.person(a.personId())).toList());
        for (int i = 0; i < count; i++) {
            raters.answer(asked.get(i), id, answer(PROFESSIONS.get(i), "Kommentar " + i));
        }
        return id;
    }

    @Test
    void aRoundIsAnsweredTalkedOfReleasedAndCountsAsOneAssessment() {
        long id = answered(8);
        rounds.rate(doctor, id, new AssessmentAnswer(Map.of("patients", "1"), null, "Lyssnar", "Avbryter mindre"));
        TestProgram.refused(ProblemCode.FORBIDDEN, () -> rounds.result(doctor, id));
        FeedbackResult before = rounds.result(supervisor, id);
        assertEquals(8, before.answers());
        TestProgram.refused(ProblemCode.FORBIDDEN, () -> rounds.release(doctor, id, today, "", ""));
        FeedbackRound released = rounds.release(supervisor, id, today, "Lyssna", "Avbryt mindre");
        assertEquals(FeedbackState.RELEASED, released.state());
        FeedbackResult result = rounds.result(doctor, id);
        FeedbackResult.Field patients = result.fields().stream()
                .filter(field -> field.field().code().equals("patients"))
                .findFirst()
                .orElseThrow();
        assertEquals(8, patients.counts().get("2"));
        assertEquals("1", patients.own());
        assertTrue(
                result.fields().stream().noneMatch(field -> field.field().code().equals("role")));
        Long assessmentId = assertNotNullId(released.assessmentId());
        var assessment = TestProgram.bean(AssessmentService.class).get(doctor, assessmentId);
        assertEquals(RecordState.SIGNED, assessment.state());
        assertEquals(today, assessment.observedOn());
        assertEquals("Avbryt mindre", assessment.workOn());
        assertTrue(assessment.context().matches("(?s).*8 svar från 4 .*[0-9a-f]{64}.*"), assessment.context());
        TestProgram.refused(ProblemCode.STATE_CONFLICT, () -> rounds.release(supervisor, id, today, "", ""));
    }

    private static Long assertNotNullId(@io.micronaut.core.annotation.Nullable Long id) {
        assertNotNull(id);
        return id;
    }

    @Test
    void underFiveAnswersNothingIsShownToAnybodyAndUnderEightNothingIsReleased() {
        long id = answered(4);
        TestProgram.refused(ProblemCode.FORBIDDEN, () -> rounds.result(supervisor, id));
        assertNull(rounds.get(supervisor, id).professions());
        assertEquals(
                4,
                rounds.get(supervisor, id).raters().stream()
                        .filter(rater -> Boolean.TRUE.equals(rater.answered()))
                        .count());
        TestProgram.refused(ProblemCode.FEEDBACK_TOO_FEW, () -> rounds.release(supervisor, id, today, "", ""));
        FeedbackRound round = rounds.get(supervisor, id);
        TestProgram.refused(ProblemCode.OUT_OF_RANGE, () -> rounds.demand(supervisor, id, round.version(), 4, 1));
        rounds.demand(supervisor, id, round.version(), 5, 1);
        TestProgram.refused(ProblemCode.FEEDBACK_TOO_FEW, () -> rounds.release(supervisor, id, today, "", ""));
    }

    @Test
    void fiveFromOneProfessionAreTooFewUntilTheSupervisorAsksForLess() {
        long id = answered(5);
        TestProgram.refused(ProblemCode.FEEDBACK_TOO_FEW, () -> rounds.release(supervisor, id, today, "", ""));
        FeedbackRound round = rounds.get(supervisor, id);
        TestProgram.refused(ProblemCode.FORBIDDEN, () -> rounds.demand(doctor, id, round.version(), 5, 1));
        rounds.demand(supervisor, id, round.version(), 5, 3);
        assertEquals(
                FeedbackState.RELEASED,
                rounds.release(supervisor, id, today, "", "").state());
    }

    /** Neither rows nor log tie an answer to its rater, and the doctor is not told who has answered. */
    @Test
    void anAnswerIsAnonymous() {
        long id = answered(6);
        assertTrue(rounds.get(doctor, id).raters().stream().allMatch(rater -> rater.answered() == null));
        // From five answers on there is a result, and nobody may hold it against who has just answered.
        assertTrue(rounds.get(supervisor, id).raters().stream().allMatch(rater -> rater.answered() == null));
        assertEquals(
                0,
                Fixtures.number(
                        "SELECT COUNT(*) FROM information_schema.columns WHERE table_schema = DATABASE()"
                                + " AND table_name = 'feedback_answer'"
                                + " AND (column_name LIKE '%rater%' OR column_name LIKE '%person%' OR data_type LIKE '%time%')"));
        assertEquals(
                0,
                Fixtures.number(
                        "SELECT COUNT(*) FROM feedback_rater WHERE round_id = ? AND answered"
                                + " AND (draft_answers IS NOT NULL OR draft_do_more IS NOT NULL)",
                        id));
        assertEquals(List.of(), rounds.get(studierektor, id).raters());
        TestProgram.refused(ProblemCode.FORBIDDEN, () -> rounds.result(studierektor, id));
    }

    @Test
    void aRaterAnswersOnceAndOnlyWhoWasAsked() {
        long id = rounds.start(doctor, programme, null).id();
        Actor nurse = Fixtures.actor(Fixtures.person("Sjuksköterska"));
        Actor stranger = Fixtures.actor(Fixtures.person("Främling"));
        rounds.ask(supervisor, id, List.of(Assessor.person(nurse.personId()), Assessor.person(nurse.personId())));
        assertEquals(1, rounds.get(doctor, id).raters().size());
        TestProgram.refused(ProblemCode.NOT_FOUND, () -> raters.form(stranger, id));
        TestProgram.refused(
                ProblemCode.REQUIRED,
                () -> raters.answer(nurse, id, new AssessmentAnswer(Map.of(), null, "Utan yrke", "")));
        raters.keep(nurse, id, new AssessmentAnswer(Map.of("patients", "1"), null, "Halv", ""));
        assertEquals("Halv", raters.form(nurse, id).draft().doMore());
        raters.answer(nurse, id, answer("NURSE", "Hel"));
        TestProgram.refused(ProblemCode.STATE_CONFLICT, () -> raters.answer(nurse, id, answer("NURSE", "Igen")));
        TestProgram.refused(
                ProblemCode.OWN_RECORD, () -> rounds.ask(doctor, id, List.of(Assessor.person(doctor.personId()))));
        TestProgram.refused(ProblemCode.FORBIDDEN, () -> rounds.ask(studierektor, id, List.of()));
    }

    @Test
    void withoutAccountOneAnswersByTheLinkOnce() {
        long id = rounds.start(doctor, programme, null).id();
        String address = Fixtures.unique("anna") + "@sjukhus.example";
        rounds.ask(doctor, id, List.of(Assessor.at(address)));
        String token = link(address);
        FeedbackForm form = links.form(token, "10.0.0.1");
        assertEquals("Doktor", form.doctorName());
        links.keep(token, "10.0.0.1", new AssessmentAnswer(Map.of(), null, "Halv", ""));
        assertEquals("Halv", links.form(token, "10.0.0.1").draft().doMore());
        rounds.ask(doctor, id, List.of(Assessor.at(address)));
        assertEquals(2, Fixtures.number("SELECT COUNT(*) FROM outbox_mail WHERE recipient = ?", address));
        TestProgram.refused(ProblemCode.LINK_INVALID, () -> links.form(token, "10.0.0.1"));
        String renewed = link(address);
        assertEquals("Halv", links.form(renewed, "10.0.0.1").draft().doMore());
        TestProgram.refused(
                ProblemCode.OWN_RECORD,
                () -> links.answer(renewed, "10.0.0.1", doctor.personId(), answer("NURSE", "Om mig själv")));
        links.answer(renewed, "10.0.0.1", null, answer("ADMINISTRATION", "Ordning"));
        TestProgram.refused(ProblemCode.LINK_INVALID, () -> links.form(renewed, "10.0.0.1"));
        TestProgram.refused(ProblemCode.LINK_INVALID, () -> links.form("okänd", "10.0.0.1"));
        assertEquals(1, rounds.get(doctor, id).answers());
    }

    /** The random part of the link in the mail that was queued. */
    private static String link(String address) {
        try (var owner = se.stegen.database.TestDatabase.asOwner();
                var query = owner.prepareStatement(
                        "SELECT body_text FROM outbox_mail WHERE recipient = ? ORDER BY id DESC LIMIT 1")) {
            query.setString(1, address);
            try (var row = query.executeQuery()) {
                assertTrue(row.next());
                String text = row.getString(1);
                return text.replaceFirst("(?s).*/" + RaterLinkService.PATH + "/([\\w-]+).*", "$1");
            }
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void oneRoundAtATimeAndAWithdrawnOneIsNeverShown() {
        long id = answered(8);
        TestProgram.refused(ProblemCode.STATE_CONFLICT, () -> rounds.start(doctor, programme, null));
        TestProgram.refused(ProblemCode.FORBIDDEN, () -> rounds.start(supervisor, programme, null));
        TestProgram.refused(
                ProblemCode.NOT_FOUND, () -> rounds.get(Fixtures.actor(Role.SUPERVISOR, Fixtures.clinic()), id));
        rounds.withdraw(doctor, id);
        TestProgram.refused(ProblemCode.FORBIDDEN, () -> rounds.result(supervisor, id));
        TestProgram.refused(ProblemCode.STATE_CONFLICT, () -> rounds.release(supervisor, id, today, "", ""));
        assertFalse(rounds.start(doctor, programme, today.plusDays(7)).mayRelease());
        TestProgram.refused(ProblemCode.END_BEFORE_START, () -> rounds.start(doctor, programme, today.minusDays(1)));
    }
}
