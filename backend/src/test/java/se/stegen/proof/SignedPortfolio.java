package se.stegen.proof;

import io.micronaut.context.ApplicationContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import se.stegen.access.Actor;
import se.stegen.access.Role;
import se.stegen.assessment.AssessmentAnswer;
import se.stegen.assessment.AssessmentRequest;
import se.stegen.assessment.AssessmentService;
import se.stegen.assessment.Assessor;
import se.stegen.assessment.AssessorService;
import se.stegen.common.Today;
import se.stegen.coverage.AttestationService;
import se.stegen.feedback.FeedbackRound;
import se.stegen.feedback.FeedbackService;
import se.stegen.feedback.RaterService;
import se.stegen.iup.IupApprovalService;
import se.stegen.iup.IupItemData;
import se.stegen.iup.IupService;
import se.stegen.supervision.SupervisionData;
import se.stegen.supervision.SupervisionService;
import se.stegen.testing.Fixtures;

/** A doctor with one of everything that can be signed, signed through the services of a context. */
final class SignedPortfolio {
    final Actor doctor;
    final Actor main;
    final Actor studierektor;
    final long programme;
    final long session;
    final long assessment;
    private final ApplicationContext context;
    private final LocalDate today;

    SignedPortfolio(ApplicationContext context) {
        this.context = context;
        today = context.getBean(Today.class).date();
        long clinic = Fixtures.clinic();
        doctor = Fixtures.actor(Fixtures.person("Doktor Åsa"));
        main = Fixtures.actor(Fixtures.person("Handledare 🙂"));
        studierektor = Fixtures.actor(Role.STUDIEREKTOR, clinic);
        programme = Fixtures.programme(doctor.personId(), clinic, today.minusYears(1));
        Fixtures.insert(
                "INSERT INTO main_supervisor (programme_id, person_id, valid_from) VALUES (?, ?, ?)",
                programme,
                main.personId(),
                today.minusYears(1));
        session = session();
        assessment = assessment();
        SupervisionService sessions = context.getBean(SupervisionService.class);
        sessions.markVoided(main, session(), "Fel dag");
        context.getBean(AssessorService.class).markVoided(main, assessment(), "Fel person");
        confirmed();
        round();
        plan();
        AttestationService attestations = context.getBean(AttestationService.class);
        attestations.attest(main, programme, "c1", "Genomgånget");
        attestations.withdraw(main, programme, "c1", "För tidigt");
        attestations.attest(main, programme, "c1", "Nu så");
    }

    /** A further signed session. */
    long session() {
        SupervisionService sessions = context.getBean(SupervisionService.class);
        long id = sent();
        sessions.sign(main, id, null);
        return id;
    }

    /** A session that waits for the supervisor. */
    long sent() {
        SupervisionService sessions = context.getBean(SupervisionService.class);
        long id = sessions.create(
                        doctor,
                        programme,
                        new SupervisionData(
                                today, main.personId(), true, List.of("a1", "c1"), "Om bråck\n\"citat\"", "Mer"),
                        false)
                .id();
        sessions.send(doctor, id, null);
        return id;
    }

    /** A further signed assessment. */
    long assessment() {
        AssessmentService assessments = context.getBean(AssessmentService.class);
        long id = assessments
                .create(
                        doctor,
                        programme,
                        new AssessmentRequest(
                                "mini-cex",
                                today,
                                main.personId(),
                                null,
                                List.of("c1"),
                                List.of("LEADERSHIP"),
                                "Akuten"))
                .id();
        assessments.send(doctor, id, null);
        context.getBean(AssessorService.class)
                .sign(main, id, null, new AssessmentAnswer(Map.of("history", "3"), 3, "Lugn anamnes", "Säg planen"));
        return id;
    }

    private void confirmed() {
        Fixtures.insert(
                "INSERT INTO assessment_confirmation (assessment_id, confirmed_by, confirmed_at) VALUES (?, ?, NOW(6))",
                assessment,
                main.personId());
        context.getBean(Signatures.class).add(SignatureKind.ASSESSMENT_CONFIRMATION, assessment);
    }

    /** A released 360; gives its assessment. */
    long round() {
        FeedbackService rounds = context.getBean(FeedbackService.class);
        RaterService raters = context.getBean(RaterService.class);
        long id = rounds.start(doctor, programme, null).id();
        rounds.rate(doctor, id, new AssessmentAnswer(Map.of("patients", "1"), null, "Lyssnar", ""));
        FeedbackRound round = rounds.get(main, id);
        rounds.demand(main, id, round.version(), 5, 1);
        for (int i = 0; i < 5; i++) {
            Actor rater = Fixtures.actor(Fixtures.person("Kollega"));
            rounds.ask(doctor, id, List.of(Assessor.person(rater.personId())));
            raters.answer(rater, id, new AssessmentAnswer(Map.of("role", "NURSE"), null, "Bra " + i, "Mer"));
        }
        Long became = rounds.release(main, id, today, "Lyssna", "Prioritera").assessmentId();
        return became == null ? 0 : became;
    }

    private void plan() {
        IupService plans = context.getBean(IupService.class);
        plans.add(
                doctor,
                programme,
                new IupItemData(
                        null, "PLACEMENT", "Urologi", today, today.plusDays(9), List.of("c1"), null, null, null));
        IupApprovalService approvals = context.getBean(IupApprovalService.class);
        approvals.submit(doctor, programme, null);
        approvals.approve(main, programme, null);
        approvals.approve(studierektor, programme, null);
    }
}
