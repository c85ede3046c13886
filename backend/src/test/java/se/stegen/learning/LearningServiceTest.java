package se.stegen.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.stegen.access.Actor;
import se.stegen.access.Role;
import se.stegen.assessment.Assessment;
import se.stegen.assessment.AssessmentAnswer;
import se.stegen.assessment.AssessmentRequest;
import se.stegen.assessment.AssessmentService;
import se.stegen.assessment.AssessorService;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;
import se.stegen.instrument.ClinicForm;
import se.stegen.instrument.FormData;
import se.stegen.instrument.FormDefinition;
import se.stegen.instrument.FormKind;
import se.stegen.instrument.FormService;
import se.stegen.instrument.Procedure;
import se.stegen.testing.Fixtures;
import se.stegen.testing.TestProgram;

class LearningServiceTest {
    private final LearningService learning = TestProgram.bean(LearningService.class);
    private final FormService forms = TestProgram.bean(FormService.class);
    private final AssessmentService assessments = TestProgram.bean(AssessmentService.class);
    private final AssessorService assessors = TestProgram.bean(AssessorService.class);
    private final LocalDate today = TestProgram.bean(Today.class).date();

    private long clinic;
    private long programme;
    private Actor doctor;
    private Actor assessor;
    private Actor studierektor;

    @BeforeEach
    void doctorAndColleague() {
        clinic = Fixtures.clinic();
        long doctorId = Fixtures.person("Doktor");
        programme = Fixtures.programme(doctorId, clinic, today.minusYears(1));
        doctor = Fixtures.actor(doctorId);
        assessor = Fixtures.actor(Role.SUPERVISOR, clinic);
        studierektor = Fixtures.actor(Role.STUDIEREKTOR, clinic);
    }

    @Test
    void theCurveHasWhatIsSignedOldestFirstWithItsComments() {
        signed("mini-cex", today.minusDays(3), 3, Map.of());
        signed("mini-cex", today.minusDays(9), null, Map.of());
        long voided = signed("dops", today.minusDays(5), 4, Map.of());
        assessors.markVoided(assessor, voided, "fel person");
        assessments.create(doctor, programme, request("cbd", today));
        List<LearningPoint> curve = learning.curve(doctor, programme);
        assertEquals(
                List.of(today.minusDays(9), today.minusDays(3)),
                curve.stream().map(LearningPoint::observedOn).toList());
        assertNull(curve.getFirst().overall());
        assertEquals("Lugnt", curve.getLast().doMore());
        assertEquals(List.of("a1"), curve.getLast().goalCodes());
        assertEquals(2, learning.curve(studierektor, programme).size());
        TestProgram.refused(ProblemCode.NOT_FOUND, () -> learning.curve(assessor, programme));
    }

    @Test
    void aKorkortIsReachedOnTheDayOfTheRecordThatMadeEveryLevelEnough() {
        String form = procedures(new Procedure.Level(2, 3), new Procedure.Level(4, 1));
        assertEquals(0, standing().levels().getFirst().actual());
        gastroscopy(form, today.minusDays(10), 4);
        gastroscopy(form, today.minusDays(30), 2);
        gastroscopy(form, today.minusDays(20), 1);
        gastroscopy(form, today.minusDays(5), null);
        signed(form, today.minusDays(4), 4, Map.of("procedure", "annat"));
        ProcedureStanding almost = standing();
        assertEquals(2, almost.levels().getFirst().actual(), "at the level or above");
        assertNull(almost.reachedOn());
        assertEquals(today.minusDays(10), almost.levels().getLast().reachedOn());
        long last = gastroscopy(form, today.minusDays(2), 2);
        assertEquals(today.minusDays(2), standing().reachedOn());
        assertEquals(5, standing().records().size());
        assessors.markVoided(assessor, last, "fel patient");
        assertNull(standing().reachedOn(), "never stored");
    }

    @Test
    void whatTheClinicRequiresNowIsWhatCounts() {
        String form = procedures(new Procedure.Level(2, 1));
        gastroscopy(form, today.minusDays(1), 2);
        assertEquals(today.minusDays(1), standing().reachedOn());
        ClinicForm written = forms.get(studierektor, clinic, form);
        forms.save(studierektor, clinic, form, written.version(), data(written, new Procedure.Level(2, 2)));
        assertEquals(1, standing().levels().getFirst().required(), "a draft requires nothing");
        forms.publish(studierektor, clinic, form, null);
        assertEquals(2, standing().levels().getFirst().required());
        forms.offer(studierektor, clinic, form, false);
        assertEquals(1, standing().records().size(), "out of use: the records are still shown");
    }

    @Test
    void whichProcedureItWasHasToBeSaid() {
        String form = procedures(new Procedure.Level(2, 1));
        Assessment sent = assessments.send(
                doctor,
                assessments.create(doctor, programme, request(form, today)).id(),
                null);
        assertEquals(
                "answers.procedure",
                TestProgram.refused(
                                ProblemCode.REQUIRED,
                                () -> assessors.sign(
                                        assessor, sent.id(), null, new AssessmentAnswer(Map.of(), 3, null, null)))
                        .errors()
                        .getFirst()
                        .field());
        assertTrue(sent.template().sections().getFirst().fields().getFirst().required());
    }

    private ProcedureStanding standing() {
        return learning.procedures(doctor, programme).getFirst();
    }

    private String procedures(Procedure.Level... levels) {
        ClinicForm form = forms.create(studierektor, clinic, "Körkort", FormKind.PROCEDURE, null);
        forms.save(studierektor, clinic, form.code(), form.version(), data(form, levels));
        forms.publish(studierektor, clinic, form.code(), null);
        return form.code();
    }

    private static FormData data(ClinicForm form, Procedure.Level... levels) {
        return new FormData(
                form.name(),
                false,
                List.of(),
                new FormDefinition(
                        FormDefinition.FORMAT,
                        form.definition().sections(),
                        form.definition().overall(),
                        List.of(
                                new Procedure("gastroskopi", "Gastroskopi", null, List.of(levels)),
                                new Procedure("annat", "Annat", null, List.of(new Procedure.Level(1, 9))))));
    }

    private long gastroscopy(String form, LocalDate day, @Nullable Integer overall) {
        return signed(form, day, overall, Map.of("procedure", "gastroskopi"));
    }

    private long signed(String form, LocalDate day, @Nullable Integer overall, Map<String, String> answers) {
        long id = assessments.create(doctor, programme, request(form, day)).id();
        assessments.send(doctor, id, null);
        assessors.sign(assessor, id, null, new AssessmentAnswer(answers, overall, "Lugnt", "Fråga mer"));
        return id;
    }

    private AssessmentRequest request(String form, LocalDate day) {
        return new AssessmentRequest(form, day, assessor.personId(), null, List.of("a1"), List.of(), null);
    }
}
