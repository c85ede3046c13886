package se.stegen.ui.goals;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import se.stegen.coverage.AttestationService;
import se.stegen.coverage.GoalDetail;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.FormDialog;
import se.stegen.ui.component.ReasonDialog;

/** Attesting a goal and taking it back, with the questions asked before. */
final class AttestationSteps {
    static final String STATEMENT = "goal-statement";

    private static final int LONGEST = 2000;

    private final GoalView view;
    private final AttestationService service;
    private final CurrentActor current;
    private final GoalDetail goal;
    private final String doctor;

    AttestationSteps(GoalView view, AttestationService service, CurrentActor current, GoalDetail goal, String doctor) {
        this.view = view;
        this.service = service;
        this.current = current;
        this.goal = goal;
        this.doctor = doctor;
    }

    void attest() {
        TextArea statement = new TextArea(t("goals.attest.statement"));
        statement.setId(STATEMENT);
        statement.setHelperText(t("goals.attest.statement.help"));
        statement.setMaxLength(LONGEST);
        statement.setMinHeight("120px");
        FormDialog dialog = new FormDialog(
                t("goals.attest.title", code()),
                t("goals.attest.verb"),
                () -> view.after(
                        service.attest(current.get(), goal.programmeId(), code(), statement.getValue()),
                        t("goals.attest.done", code())));
        dialog.field(
                "", new Paragraph(t("goals.attest.text", doctor, goal.goal().evidence())));
        dialog.field("statement", statement);
        dialog.addOpenedChangeListener(opened -> {
            if (opened.isOpened()) {
                statement.focus();
            }
        });
        dialog.open();
    }

    void withdraw() {
        new ReasonDialog(
                        t("goals.withdraw.title"),
                        t("goals.withdraw.text", doctor),
                        t("goals.withdraw"),
                        reason -> view.after(
                                service.withdraw(current.get(), goal.programmeId(), code(), reason),
                                t("goals.withdraw.done")))
                .open();
    }

    private String code() {
        return goal.goal().code();
    }

    private String t(String key, Object... arguments) {
        return view.getTranslation(key, arguments);
    }
}
