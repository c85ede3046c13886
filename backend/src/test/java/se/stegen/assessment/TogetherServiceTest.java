package se.stegen.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.stegen.access.Actor;
import se.stegen.access.PasswordHasher;
import se.stegen.access.Role;
import se.stegen.access.signin.PinService;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;
import se.stegen.signing.RecordState;
import se.stegen.signing.SigningMethod;
import se.stegen.testing.Fixtures;
import se.stegen.testing.TestProgram;

/** On the doctor's device: only the assessor's own PIN signs, and it signs as the assessor. */
class TogetherServiceTest {
    private static final String PASSWORD = "ett långt lösenord";
    private static final String RIGHT = "7391";
    private static final AssessmentAnswer ANSWER = new AssessmentAnswer(Map.of(), 3, "Lugn i rösten", "Sy tätare");

    private final AssessmentService assessments = TestProgram.bean(AssessmentService.class);
    private final TogetherService together = TestProgram.bean(TogetherService.class);
    private final PinService pins = TestProgram.bean(PinService.class);
    private final LocalDate today = TestProgram.bean(Today.class).date();

    private final long clinic = Fixtures.clinic();
    private final Actor doctor;
    private final long programme;
    private final Actor assessor = withPassword(Fixtures.actor(Role.SUPERVISOR, clinic));

    TogetherServiceTest() {
        long doctorId = Fixtures.person("Doktor");
        programme = Fixtures.programme(doctorId, clinic, today.minusYears(1));
        doctor = withPassword(Fixtures.actor(doctorId));
    }

    private static Actor withPassword(Actor actor) {
        Fixtures.execute(
                "UPDATE person SET password_hash = ? WHERE id = ?",
                TestProgram.bean(PasswordHasher.class).hash(PASSWORD),
                actor.personId());
        return actor;
    }

    private Assessment draft() {
        return assessments.create(
                doctor,
                programme,
                new AssessmentRequest(
                        "mini-cex", today, assessor.personId(), null, List.of("c1"), List.of(), "Akuten"));
    }

    @Test
    void theAssessorsPinSignsAsTheAssessor() {
        pins.set(assessor, PASSWORD, RIGHT);
        Assessment draft = draft();
        together.keep(doctor, draft.id(), new AssessmentAnswer(Map.of(), null, "Lugn", null), null);
        TestProgram.refused(ProblemCode.STALE_VERSION, () -> together.keep(doctor, draft.id(), ANSWER, null));
        assertEquals("Lugn", together.draft(doctor, draft.id()).answer().doMore());
        Assessment signed = together.sign(doctor, draft.id(), null, ANSWER, RIGHT);
        assertEquals(RecordState.SIGNED, signed.state());
        assertEquals(SigningMethod.PIN, signed.signingMethod());
        assertEquals("Lugn i rösten", signed.doMore());
        assertEquals(
                assessor.personId(), Fixtures.number("SELECT signed_by FROM assessment WHERE id = ?", signed.id()));
        assertEquals(
                assessor.personId(),
                Fixtures.number(
                        "SELECT actor_id FROM access_log WHERE action = 'SIGN' AND object_kind = 'ASSESSMENT'"
                                + " AND object_id = ?",
                        signed.id()));
        assertEquals(assessor.name(), signed.history().getLast().actorName());
        assertEquals(
                1,
                Fixtures.number(
                        "SELECT COUNT(*) FROM notice WHERE person_id = ? AND kind = 'notice.signed-by-pin'",
                        assessor.personId()));
    }

    @Test
    void aDoctorCannotSignForTheSupervisor() {
        pins.set(assessor, PASSWORD, RIGHT);
        pins.set(doctor, PASSWORD, "2468");
        Assessment draft = draft();
        together.keep(doctor, draft.id(), ANSWER, null);
        TestProgram.refused(ProblemCode.PIN_WRONG, () -> together.sign(doctor, draft.id(), null, ANSWER, "2468"));
        TestProgram.refused(
                ProblemCode.FORBIDDEN,
                () -> TestProgram.bean(AssessorService.class).sign(doctor, draft.id(), null, ANSWER));
        Assessment after = assessments.get(doctor, draft.id());
        assertEquals(RecordState.DRAFT, after.state());
        assertEquals(1, after.history().size());
        assertEquals("Sy tätare", together.draft(doctor, draft.id()).answer().workOn(), "what was written is kept");
    }

    @Test
    void guessingEndsAfterFiveAndARightPinDoesNotHelpThen() {
        pins.set(assessor, PASSWORD, RIGHT);
        Assessment draft = draft();
        for (int i = 0; i < 5; i++) {
            TestProgram.refused(ProblemCode.PIN_WRONG, () -> together.sign(doctor, draft.id(), null, ANSWER, "1357"));
        }
        TestProgram.refused(
                ProblemCode.TOO_MANY_ATTEMPTS, () -> together.sign(doctor, draft.id(), null, ANSWER, RIGHT));
        assertEquals(RecordState.DRAFT, assessments.get(doctor, draft.id()).state());
        assertEquals(5, Fixtures.number("SELECT failures FROM signing_pin WHERE person_id = ?", assessor.personId()));
    }

    @Test
    void aPinGuessedTooOftenMustBeChosenAnew() {
        pins.set(assessor, PASSWORD, RIGHT);
        Fixtures.execute("UPDATE signing_pin SET failures = 10 WHERE person_id = ?", assessor.personId());
        assertFalse(pins.has(assessor));
        Assessment draft = draft();
        TestProgram.refused(ProblemCode.PIN_MISSING, () -> together.sign(doctor, draft.id(), null, ANSWER, RIGHT));
        pins.set(assessor, PASSWORD, "8642");
        assertTrue(pins.has(assessor));
        assertEquals(
                RecordState.SIGNED,
                together.sign(doctor, draft.id(), null, ANSWER, "8642").state());
    }

    @Test
    void withoutAPinNothingIsSigned() {
        Assessment draft = draft();
        TestProgram.refused(ProblemCode.PIN_MISSING, () -> together.sign(doctor, draft.id(), null, ANSWER, RIGHT));
        assertEquals(RecordState.DRAFT, assessments.get(doctor, draft.id()).state());
    }

    @Test
    void onlyTheDoctorsOwnDeviceIsForSigningTogether() {
        pins.set(assessor, PASSWORD, RIGHT);
        Assessment draft = draft();
        Actor head = Fixtures.actor(Role.CLINIC_HEAD, clinic);
        Actor stranger = Fixtures.actor(Role.SUPERVISOR, Fixtures.clinic());
        TestProgram.refused(ProblemCode.FORBIDDEN, () -> together.sign(head, draft.id(), null, ANSWER, RIGHT));
        TestProgram.refused(ProblemCode.NOT_FOUND, () -> together.sign(stranger, draft.id(), null, ANSWER, RIGHT));
        Assessment signed = together.sign(doctor, draft.id(), null, ANSWER, RIGHT);
        TestProgram.refused(ProblemCode.STATE_CONFLICT, () -> together.sign(doctor, signed.id(), null, ANSWER, RIGHT));
        TestProgram.refused(ProblemCode.STATE_CONFLICT, () -> together.keep(doctor, signed.id(), ANSWER, null));
    }

    @Test
    void pinsThatAreGuessedFirstAreRefusedAndThePasswordIsAsked() {
        for (String weak : List.of("1234", "0000", "987654", "12", "123456789", "abcd", "")) {
            TestProgram.refused(ProblemCode.PIN_WEAK, () -> pins.set(assessor, PASSWORD, weak));
        }
        TestProgram.refused(ProblemCode.BAD_CREDENTIALS, () -> pins.set(assessor, "fel", RIGHT));
        assertFalse(pins.has(assessor));
    }
}
