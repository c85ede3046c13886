package se.stegen.ui.assessment;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.util.ArrayList;
import java.util.List;
import se.stegen.assessment.Assessment;
import se.stegen.assessment.AssessmentAnswer;
import se.stegen.assessment.AssessmentRequest;
import se.stegen.assessment.AssessmentService;
import se.stegen.assessment.AssessorService;
import se.stegen.assessment.FollowUpService;
import se.stegen.signing.RecordState;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.Confirm;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.ProblemNotice;
import se.stegen.ui.component.ReasonDialog;
import se.stegen.ui.component.RecordScreen;

/** What can be done with an assessment, and the questions asked before it. */
final class AssessmentSteps {
    static final String SEND = "assessment-send";
    static final String SIGN = "assessment-sign";
    static final String DECLINE = "assessment-decline";
    static final String RETURN = "assessment-return";
    static final String WITHDRAW = "assessment-withdraw";
    static final String VOID = "assessment-void";
    static final String ASK_AGAIN = "assessment-ask-again";
    static final String REMIND = "assessment-remind";
    static final String CONFIRM = "assessment-confirm";
    static final String REPORT = "assessment-report";
    static final String DELETE = "assessment-delete";

    private final AssessmentView view;
    private final AssessmentService service;
    private final AssessorService assessor;
    private final AssessmentWays ways;
    private final FollowUpService followUps;
    private final CurrentActor current;

    AssessmentSteps(
            AssessmentView view,
            AssessmentService service,
            AssessorService assessor,
            AssessmentWays ways,
            FollowUpService followUps,
            CurrentActor current) {
        this.view = view;
        this.service = service;
        this.assessor = assessor;
        this.ways = ways;
        this.followUps = followUps;
        this.current = current;
    }

    /** The bar's buttons, the one that the screen is for first. */
    Component[] buttons(boolean answering) {
        Assessment shown = view.assessment();
        long id = shown.id();
        List<Component> bar = new ArrayList<>();
        if (answering) {
            bar.add(RecordScreen.primary(SIGN, t("assessment.sign"), this::sign));
            bar.add(RecordScreen.other(
                    DECLINE,
                    t("assessment.decline"),
                    () -> ask("decline", reason -> assessor.decline(current.get(), id, reason))));
            bar.add(RecordScreen.other(
                    RETURN,
                    t("assessment.return"),
                    () -> ask(
                            "return",
                            reason -> assessor.giveBack(
                                    current.get(), id, view.assessment().version(), reason))));
        } else if (shown.maySend()) {
            bar.add(RecordScreen.primary(
                    SEND, t(shown.mayAnswer() ? "assessment.go.on" : "assessment.send"), this::send));
        }
        ways.menu(view).ifPresent(bar::add);
        if (shown.mayAskAgain()) {
            bar.add(RecordScreen.primary(ASK_AGAIN, t("assessment.ask.again"), this::askAgain));
        }
        if (shown.mayConfirm()) {
            bar.add(RecordScreen.primary(
                    CONFIRM,
                    t("assessment.confirm"),
                    () -> view.step(
                            () -> followUps.confirm(current.get(), id),
                            t("assessment.confirm.done", shown.assessorName()))));
            bar.add(RecordScreen.other(
                    REPORT,
                    t("assessment.report"),
                    () -> ask("report", reason -> followUps.report(current.get(), id, reason))));
        }
        if (shown.mayRemind()) {
            bar.add(RecordScreen.other(
                    REMIND,
                    t("assessment.remind"),
                    () -> view.step(
                            () -> followUps.remind(current.get(), id),
                            t("assessment.remind.done", shown.assessorName()))));
        }
        if (shown.mayWithdraw()) {
            bar.add(RecordScreen.other(
                    WITHDRAW,
                    t("assessment.withdraw"),
                    () -> ask("withdraw", reason -> service.withdraw(current.get(), id, reason))));
        }
        if (shown.mayVoid()) {
            bar.add(RecordScreen.other(
                    VOID,
                    t("assessment.void"),
                    () -> ask("void", reason -> assessor.markVoided(current.get(), id, reason))));
        }
        if (shown.mayEdit() && shown.state() == RecordState.DRAFT) {
            bar.add(RecordScreen.other(DELETE, t("delete"), this::delete));
        }
        return bar.toArray(Component[]::new);
    }

    private void askAgain() {
        view.tried(() -> {
            Assessment again = service.askAgain(current.get(), view.assessment().id());
            UI.getCurrent().navigate(Paths.of(Paths.ASSESSMENT, again.id()));
        });
    }

    private void send() {
        Assessment asked = view.assessment();
        view.step(
                () -> service.send(current.get(), asked.id(), view.assessment().version()),
                asked.mayAnswer() ? t("assessment.go.on.done") : t("assessment.send.done", asked.assessorName()));
    }

    private void sign() {
        AnswerForm answered = view.answer();
        if (answered == null || !view.kept()) {
            return;
        }
        if (!answered.judged()) {
            answered.askForJudgement();
            return;
        }
        AssessmentAnswer given = answered.answer().signed();
        Assessment shown = view.assessment();
        new Confirm(
                        t("assessment.sign.title"),
                        t("assessment.sign.text", shown.doctorName()),
                        t("assessment.sign"),
                        () -> view.step(
                                () -> assessor.sign(
                                        current.get(),
                                        shown.id(),
                                        view.assessment().version(),
                                        given),
                                t("assessment.sign.done", shown.doctorName())))
                .open();
    }

    private interface WithReason {
        Assessment act(String reason);
    }

    private void ask(String what, WithReason action) {
        if (!view.kept()) {
            return;
        }
        Assessment shown = view.assessment();
        String key = "assessment." + what;
        String other = shown.mayWithdraw() ? shown.assessorName() : shown.doctorName();
        new ReasonDialog(
                        t(key + ".title"),
                        t(key + ".text", other),
                        t(key),
                        reason -> view.after(action.act(reason), t(key + ".done", other)))
                .open();
    }

    private void delete() {
        Assessment gone = view.assessment();
        view.leave(() -> {
            service.delete(current.get(), gone.id(), gone.version());
            ProblemNotice.undo(t("assessment.deleted"), t("undo"), () -> again(gone));
        });
    }

    private void again(Assessment gone) {
        AssessmentRequest data = new AssessmentRequest(
                gone.template().code(),
                gone.observedOn(),
                gone.assessorId(),
                gone.assessorEmail(),
                gone.goalCodes(),
                gone.competences(),
                gone.context());
        Assessment again = service.create(current.get(), gone.programmeId(), data);
        UI.getCurrent().navigate(Paths.of(Paths.ASSESSMENT, again.id()));
    }

    private String t(String key, Object... arguments) {
        return view.getTranslation(key, arguments);
    }
}
