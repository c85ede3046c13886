package se.stegen.ui.assessment;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import io.micronaut.core.annotation.Nullable;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import se.stegen.access.Actor;
import se.stegen.assessment.Assessment;
import se.stegen.assessment.AssessmentAnswer;
import se.stegen.assessment.AssessmentService;
import se.stegen.assessment.AssessorDetails;
import se.stegen.assessment.AssessorService;
import se.stegen.assessment.Confirmation;
import se.stegen.assessment.FollowUpService;
import se.stegen.assessment.RequestStartService;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;
import se.stegen.coverage.EvidenceKind;
import se.stegen.curriculum.CurriculumService;
import se.stegen.curriculum.Goal;
import se.stegen.feedback.FeedbackService;
import se.stegen.instrument.AssessmentTemplate;
import se.stegen.instrument.FormKind;
import se.stegen.programme.ProgrammeService;
import se.stegen.proof.SignatureKind;
import se.stegen.signing.RecordState;
import se.stegen.signing.SigningMethod;
import se.stegen.ui.Assessors;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.AutoSave;
import se.stegen.ui.component.Dates;
import se.stegen.ui.component.HistoryCard;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.PageHead;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.ProblemNotice;
import se.stegen.ui.component.RecordScreen;
import se.stegen.ui.component.StateBadge;
import se.stegen.ui.goals.GoalLinks;
import se.stegen.ui.proof.SignatureCards;

/** One assessment: asked for, answered, signed, read. */
@Route(Paths.ASSESSMENT)
@Prototype
@PermitAll
class AssessmentView extends RecordScreen implements HasUrlParameter<Long> {
    private static final long serialVersionUID = 1L;

    private final transient AssessmentService service;
    private final transient AssessorService assessor;
    private final transient AssessmentWays ways;
    private final transient FollowUpService followUps;
    private final transient RequestStartService starts;
    private final transient ProgrammeService programmes;
    private final transient CurriculumService curricula;
    private final transient Assessors colleagues;
    private final transient GoalLinks links;
    private final transient SignatureCards signatures;
    private final transient FeedbackService rounds;
    private final transient CurrentActor current;
    private final transient Today today;
    private transient Assessment assessment;
    private transient LocalDateTime seen;
    private transient AssessmentAnswer base;
    private @Nullable RequestForm request;
    private @Nullable AnswerForm answer;

    @SuppressWarnings("NullAway.Init")
    AssessmentView(
            AssessmentService service,
            AssessorService assessor,
            AssessmentWays ways,
            FollowUpService followUps,
            RequestStartService starts,
            ProgrammeService programmes,
            CurriculumService curricula,
            Assessors colleagues,
            GoalLinks links,
            SignatureCards signatures,
            FeedbackService rounds,
            CurrentActor current,
            Today today) {
        this.service = service;
        this.assessor = assessor;
        this.ways = ways;
        this.followUps = followUps;
        this.starts = starts;
        this.programmes = programmes;
        this.curricula = curricula;
        this.colleagues = colleagues;
        this.links = links;
        this.signatures = signatures;
        this.rounds = rounds;
        this.current = current;
        this.today = today;
    }

    @Override
    public void setParameter(BeforeEvent event, Long id) {
        show(service.get(current.get(), id));
    }

    private void show(Assessment shown) {
        assessment = shown;
        request = null;
        answer = null;
        seen = shown.updatedAt();
        base = shown.answer();
        draft(null);
        Actor actor = current.get();
        String name = TemplateTexts.name(shown.template(), getLocale());
        PageHead head = begin(t("assessment.title", name, shown.doctorName())).badge(new StateBadge(shown.state()));
        if (answering()) {
            head.line(t(
                    "assessment.asked",
                    shown.specialtyName().toLowerCase(getLocale()),
                    Dates.ago(shown.observedOn(), today.date(), getLocale()),
                    day(shown.observedOn())));
        } else {
            head.line(
                    new Span(t("assessment.line", shown.assessorName(), day(shown.observedOn()))),
                    way(Paths.of(Paths.ASSESSMENTS, shown.programmeId()), t("assessment.all")));
        }
        if (shown.awaitsConfirmation()) {
            Span unconfirmed = new Span(Html.sign("!"), new Span(t("assessment.unconfirmed")));
            unconfirmed.addClassNames("tag", "state", "warn", "wrap");
            head.badge(unconfirmed);
        }
        if (shown.template().code().equals(FeedbackService.TEMPLATE)) {
            rounds.ofAssessment(actor, shown.id())
                    .ifPresent(round ->
                            head.actions(Html.button(Paths.of(Paths.FEEDBACK_ROUND, round), t("feedback.see"), false)));
        }
        standing();
        List<Goal> goals =
                curricula.goalsOf(actor, programmes.facts(shown.programmeId()).curriculumId());
        AutoSave saving = new AutoSave(savedAt(), problem(), this::save, this::stale);
        if (shown.mayEdit()) {
            RequestForm fields = new RequestForm(
                    forms(actor, shown),
                    goals,
                    colleagues,
                    actor.personId() == shown.doctorId() ? starts.recent(actor, shown.programmeId()) : List.of(),
                    today.date());
            saving.quietly(() -> fields.fill(shown, actor.personId() != shown.doctorId()));
            fields.watch(saving, problem());
            if (actor.personId() == shown.doctorId()) {
                fields.offerRound(shown.programmeId());
            }
            request = fields;
            add(fields);
        }
        if (answering()) {
            AnswerForm fields = new AnswerForm(shown.template(), shown.answer());
            fields.watch(saving, problem());
            answer = fields;
            add(fields);
        }
        if (shown.mayEdit() || answering()) {
            savedAt().saved(shown.updatedAt());
            draft(saving);
        }
        if (shown.signedAt() != null) {
            add(AssessmentReading.answer(shown, getLocale()));
        }
        if (!shown.mayEdit() && !answering()) {
            add(AssessmentReading.request(shown, goals, getLocale()));
        }
        AssessmentSteps steps = new AssessmentSteps(this, service, assessor, ways, followUps, current);
        actions(shown.mayEdit() || answering(), steps.buttons(answering()));
        if (answering()) {
            add(AssessmentReading.request(shown, goals, getLocale()));
        }
        links.of(shown.programmeId(), EvidenceKind.ASSESSMENT, shown.id(), shown.state(), goals)
                .ifPresent(this::add);
        add(new HistoryCard(shown.history()));
        signatures.of(SignatureKind.ASSESSMENT, shown.id(), getLocale()).ifPresent(this::add);
    }

    /** What the doctor's clinic offers, with the form that is asked for already; nobody asks for a self-rating. */
    private List<AssessmentTemplate> forms(Actor actor, Assessment shown) {
        List<AssessmentTemplate> offered = service.templates(actor, shown.programmeId());
        String code = shown.template().code();
        boolean known = offered.stream().anyMatch(form -> form.code().equals(code));
        return Stream.concat(offered.stream(), known ? Stream.empty() : Stream.of(shown.template()))
                .filter(form ->
                        form.kind() != FormKind.SELF_RATING || form.code().equals(code))
                .toList();
    }

    /** An assessor who starts unasked says first what it is about; that is sent, and then answered. */
    private boolean answering() {
        return assessment.mayAnswer() && !assessment.mayEdit();
    }

    private void standing() {
        RecordState state = assessment.state();
        switch (state) {
            case SENT -> {
                if (!assessment.mayAnswer()) {
                    waiting(state);
                }
            }
            case VOIDED -> say(state, t("assessment.standing.VOIDED", assessment.lastActor()), assessment.reason());
            case RETURNED, DECLINED, WITHDRAWN ->
                say(state, t("assessment.standing." + state, assessment.assessorName()), assessment.reason());
            case EXPIRED -> say(state, t("assessment.standing.EXPIRED", assessment.assessorName()), null);
            case SIGNED -> withoutAccount(state);
            default -> {
                // The badge says it.
            }
        }
    }

    /** For whom, since when, until when, and when that one was last reminded. */
    private void waiting(RecordState state) {
        LocalDateTime sent = assessment.sentAt();
        LocalDateTime asked = sent == null ? assessment.updatedAt() : sent;
        LocalDateTime reminded = assessment.remindedAt();
        String words = t(
                "assessment.sent",
                assessment.assessorName(),
                Dates.since(Today.dayOf(asked), today.date(), getLocale()),
                day(Today.dayOf(asked).plusDays(AssessmentService.EXPIRY_DAYS)));
        say(state, reminded == null ? words : words + " " + t("assessment.reminded", day(Today.dayOf(reminded))), null);
    }

    /** What was signed without sign-in says so, whoever reads it. */
    private void withoutAccount(RecordState state) {
        AssessorDetails who = assessment.outside();
        if (assessment.signingMethod() != SigningMethod.LINK || who == null) {
            return;
        }
        Confirmation confirmation = assessment.confirmation();
        String words = t("assessment.outside", who.name(), who.title(), who.workplace());
        say(
                state,
                words + " "
                        + (confirmation == null
                                ? t("assessment.outside.waits")
                                : t(
                                        confirmation.reported()
                                                ? "assessment.outside.reported"
                                                : "assessment.outside.confirmed",
                                        confirmation.byName(),
                                        day(Today.dayOf(confirmation.confirmedAt())))),
                null);
    }

    private LocalDateTime save() {
        RequestForm asked = request;
        AnswerForm answered = answer;
        LocalDateTime saved = assessment.updatedAt();
        if (asked != null) {
            assessment = service.save(current.get(), assessment.id(), assessment.version(), asked.request());
            saved = assessment.updatedAt();
        }
        if (answered != null) {
            AssessmentAnswer mine = answered.answer();
            saved = assessor.saveAnswer(current.get(), assessment.id(), mine, seen);
            seen = saved;
            base = mine;
        }
        return saved;
    }

    /** Somebody else saved in the meantime; where it cannot be changed any more, what is written stays on the screen. */
    private void stale() {
        RequestForm asked = request;
        AnswerForm answered = answer;
        Assessment theirs = service.get(current.get(), assessment.id());
        if (answered != null && theirs.mayAnswer()) {
            merge(answered.differences(base, theirs.answer()), () -> {
                seen = theirs.updatedAt();
                base = theirs.answer();
            });
            return;
        }
        if (asked == null || !theirs.mayEdit()) {
            throw Problem.of(ProblemCode.STALE_VERSION);
        }
        merge(asked.differences(assessment, asked.request(), theirs), () -> assessment = theirs);
    }

    /** The assessment as it was read or saved last. */
    Assessment assessment() {
        return assessment;
    }

    /** The answer that is being written; null where none is. */
    @Nullable
    AnswerForm answer() {
        return answer;
    }

    /** Whether what is on the screen is saved. */
    boolean kept() {
        return saved();
    }

    /** Does something that may be refused. */
    void tried(Runnable action) {
        attempt(action);
    }

    /** Shows the assessment as it stands now. */
    void again() {
        attempt(() -> show(service.get(current.get(), assessment.id())));
    }

    /** Goes elsewhere once the draft is saved. */
    void leaveFor(String path) {
        if (saved()) {
            goTo(path);
        }
    }

    /** Shows the assessment after a step. */
    void after(Assessment next, String done) {
        show(next);
        top();
        ProblemNotice.done(done);
    }

    /** Takes a step once the draft is saved. */
    void step(Supplier<Assessment> action, String done) {
        if (saved()) {
            attempt(() -> after(action.get(), done));
        }
    }

    /** Deletes the draft and leaves. */
    void leave(Runnable deletion) {
        attempt(() -> {
            deletion.run();
            draft(null);
            goTo(Paths.of(Paths.ASSESSMENTS, assessment.programmeId()));
        });
    }
}
