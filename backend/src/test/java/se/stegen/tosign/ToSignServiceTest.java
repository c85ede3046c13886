package se.stegen.tosign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.stegen.access.Actor;
import se.stegen.access.Role;
import se.stegen.assessment.AssessmentAnswer;
import se.stegen.assessment.AssessmentRequest;
import se.stegen.assessment.AssessmentService;
import se.stegen.assessment.AssessorService;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;
import se.stegen.signing.RecordKind;
import se.stegen.signing.RecordState;
import se.stegen.supervision.SupervisionData;
import se.stegen.supervision.SupervisionService;
import se.stegen.testing.Fixtures;
import se.stegen.testing.TestProgram;

/** Many are signed in a row, but each was opened before. */
class ToSignServiceTest {
    private final ToSignService toSign = TestProgram.bean(ToSignService.class);
    private final SupervisionService supervisions = TestProgram.bean(SupervisionService.class);
    private final AssessmentService assessments = TestProgram.bean(AssessmentService.class);
    private final AssessorService assessors = TestProgram.bean(AssessorService.class);
    private final LocalDate today = TestProgram.bean(Today.class).date();

    private final long clinic = Fixtures.clinic();
    private final Actor doctor;
    private final long programme;
    private final Actor supervisor = Fixtures.actor(Role.SUPERVISOR, clinic);

    ToSignServiceTest() {
        long doctorId = Fixtures.person("Doktor");
        programme = Fixtures.programme(doctorId, clinic, today.minusYears(1));
        doctor = Fixtures.actor(doctorId);
    }

    private long session() {
        SupervisionData data = new SupervisionData(today, supervisor.personId(), false, List.of("c1"), "Samtal", "");
        long id = supervisions.create(doctor, programme, data, false).id();
        supervisions.send(doctor, id, null);
        return id;
    }

    private long assessment() {
        AssessmentRequest request =
                new AssessmentRequest("cbd", today, supervisor.personId(), null, List.of("c1"), List.of(), "");
        long id = assessments.create(doctor, programme, request).id();
        assessments.send(doctor, id, null);
        return id;
    }

    private static ToSignService.Reference reference(RecordKind kind, long id) {
        return new ToSignService.Reference(kind, id, null);
    }

    private @Nullable ProblemCode signed(RecordKind kind, long id) {
        return code(toSign.sign(supervisor, List.of(reference(kind, id))).getFirst());
    }

    private static @Nullable ProblemCode code(ToSignService.Outcome outcome) {
        Problem refusal = outcome.refusal();
        return refusal == null ? null : refusal.code();
    }

    private ToSignItem waiting(long id) {
        return toSign.waiting(supervisor).stream()
                .filter(item -> item.recordId() == id)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatWasNotOpenedIsNotSignedAndHoldsUpNothing() {
        long read = session();
        long unread = session();
        supervisions.get(supervisor, read);
        assertTrue(waiting(read).opened());
        assertFalse(waiting(unread).opened());
        List<ToSignService.Outcome> outcomes = toSign.sign(
                supervisor,
                List.of(reference(RecordKind.SUPERVISION, unread), reference(RecordKind.SUPERVISION, read)));
        assertEquals(ProblemCode.NOT_OPENED, code(outcomes.get(0)));
        assertNull(outcomes.get(1).refusal());
        assertEquals(RecordState.SENT, supervisions.get(doctor, unread).state());
        assertEquals(RecordState.SIGNED, supervisions.get(doctor, read).state());
    }

    /** The doctor's reading is not the supervisor's, and a text that came back changed has to be read again. */
    @Test
    void itMustBeOpenedByTheSignerSinceItWasSent() {
        long id = session();
        supervisions.get(doctor, id);
        assertFalse(waiting(id).opened());
        supervisions.get(supervisor, id);
        supervisions.giveBack(supervisor, id, null, "Skriv mer");
        supervisions.send(doctor, id, null);
        assertFalse(waiting(id).opened());
        assertEquals(ProblemCode.NOT_OPENED, signed(RecordKind.SUPERVISION, id));
    }

    @Test
    void anAssessmentNeedsAnAnswerToo() {
        long id = assessment();
        assessments.get(supervisor, id);
        assertEquals(ProblemCode.REQUIRED, signed(RecordKind.ASSESSMENT, id));
        assessors.saveAnswer(supervisor, id, new AssessmentAnswer(Map.of(), null, "Bra", null));
        assertEquals(ProblemCode.REQUIRED, signed(RecordKind.ASSESSMENT, id));
        assessors.saveAnswer(
                supervisor, id, new AssessmentAnswer(Map.of(), AssessmentAnswer.NOT_OBSERVED, "Bra", null));
        assertTrue(waiting(id).answered());
        assertNull(signed(RecordKind.ASSESSMENT, id));
        assertEquals("Bra", assessments.get(doctor, id).doMore());
        assertNull(assessments.get(doctor, id).overall());
    }

    @Test
    void whatWaitsForSomebodyElseIsNotThere() {
        long id = session();
        Actor head = Fixtures.actor(Role.CLINIC_HEAD, clinic);
        supervisions.get(head, id);
        assertEquals(List.of(), toSign.waiting(head));
        assertEquals(
                ProblemCode.NOT_FOUND,
                code(toSign.sign(head, List.of(reference(RecordKind.SUPERVISION, id)))
                        .getFirst()));
        supervisions.get(supervisor, id);
        ToSignService.Reference old = new ToSignService.Reference(RecordKind.SUPERVISION, id, 0);
        assertEquals(
                ProblemCode.STALE_VERSION,
                code(toSign.sign(supervisor, List.of(old)).getFirst()));
    }
}
