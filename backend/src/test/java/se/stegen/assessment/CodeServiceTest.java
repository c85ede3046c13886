package se.stegen.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.stegen.access.Actor;
import se.stegen.access.Role;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;
import se.stegen.signing.RecordState;
import se.stegen.testing.Fixtures;
import se.stegen.testing.TestProgram;

class CodeServiceTest {
    private final AssessmentService assessments = TestProgram.bean(AssessmentService.class);
    private final CodeService codes = TestProgram.bean(CodeService.class);
    private final LocalDate today = TestProgram.bean(Today.class).date();

    private final long clinic = Fixtures.clinic();
    private final Actor doctor;
    private final long programme;
    private final Actor first = Fixtures.actor(Role.SUPERVISOR, clinic);
    private final Actor second = Fixtures.actor(Role.SUPERVISOR, clinic);

    CodeServiceTest() {
        long doctorId = Fixtures.person("Doktor");
        programme = Fixtures.programme(doctorId, clinic, today.minusYears(1));
        doctor = Fixtures.actor(doctorId);
    }

    /** A request without an assessor: whoever scans it will be that. */
    private Assessment draft() {
        return assessments.create(
                doctor, programme, new AssessmentRequest("dops", today, null, null, List.of("c1"), List.of(), ""));
    }

    private String code(long id) {
        String path = codes.make(doctor, id).path();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    @Test
    void whoeverScansTheCodeBecomesTheAssessor() {
        Assessment draft = draft();
        TestProgram.refused(ProblemCode.REQUIRED, () -> assessments.send(doctor, draft.id(), null));
        String code = code(draft.id());
        assertEquals(draft.id(), codes.take(first, code));
        Assessment taken = assessments.get(first, draft.id());
        assertEquals(RecordState.SENT, taken.state());
        assertEquals(first.personId(), taken.assessorId());
        assertEquals(first.name(), taken.history().getLast().actorName());
        assertEquals(draft.id(), codes.take(first, code), "scanned twice by the same person");
        TestProgram.refused(ProblemCode.LINK_INVALID, () -> codes.take(second, code));
        TestProgram.bean(AssessorService.class)
                .sign(first, draft.id(), null, new AssessmentAnswer(Map.of(), 2, null, null));
        TestProgram.refused(ProblemCode.STATE_CONFLICT, () -> codes.make(doctor, draft.id()));
    }

    @Test
    void aCodeOfASentRequestForwardsIt() {
        Assessment draft = draft();
        codes.take(first, code(draft.id()));
        codes.take(second, code(draft.id()));
        assertEquals(second.personId(), assessments.get(doctor, draft.id()).assessorId());
        TestProgram.refused(ProblemCode.NOT_FOUND, () -> assessments.get(first, draft.id()));
    }

    /** Whoever had the link in a mail has it no more. */
    @Test
    void aCodeTakesARequestFromAnAddress() {
        Assessment asked = assessments.create(
                doctor,
                programme,
                new AssessmentRequest(
                        "dops", today, null, Fixtures.unique("a") + "@sjukhus.example", List.of(), List.of(), ""));
        assessments.send(doctor, asked.id(), null);
        codes.take(first, code(asked.id()));
        assertEquals(
                0,
                Fixtures.number(
                        "SELECT COUNT(*) FROM assessment_link WHERE assessment_id = ? AND closed_at IS NULL",
                        asked.id()));
        assertEquals(first.personId(), assessments.get(doctor, asked.id()).assessorId());
    }

    @Test
    void aDraftWithACodeCanBeDeleted() {
        Assessment draft = draft();
        String code = code(draft.id());
        assessments.delete(doctor, draft.id(), draft.version());
        TestProgram.refused(ProblemCode.LINK_INVALID, () -> codes.take(first, code));
    }

    @Test
    void codesThatAreOldReplacedUnknownOrOnesOwn() {
        Assessment draft = draft();
        String replaced = code(draft.id());
        String code = code(draft.id());
        TestProgram.refused(ProblemCode.LINK_INVALID, () -> codes.take(first, replaced));
        TestProgram.refused(ProblemCode.LINK_INVALID, () -> codes.take(first, "påhittad"));
        TestProgram.refused(ProblemCode.OWN_RECORD, () -> codes.take(doctor, code));
        TestProgram.refused(ProblemCode.NOT_FOUND, () -> codes.make(first, draft.id()));
        Fixtures.execute("UPDATE assessment_code SET expires_at = '2020-01-01' WHERE assessment_id = ?", draft.id());
        TestProgram.refused(ProblemCode.LINK_INVALID, () -> codes.take(first, code));
        assertEquals(RecordState.DRAFT, assessments.get(doctor, draft.id()).state());
    }
}
