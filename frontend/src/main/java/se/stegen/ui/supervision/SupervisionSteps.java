package se.stegen.ui.supervision;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.util.ArrayList;
import java.util.List;
import se.stegen.access.Actor;
import se.stegen.signing.RecordState;
import se.stegen.supervision.Supervision;
import se.stegen.supervision.SupervisionData;
import se.stegen.supervision.SupervisionPlanService;
import se.stegen.supervision.SupervisionSeriesService;
import se.stegen.supervision.SupervisionService;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.Confirm;
import se.stegen.ui.component.Dates;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.ProblemNotice;
import se.stegen.ui.component.ReasonDialog;
import se.stegen.ui.component.RecordScreen;

/** What can be done with a session, and the questions asked before it. */
final class SupervisionSteps {
    static final String SIGN = "supervision-sign";
    static final String SEND = "supervision-send";
    static final String HELD = "supervision-held";
    static final String RETURN = "supervision-return";
    static final String VOID = "supervision-void";
    static final String DELETE = "supervision-delete";
    static final String MOVE = "supervision-move";
    static final String CANCEL = "supervision-cancel";

    private final SupervisionView view;
    private final SupervisionService service;
    private final SupervisionPlanService plans;
    private final SupervisionSeriesService series;
    private final CurrentActor current;

    SupervisionSteps(
            SupervisionView view,
            SupervisionService service,
            SupervisionPlanService plans,
            SupervisionSeriesService series,
            CurrentActor current) {
        this.view = view;
        this.service = service;
        this.plans = plans;
        this.series = series;
        this.current = current;
    }

    /** The bar's buttons, the one that the screen is for first. */
    Component[] buttons(Actor actor) {
        Supervision shown = view.session();
        List<Component> bar = new ArrayList<>();
        boolean mine = actor.personId() == shown.supervisorId();
        if (shown.mayReportHeld()) {
            bar.add(RecordScreen.primary(
                    HELD,
                    t("supervision.held"),
                    () -> view.step(() -> service.reportHeld(current.get(), shown.id()), t("supervision.held.done"))));
        } else if (shown.maySign() || (mine && shown.maySend())) {
            bar.add(RecordScreen.primary(SIGN, t("supervision.sign"), this::sign));
        } else if (shown.maySend()) {
            bar.add(RecordScreen.primary(SEND, t("supervision.send", shown.supervisorName()), this::send));
        }
        if (shown.maySign()) {
            bar.add(RecordScreen.other(
                    RETURN,
                    t("supervision.return"),
                    () -> ask(
                            "return",
                            reason -> service.giveBack(
                                    current.get(), shown.id(), view.session().version(), reason))));
        }
        if (shown.mayVoid()) {
            bar.add(RecordScreen.other(
                    VOID,
                    t("supervision.void"),
                    () -> ask("void", reason -> service.markVoided(current.get(), shown.id(), reason))));
        }
        if (shown.mayMove()) {
            bar.add(RecordScreen.other(MOVE, t("supervision.move"), this::move));
            bar.add(RecordScreen.other(CANCEL, t("supervision.cancel"), this::cancel));
        }
        if (shown.mayEdit() && shown.state() != RecordState.RETURNED) {
            bar.add(RecordScreen.other(DELETE, t("delete"), this::delete));
        }
        return bar.toArray(Component[]::new);
    }

    private void send() {
        view.step(
                () -> service.send(
                        current.get(), view.session().id(), view.session().version()),
                t("supervision.send.done", view.session().supervisorName()));
    }

    private void sign() {
        if (!view.kept()) {
            return;
        }
        Supervision session = view.session();
        new Confirm(
                        t("supervision.sign.title"),
                        t(
                                "supervision.sign.text",
                                session.doctorName(),
                                Dates.day(session.date(), current.get().locale())),
                        t("supervision.sign"),
                        () -> view.step(this::signed, t("supervision.sign.done", session.doctorName())))
                .open();
    }

    private Supervision signed() {
        Supervision session = view.session();
        Supervision sent = session.maySign() ? session : service.send(current.get(), session.id(), session.version());
        return service.sign(current.get(), sent.id(), sent.version());
    }

    private interface WithReason {
        Supervision act(String reason);
    }

    private void ask(String what, WithReason action) {
        String key = "supervision." + what;
        String doctor = view.session().doctorName();
        new ReasonDialog(
                        t(key + ".title"),
                        t(key + ".text", doctor),
                        t(key),
                        reason -> view.after(action.act(reason), t(key + ".done", doctor)))
                .open();
    }

    private void move() {
        if (view.kept()) {
            Supervision session = view.session();
            MoveDialog.move(
                    session,
                    current.get().locale(),
                    (day, rest) -> series.moved(current.get(), session.id(), day, rest),
                    move -> view.after(
                            plans.move(current.get(), session.id(), session.version(), move),
                            t("supervision.move.done")));
        }
    }

    private void cancel() {
        if (view.kept()) {
            Supervision session = view.session();
            MoveDialog.cancel(
                    session,
                    (reason, rest) -> view.after(
                            plans.cancel(current.get(), session.id(), session.version(), reason, rest),
                            t("supervision.cancel.done")));
        }
    }

    private void delete() {
        Supervision gone = view.session();
        view.leave(() -> {
            service.delete(current.get(), gone.id(), gone.version());
            ProblemNotice.undo(t("supervision.deleted"), t("undo"), () -> again(gone));
        });
    }

    private void again(Supervision gone) {
        SupervisionData data = new SupervisionData(
                gone.date(), gone.supervisorId(), gone.iupReviewed(), gone.goalCodes(), gone.minutes(), gone.agreed());
        Supervision again = service.create(
                current.get(), gone.programmeId(), data, gone.state() == RecordState.PLANNED, gone.time());
        UI.getCurrent().navigate(Paths.of(Paths.SUPERVISION, again.id()));
    }

    private String t(String key, Object... arguments) {
        return view.getTranslation(key, arguments);
    }
}
