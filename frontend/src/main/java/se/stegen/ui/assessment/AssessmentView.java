package se.stegen.ui.assessment;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import io.micronaut.core.annotation.Nullable;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
import se.stegen.access.Actor;
import se.stegen.assessment.Assessment;
import se.stegen.assessment.AssessmentAnswer;
import se.stegen.assessment.AssessmentRequest;
import se.stegen.assessment.AssessmentService;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;
import se.stegen.curriculum.CurriculumService;
import se.stegen.curriculum.Goal;
import se.stegen.programme.ProgrammeService;
import se.stegen.signing.RecordState;
import se.stegen.ui.Colleagues;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.AutoSave;
import se.stegen.ui.component.Confirm;
import se.stegen.ui.component.Conflict;
import se.stegen.ui.component.Dates;
import se.stegen.ui.component.HistoryCard;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.PageHead;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.ProblemNotice;
import se.stegen.ui.component.ReasonDialog;
import se.stegen.ui.component.RecordScreen;
import se.stegen.ui.component.StateBadge;

/** One assessment: asked for, answered, signed, read. */
@Route(Paths.ASSESSMENT)
@Prototype
@PermitAll
class AssessmentView extends RecordScreen implements HasUrlParameter<Long> {
    static final String SEND = "assessment-send";
    static final String SIGN = "assessment-sign";
    static final String DECLINE = "assessment-decline";
    static final String RETURN = "assessment-return";
    static final String WITHDRAW = "assessment-withdraw";
    static final String VOID = "assessment-void";
    static final String DELETE = "assessment-delete";

    private static final long serialVersionUID = 1L;

    private final transient AssessmentService service;
    private final transient ProgrammeService programmes;
    private final transient CurriculumService curricula;
    private final transient Colleagues colleagues;
    private final transient CurrentActor current;
    private final transient Today today;
    private transient Assessment assessment;
    private @Nullable RequestForm request;
    private @Nullable AnswerForm answer;

    @SuppressWarnings("NullAway.Init")
    AssessmentView(
            AssessmentService service,
            ProgrammeService programmes,
            CurriculumService curricula,
            Colleagues colleagues,
            CurrentActor current,
            Today today) {
        this.service = service;
        this.programmes = programmes;
        this.curricula = curricula;
        this.colleagues = colleagues;
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
                    new Span(t("assessment.line", shown.assessorName(), day(shown.observedOn())) + " · "),
                    Html.link(Paths.of(Paths.ASSESSMENTS, shown.programmeId()), t("assessment.all")));
        }
        standing();
        List<Goal> goals =
                curricula.goalsOf(actor, programmes.facts(shown.programmeId()).curriculumId());
        AutoSave saving = new AutoSave(savedAt(), problem(), this::save);
        if (shown.mayEdit()) {
            RequestForm fields = new RequestForm(service.templates(actor), goals, colleagues, today.date());
            saving.quietly(() -> fields.fill(shown, actor.personId() == shown.assessorId()));
            fields.watch(saving, problem());
            request = fields;
            add(fields);
        }
        if (answering()) {
            AnswerForm fields = new AnswerForm(shown);
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
        buttons();
        if (!shown.mayEdit()) {
            add(AssessmentReading.request(shown, goals, getLocale()));
        }
        add(new HistoryCard(shown.history()));
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
                    LocalDateTime sent = assessment.sentAt();
                    say(
                            state,
                            t(
                                    "assessment.sent",
                                    assessment.assessorName(),
                                    sent == null ? "" : day(Today.dayOf(sent).plusDays(AssessmentService.EXPIRY_DAYS))),
                            null);
                }
            }
            case RETURNED, DECLINED, WITHDRAWN, VOIDED ->
                say(state, t("assessment.standing." + state, assessment.assessorName()), assessment.reason());
            case EXPIRED -> say(state, t("assessment.standing.EXPIRED", assessment.assessorName()), null);
            default -> {
                // The badge says it.
            }
        }
    }

    private LocalDateTime save() {
        RequestForm asked = request;
        AnswerForm answered = answer;
        LocalDateTime saved = assessment.updatedAt();
        if (asked != null) {
            AssessmentRequest data = asked.request();
            try {
                assessment = service.save(current.get(), assessment.id(), assessment.version(), data);
                saved = assessment.updatedAt();
            } catch (Problem problem) {
                if (problem.code() == ProblemCode.STALE_VERSION) {
                    merge(data);
                }
                throw problem;
            }
        }
        if (answered != null) {
            saved = service.saveAnswer(current.get(), assessment.id(), answered.answer());
        }
        return saved;
    }

    /** Shows what the other saved beside what is on the screen; the choice is saved on top of the other's version. */
    private void merge(AssessmentRequest mine) {
        Assessment theirs = service.get(current.get(), assessment.id());
        String context = mine.context();
        Conflict.Difference goals = new Conflict.Difference(
                t("assessment.goals"),
                String.join(", ", mine.goalCodes()),
                String.join(", ", theirs.goalCodes()),
                false);
        Conflict.Difference words = new Conflict.Difference(
                t("assessment.context"), context == null ? "" : context, theirs.context(), true);
        List<Conflict.Difference> differing = List.of(goals, words).stream()
                .filter(d -> !d.mine().equals(d.theirs()))
                .toList();
        new Conflict(differing, choices -> {
                    RequestForm asked = request;
                    assessment = theirs;
                    if (asked == null || !theirs.mayEdit()) {
                        show(theirs);
                        return;
                    }
                    int goalsAt = differing.indexOf(goals);
                    int wordsAt = differing.indexOf(words);
                    asked.texts(
                            new TreeSet<>(List.of(
                                    (goalsAt < 0 ? goals.mine() : goals.chosen(choices.get(goalsAt))).split(", "))),
                            wordsAt < 0 ? words.mine() : words.chosen(choices.get(wordsAt)));
                    saved();
                })
                .open();
    }

    private void buttons() {
        List<Component> bar = new ArrayList<>();
        long id = assessment.id();
        boolean answering = answering();
        if (answering) {
            bar.add(primary(SIGN, t("assessment.sign"), this::sign));
        } else if (assessment.maySend() && assessment.mayAnswer()) {
            bar.add(primary(
                    SEND,
                    t("assessment.go.on"),
                    () -> step(
                            () -> service.send(current.get(), id, assessment.version()), t("assessment.go.on.done"))));
        } else if (assessment.maySend()) {
            bar.add(primary(
                    SEND,
                    t("assessment.send"),
                    () -> step(
                            () -> service.send(current.get(), id, assessment.version()),
                            t("assessment.send.done", assessment.assessorName()))));
        }
        if (answering) {
            bar.add(other(
                    DECLINE,
                    t("assessment.decline"),
                    () -> ask("decline", reason -> service.decline(current.get(), id, reason))));
            bar.add(other(
                    RETURN,
                    t("assessment.return"),
                    () -> ask("return", reason -> service.giveBack(current.get(), id, assessment.version(), reason))));
        }
        if (assessment.mayWithdraw()) {
            bar.add(other(
                    WITHDRAW,
                    t("assessment.withdraw"),
                    () -> ask("withdraw", reason -> service.withdraw(current.get(), id, reason))));
        }
        if (assessment.mayVoid()) {
            bar.add(other(
                    VOID,
                    t("assessment.void"),
                    () -> ask("void", reason -> service.markVoided(current.get(), id, reason))));
        }
        if (assessment.mayEdit() && assessment.state() == RecordState.DRAFT) {
            bar.add(other(DELETE, t("delete"), this::delete));
        }
        actions(assessment.mayEdit() || answering, bar.toArray(Component[]::new));
    }

    private void sign() {
        AnswerForm answered = answer;
        if (answered == null || !saved()) {
            return;
        }
        if (!answered.judged()) {
            answered.askForJudgement();
            return;
        }
        AssessmentAnswer given = answered.answer();
        new Confirm(
                        t("assessment.sign.title"),
                        t("assessment.sign.text", assessment.doctorName()),
                        t("assessment.sign"),
                        () -> step(
                                () -> service.sign(current.get(), assessment.id(), assessment.version(), given),
                                t("assessment.sign.done", assessment.doctorName())))
                .open();
    }

    private interface WithReason {
        Assessment act(String reason);
    }

    private void ask(String what, WithReason action) {
        if (!saved()) {
            return;
        }
        String key = "assessment." + what;
        String other = assessment.mayWithdraw() ? assessment.assessorName() : assessment.doctorName();
        new ReasonDialog(t(key + ".title"), t(key + ".text", other), t(key), reason -> {
                    show(action.act(reason));
                    top();
                    ProblemNotice.done(t(key + ".done", other));
                })
                .open();
    }

    private void step(Supplier<Assessment> action, String done) {
        if (!saved()) {
            return;
        }
        attempt(() -> {
            show(action.get());
            top();
            ProblemNotice.done(done);
        });
    }

    private void delete() {
        attempt(() -> {
            Assessment gone = assessment;
            service.delete(current.get(), gone.id(), gone.version());
            draft(null);
            getUI().ifPresent(ui -> ui.navigate(Paths.of(Paths.ASSESSMENTS, gone.programmeId())));
            ProblemNotice.undo(t("assessment.deleted"), t("undo"), () -> {
                AssessmentRequest again = new AssessmentRequest(
                        gone.template().code(),
                        gone.observedOn(),
                        gone.assessorId(),
                        gone.goalCodes(),
                        gone.competences(),
                        gone.context());
                com.vaadin
                        .flow
                        .component
                        .UI
                        .getCurrent()
                        .navigate(Paths.of(
                                Paths.ASSESSMENT,
                                service.create(current.get(), gone.programmeId(), again)
                                        .id()));
            });
        });
    }
}
