package se.stegen.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import se.stegen.testing.Fixtures;
import se.stegen.testing.TestProgram;

class FormServiceTest {
    private final FormService forms = TestProgram.bean(FormService.class);
    private final Templates templates = TestProgram.bean(Templates.class);
    private final AssessmentService assessments = TestProgram.bean(AssessmentService.class);
    private final AssessorService assessors = TestProgram.bean(AssessorService.class);
    private final LocalDate today = TestProgram.bean(Today.class).date();

    private long clinic;
    private Actor studierektor;
    private Actor head;

    @BeforeEach
    void clinic() {
        clinic = Fixtures.clinic();
        studierektor = Fixtures.actor(Role.STUDIEREKTOR, clinic);
        head = Fixtures.actor(Role.CLINIC_HEAD, clinic);
    }

    @Test
    void aFormIsBegunSavedPublishedAndOfferedAtItsClinicOnly() {
        ClinicForm form = forms.create(head, clinic, "Återkoppling efter rond", null, null);
        assertEquals("k" + clinic + "-aterkoppling-efter-rond", form.code());
        assertEquals(4, Templates.steps(form.definition()), "independence by default");
        assertTrue(templates.offered(clinic, form.code()).isEmpty());
        ClinicForm saved = save(form, asking("Hur gick ronden?"));
        TestProgram.refused(ProblemCode.FORBIDDEN, () -> forms.publish(head, clinic, form.code(), null));
        ClinicForm published = forms.publish(studierektor, clinic, form.code(), saved.version());
        assertEquals(1, published.publishedVersion());
        assertFalse(published.changed());
        assertEquals(1, templates.offered(clinic, form.code()).orElseThrow().version());
        assertTrue(templates.offered(Fixtures.clinic(), form.code()).isEmpty());
        assertEquals(
                1, forms.publish(studierektor, clinic, form.code(), null).publishedVersion(), "nothing has changed");
        ClinicForm next = save(published, asking("Hur ledde ST-läkaren ronden?"));
        assertTrue(next.changed());
        assertEquals(
                "Hur gick ronden?", label(templates.offered(clinic, form.code()).orElseThrow()));
        assertEquals(2, forms.publish(studierektor, clinic, form.code(), null).publishedVersion());
        TestProgram.refused(ProblemCode.FORM_PUBLISHED, () -> forms.delete(head, clinic, form.code(), next.version()));
        TestProgram.refused(
                ProblemCode.STALE_VERSION, () -> forms.save(head, clinic, form.code(), form.version(), form.data()));
    }

    @Test
    void twoFormsOfOneNameHaveTwoCodesAndANameWithoutLettersHasOneToo() {
        assertEquals(
                "k" + clinic + "-rond",
                forms.create(head, clinic, "Rond", null, null).code());
        ClinicForm second = forms.create(head, clinic, "ROND!", null, null);
        assertEquals("k" + clinic + "-rond-2", second.code());
        forms.delete(head, clinic, second.code(), second.version());
        assertEquals(
                "k" + clinic + "-rond-2",
                forms.create(head, clinic, "Rond", null, null).code());
        assertEquals("formular", FormBeginning.word("???"));
        assertEquals("ode-gard", FormBeginning.word("  Öde gård "));
    }

    @Test
    void aCopyBeginsWithWhatTheOtherAsks() {
        ClinicForm copy = forms.create(head, clinic, "Vår mini-CEX", null, "mini-cex");
        assertEquals(templates.newest("mini-cex").orElseThrow().definition(), copy.definition());
        assertTrue(copy.formal());
        ClinicForm led = forms.create(head, clinic, "Vårt ledarskap", null, "leadership");
        assertEquals(List.of("LEADERSHIP"), led.competences());
        TestProgram.refused(ProblemCode.UNKNOWN_CODE, () -> forms.create(head, clinic, "X", null, "k1-annans"));
        TestProgram.refused(ProblemCode.REQUIRED, () -> forms.create(head, clinic, " ", null, null));
    }

    @Test
    void whatIsHiddenIsOfferedNoMoreButWhatWasAskedForIsStillAnswered() {
        long doctorId = Fixtures.person("Doktor");
        long programme = Fixtures.programme(doctorId, clinic, today.minusYears(1));
        Actor doctor = Fixtures.actor(doctorId);
        Actor assessor = Fixtures.actor(Role.SUPERVISOR, clinic);
        Assessment asked = assessments.create(doctor, programme, request("dops", assessor));
        forms.offer(head, clinic, "dops", false);
        assertFalse(assessments.templates(doctor, programme).stream()
                .anyMatch(form -> form.code().equals("dops")));
        TestProgram.refused(
                ProblemCode.UNKNOWN_CODE, () -> assessments.create(doctor, programme, request("dops", assessor)));
        assessments.save(doctor, asked.id(), asked.version(), request("dops", assessor));
        assessments.send(doctor, asked.id(), null);
        assessors.sign(assessor, asked.id(), null, new AssessmentAnswer(Map.of(), 3, null, null));
        forms.offer(head, clinic, "dops", true);
        assessments.create(doctor, programme, request("dops", assessor));
        TestProgram.refused(ProblemCode.NOT_FOUND, () -> forms.offer(head, clinic, "no-such", false));
    }

    @Test
    void aFormPublishedWhileSomebodyAnswersLeavesTheAnswerOnItsVersion() {
        long doctorId = Fixtures.person("Doktor");
        long programme = Fixtures.programme(doctorId, clinic, today.minusYears(1));
        Actor doctor = Fixtures.actor(doctorId);
        Actor assessor = Fixtures.actor(Role.SUPERVISOR, clinic);
        ClinicForm form = save(forms.create(head, clinic, "Rond", null, null), asking("Första frågan"));
        forms.publish(studierektor, clinic, form.code(), null);
        Assessment waiting = assessments.create(doctor, programme, request(form.code(), assessor));
        Assessment sent = assessments.send(
                doctor,
                assessments
                        .create(doctor, programme, request(form.code(), assessor))
                        .id(),
                null);
        Assessment returned = assessments.send(
                doctor,
                assessments
                        .create(doctor, programme, request(form.code(), assessor))
                        .id(),
                null);
        assessors.saveAnswer(assessor, sent.id(), new AssessmentAnswer(Map.of("f1", "1"), 2, "Lugn", ""));
        assessors.saveAnswer(assessor, returned.id(), new AssessmentAnswer(Map.of("f1", "2"), 2, "", ""));
        assessors.giveBack(assessor, returned.id(), null, "Vilket delmål?");

        save(forms.get(head, clinic, form.code()), asking("Andra frågan"));
        forms.publish(studierektor, clinic, form.code(), null);

        Assessment signed =
                assessors.sign(assessor, sent.id(), null, new AssessmentAnswer(Map.of("f1", "1"), 2, "Lugn", ""));
        assertEquals("Första frågan", label(signed.template()), "it is answered as it was asked");
        assertEquals(
                "Andra frågan",
                label(assessments.send(doctor, waiting.id(), waiting.version()).template()),
                "nobody has answered: the newest goes out");
        assertEquals(
                "Första frågan",
                label(assessments.send(doctor, returned.id(), null).template()),
                "what is half answered keeps its version");
    }

    @Test
    void whatIsMissingIsNamedBeforePublishing() {
        ClinicForm form = forms.create(head, clinic, "Ofärdig", null, null);
        TemplateField first = field("f1", "", TemplateField.Type.SCALE, List.of(), null);
        TemplateField hanging =
                field("f2", "Varför?", TemplateField.Type.TEXT, List.of(), new TemplateField.Condition("f1", "9"));
        ClinicForm saved = save(form, definition(List.of(first, hanging), null));
        assertEquals(
                List.of("definition.f1.label", "definition.f1.options", "definition.f2.when"),
                TestProgram.refused(ProblemCode.REQUIRED, () -> forms.publish(studierektor, clinic, saved.code(), null))
                        .errors()
                        .stream()
                        .map(error -> error.field())
                        .toList());
        TestProgram.refused(ProblemCode.INVALID_FIELD, () -> save(saved, definition(List.of(hanging, hanging), null)));
        assertNull(forms.get(head, clinic, form.code()).publishedVersion());
    }

    @Test
    void onlyThoseWhoLeadTheClinicKeepItsForms() {
        Actor reviewer = Fixtures.actor(Role.REVIEWER, clinic);
        Actor stranger = Fixtures.actor(Role.STUDIEREKTOR, Fixtures.clinic());
        TestProgram.refused(ProblemCode.FORBIDDEN, () -> forms.list(reviewer, clinic));
        TestProgram.refused(ProblemCode.NOT_FOUND, () -> forms.list(stranger, clinic));
        ClinicForm form = forms.create(head, clinic, "Rond", null, null);
        TestProgram.refused(ProblemCode.NOT_FOUND, () -> forms.get(head, clinic, "mini-cex"));
        long other = Fixtures.clinic();
        Actor otherHead = Fixtures.actor(Role.CLINIC_HEAD, other);
        TestProgram.refused(ProblemCode.NOT_FOUND, () -> forms.get(otherHead, other, form.code()));
        TestProgram.refused(ProblemCode.NOT_FOUND, () -> forms.publish(stranger, clinic, form.code(), null));
    }

    private ClinicForm save(ClinicForm form, FormDefinition definition) {
        return forms.save(
                head,
                clinic,
                form.code(),
                form.version(),
                new FormData(form.name(), form.formal(), form.competences(), definition));
    }

    private static FormDefinition asking(String question) {
        return definition(
                List.of(field(
                        "f1",
                        question,
                        TemplateField.Type.SCALE,
                        List.of(option("1", "Behöver öva"), option("2", "Klarar")),
                        null)),
                new OverallScale(null, null, List.of(option("1", "Inte än"), option("2", "Ja"))));
    }

    private static FormDefinition definition(List<TemplateField> fields, @Nullable OverallScale overall) {
        return new FormDefinition(
                FormDefinition.FORMAT,
                List.of(new TemplateSection("s1", "", null, null, null, fields)),
                overall,
                List.of());
    }

    private static TemplateField field(
            String code,
            String label,
            TemplateField.Type type,
            List<TemplateField.Option> options,
            TemplateField.@Nullable Condition when) {
        return new TemplateField(code, label, null, type, false, options, null, null, when);
    }

    private static TemplateField.Option option(String value, String label) {
        return new TemplateField.Option(value, label, null, null, null);
    }

    private static String label(AssessmentTemplate form) {
        return form.fields().getFirst().label();
    }

    private static AssessmentRequest request(String code, Actor assessor) {
        return new AssessmentRequest(code, null, assessor.personId(), null, List.of(), List.of(), null);
    }
}
