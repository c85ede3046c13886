package se.stegen.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.core.annotation.Nullable;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.stegen.access.Actor;
import se.stegen.access.Role;
import se.stegen.common.PageRequest;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;
import se.stegen.database.TestDatabase;
import se.stegen.instrument.AssessmentTemplate;
import se.stegen.signing.RecordState;
import se.stegen.testing.Fixtures;
import se.stegen.testing.TestProgram;

class AssessmentServiceTest {
    private static final AssessmentAnswer NOTHING = new AssessmentAnswer(Map.of(), null, null, null);

    private final AssessmentService assessments = TestProgram.bean(AssessmentService.class);
    private final AssessorService assessors = TestProgram.bean(AssessorService.class);
    private final LocalDate today = TestProgram.bean(Today.class).date();

    private long clinic;
    private long programme;
    private Actor doctor;
    private Actor assessor;

    @BeforeEach
    void doctorAndColleague() {
        clinic = Fixtures.clinic();
        long doctorId = Fixtures.person("Doktor");
        programme = Fixtures.programme(doctorId, clinic, today.minusYears(1));
        doctor = Fixtures.actor(doctorId);
        assessor = Fixtures.actor(Role.SUPERVISOR, clinic);
    }

    @Test
    void everyFormOfTheProgramCanBeAskedForAnsweredWithNothingAndSigned() {
        for (AssessmentTemplate form : assessments.templates(doctor, programme)) {
            Assessment signed = assessors.sign(assessor, sent(form.code()).id(), null, NOTHING);
            assertEquals(RecordState.SIGNED, signed.state(), form.code());
        }
    }

    @Test
    void theOverallJudgementStaysOnTheFormsOwnScale() {
        long id = sent("teaching").id();
        TestProgram.refused(
                ProblemCode.OUT_OF_RANGE,
                () -> assessors.sign(assessor, id, null, new AssessmentAnswer(Map.of(), 5, null, null)));
        assertEquals(
                4,
                assessors
                        .sign(assessor, id, null, new AssessmentAnswer(Map.of(), 4, null, null))
                        .overall());
    }

    @Test
    void aCommentIsAskedForOnlyBesideWhatShouldBeAddressedAndThenItIsNeeded() {
        long id = sent("msf-360").id();
        var bare = new AssessmentAnswer(Map.of("leadership", "2"), null, null, null);
        assertEquals(
                "answers.leadership-comment",
                TestProgram.refused(ProblemCode.REQUIRED, () -> assessors.sign(assessor, id, null, bare))
                        .errors()
                        .getFirst()
                        .field());
        var told = new AssessmentAnswer(
                Map.of(
                        "leadership",
                        "2",
                        "leadership-comment",
                        "Fördela mer",
                        "ethics",
                        "1",
                        "ethics-comment",
                        "Glömt kvar"),
                null,
                null,
                null);
        assessors.saveAnswer(assessor, id, told);
        assertEquals(
                "Glömt kvar",
                assessments.get(assessor, id).answers().get("ethics-comment"),
                "kept while it is written");
        assertEquals(
                Map.of("leadership", "2", "leadership-comment", "Fördela mer", "ethics", "1"),
                assessors.sign(assessor, id, null, told).answers(),
                "what is not asked for is not signed");
    }

    @Test
    void askedAnsweredAndSignedThenNothingOfItChanges() throws SQLException {
        Assessment sent = sent("mini-cex");
        assertEquals(today, sent.observedOn());
        Assessment signed = assessors.sign(
                assessor,
                sent.id(),
                null,
                new AssessmentAnswer(
                        Map.of("history", "3", "communication", "0"), 3, "Lugn anamnes", "Säg planen högt"));
        assertEquals(RecordState.SIGNED, signed.state());
        Assessment read = assessments.get(doctor, sent.id());
        assertEquals(Map.of("history", "3", "communication", "0"), read.answers());
        assertEquals(3, read.overall());
        assertEquals("Säg planen högt", read.workOn());
        TestProgram.refused(ProblemCode.STATE_CONFLICT, () -> assessors.sign(assessor, sent.id(), null, NOTHING));
        try (Connection program = TestDatabase.asProgram();
                Statement sql = program.createStatement()) {
            for (String attack : List.of(
                    "UPDATE assessment SET overall = 4 WHERE id = " + sent.id(),
                    "DELETE FROM assessment WHERE id = " + sent.id(),
                    "DELETE FROM assessment_goal WHERE assessment_id = " + sent.id(),
                    "INSERT INTO assessment_goal VALUES (" + sent.id() + ", 'c2')",
                    "UPDATE assessment_template SET formal = 0",
                    "DELETE FROM assessment_template")) {
                assertThrows(SQLException.class, () -> sql.executeUpdate(attack), attack);
            }
        }
    }

    @Test
    void anEmptyAnswerMayBeSigned() {
        Assessment sent = sent("dops");
        Assessment signed = assessors.sign(assessor, sent.id(), null, NOTHING);
        assertNull(signed.overall());
        assertEquals(RecordState.SIGNED, signed.state());
    }

    @Test
    void notObservedIsToldApartFromNotAnsweredInADraftAndIsNoFigureWhenSigned() {
        Assessment sent = sent("cbd");
        AssessmentAnswer chosen = new AssessmentAnswer(Map.of(), AssessmentAnswer.NOT_OBSERVED, null, null);
        assertNull(assessments.get(assessor, sent.id()).overall());
        assessors.saveAnswer(assessor, sent.id(), chosen);
        assertEquals(
                AssessmentAnswer.NOT_OBSERVED,
                assessments.get(assessor, sent.id()).overall());
        TestProgram.refused(ProblemCode.OUT_OF_RANGE, () -> assessors.sign(assessor, sent.id(), null, chosen));
        assertNull(assessors.sign(assessor, sent.id(), null, chosen.signed()).overall());
    }

    @Test
    void theUnsignedAnswerIsKeptForTheAssessorAndReadByNobodyElse() {
        Assessment sent = sent("cbd");
        assessors.saveAnswer(assessor, sent.id(), new AssessmentAnswer(Map.of("records", "2"), 2, "Halv men", null));
        assessors.saveAnswer(assessor, sent.id(), new AssessmentAnswer(Map.of("records", "2"), 2, "Halv mening", null));
        Assessment mine = assessments.get(assessor, sent.id());
        assertEquals("Halv mening", mine.doMore());
        assertEquals(2, mine.overall());
        Assessment doctors = assessments.get(doctor, sent.id());
        assertEquals("", doctors.doMore());
        assertNull(doctors.overall());
        assertTrue(doctors.answers().isEmpty());
    }

    @Test
    void theSecondTabIsToldThatTheFirstSaved() {
        Assessment sent = sent("cbd");
        LocalDateTime opened = assessments.get(assessor, sent.id()).updatedAt();
        AssessmentAnswer one = new AssessmentAnswer(Map.of(), 2, "Ena fliken", "");
        AssessmentAnswer two = new AssessmentAnswer(Map.of(), 3, "Andra fliken", "");
        LocalDateTime saved = assessors.saveAnswer(assessor, sent.id(), one, opened);
        TestProgram.refused(ProblemCode.STALE_VERSION, () -> assessors.saveAnswer(assessor, sent.id(), two, opened));
        Assessment there = assessments.get(assessor, sent.id());
        assertEquals("Ena fliken", there.doMore(), "nothing is lost");
        assertEquals(saved, there.updatedAt());
        assessors.saveAnswer(assessor, sent.id(), two, there.updatedAt());
        assertEquals("Andra fliken", assessments.get(assessor, sent.id()).doMore());
    }

    @Test
    void declinedReturnedAndWithdrawnNeedAReason() {
        Assessment declined = sent("mini-cex");
        TestProgram.refused(ProblemCode.REASON_REQUIRED, () -> assessors.decline(assessor, declined.id(), " "));
        assertEquals(
                RecordState.DECLINED,
                assessors.decline(assessor, declined.id(), "Var inte med").state());
        Assessment returned = sent("mini-cex");
        assertEquals(
                "Vilket delmål?",
                assessors
                        .giveBack(assessor, returned.id(), null, "Vilket delmål?")
                        .reason());
        assertEquals(
                RecordState.SENT, assessments.send(doctor, returned.id(), null).state());
        assertEquals(
                RecordState.WITHDRAWN,
                assessments
                        .withdraw(doctor, returned.id(), "Frågade fel person")
                        .state());
        TestProgram.refused(ProblemCode.STATE_CONFLICT, () -> assessors.sign(assessor, returned.id(), null, NOTHING));
    }

    @Test
    void voidedIsARowOfItsOwn() {
        Assessment sent = sent("mini-cex");
        assessors.sign(assessor, sent.id(), null, NOTHING);
        TestProgram.refused(ProblemCode.FORBIDDEN, () -> assessors.markVoided(doctor, sent.id(), "x"));
        assertEquals(
                RecordState.VOIDED,
                assessors.markVoided(assessor, sent.id(), "Fel ST-läkare").state());
        assertEquals(
                1, Fixtures.number("SELECT COUNT(*) FROM assessment WHERE id = ? AND state = 'SIGNED'", sent.id()));
    }

    @Test
    void anAssessorMayStartOneUnasked() {
        Fixtures.insert(
                "INSERT INTO main_supervisor (programme_id, person_id, valid_from) VALUES (?, ?, ?)",
                programme,
                assessor.personId(),
                today);
        Assessment started = assessments.create(assessor, programme, request("dops", today, assessor.personId()));
        assertTrue(started.mayAnswer());
        assertEquals(
                RecordState.SIGNED,
                assessors.sign(assessor, started.id(), null, NOTHING).state());
    }

    @Test
    void whoIsNotConcernedDoesNotLearnThatItExists() {
        Assessment sent = sent("mini-cex");
        for (Actor other : List.of(
                Fixtures.actor(Role.SUPERVISOR, clinic),
                Fixtures.actor(Role.STUDIEREKTOR, Fixtures.clinic()),
                Fixtures.admin(),
                Fixtures.actor(Role.REVIEWER, clinic))) {
            TestProgram.refused(ProblemCode.NOT_FOUND, () -> assessments.get(other, sent.id()));
            TestProgram.refused(ProblemCode.NOT_FOUND, () -> assessors.sign(other, sent.id(), null, NOTHING));
        }
        Actor studierektor = Fixtures.actor(Role.STUDIEREKTOR, clinic);
        assertFalse(assessments.get(studierektor, sent.id()).mayAnswer());
        TestProgram.refused(ProblemCode.FORBIDDEN, () -> assessors.sign(studierektor, sent.id(), null, NOTHING));
        TestProgram.refused(ProblemCode.FORBIDDEN, () -> assessors.sign(doctor, sent.id(), null, NOTHING));
        assertEquals(
                0,
                assessments
                        .list(Fixtures.actor(Role.REVIEWER, clinic), programme, PageRequest.first())
                        .total());
    }

    @Test
    void badInputChangesNothing() {
        long before = count();
        refused(ProblemCode.UNKNOWN_CODE, request("no-such-form", today, assessor.personId()));
        refused(ProblemCode.DATE_IN_FUTURE, request("dops", today.plusDays(1), assessor.personId()));
        refused(ProblemCode.OUTSIDE_PROGRAMME, request("dops", today.minusYears(3), assessor.personId()));
        refused(ProblemCode.OWN_RECORD, request("dops", today, doctor.personId()));
        refused(ProblemCode.UNKNOWN_ID, request("dops", today, Long.MAX_VALUE));
        assertEquals(before, count());
        Assessment sent = sent("mini-cex");
        for (AssessmentAnswer bad : List.of(
                new AssessmentAnswer(Map.of("no-such-field", "1"), null, null, null),
                new AssessmentAnswer(Map.of("history", "7"), null, null, null))) {
            TestProgram.refused(ProblemCode.UNKNOWN_CODE, () -> assessors.sign(assessor, sent.id(), null, bad));
        }
        TestProgram.refused(
                ProblemCode.OUT_OF_RANGE,
                () -> assessors.sign(assessor, sent.id(), null, new AssessmentAnswer(Map.of(), 5, null, null)));
        TestProgram.refused(
                ProblemCode.TOO_LONG,
                () -> assessors.sign(
                        assessor, sent.id(), null, new AssessmentAnswer(Map.of(), 4, "x".repeat(100_000), null)));
        assertEquals(RecordState.SENT, assessments.get(assessor, sent.id()).state());
    }

    @Test
    void requestsThatNobodyAnsweredEnd() {
        Assessment old = sent("mini-cex");
        Assessment fresh = sent("mini-cex");
        Fixtures.execute(
                "UPDATE assessment SET sent_at = ? WHERE id = ?",
                today.minusDays(16).atStartOfDay(),
                old.id());
        assessments.expire();
        assertEquals(RecordState.EXPIRED, assessments.get(doctor, old.id()).state());
        assertEquals(RecordState.SENT, assessments.get(doctor, fresh.id()).state());
    }

    private long count() {
        return Fixtures.number("SELECT COUNT(*) FROM assessment WHERE programme_id = ?", programme);
    }

    private void refused(ProblemCode code, AssessmentRequest request) {
        TestProgram.refused(code, () -> assessments.create(doctor, programme, request));
    }

    private Assessment sent(String template) {
        Assessment draft = assessments.create(doctor, programme, request(template, null, assessor.personId()));
        return assessments.send(doctor, draft.id(), draft.version());
    }

    private AssessmentRequest request(String template, @Nullable LocalDate observedOn, long assessorId) {
        return new AssessmentRequest(
                template, observedOn, assessorId, null, List.of("c1"), List.of(), "Akuten, buksmärta");
    }
}
