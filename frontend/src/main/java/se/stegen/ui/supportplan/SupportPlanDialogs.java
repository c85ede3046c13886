package se.stegen.ui.supportplan;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.timepicker.TimePicker;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import se.stegen.common.Messages;
import se.stegen.common.Today;
import se.stegen.supportplan.FollowUp;
import se.stegen.supportplan.SupportOutcome;
import se.stegen.supportplan.SupportPlan;
import se.stegen.supportplan.SupportPlanData;
import se.stegen.supportplan.SupportPlanService;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.Dates;
import se.stegen.ui.component.FormDialog;

/** Opens, changes, follows up and ends a support plan. */
@Singleton
class SupportPlanDialogs {
    static final String REASON = "support-reason";
    static final String PLAN_CHANGES = "support-plan-changes";
    static final String EFFORTS = "support-efforts";
    static final String DEMANDS = "support-demands";
    static final String DUE = "support-due";
    static final String TIME = "support-time";
    static final String HELD = "support-held";
    static final String RESULT = "support-result";
    static final String OUTCOME = "support-outcome";
    static final String NOTE = "support-note";

    private static final int STEP_MINUTES = 15;

    private final SupportPlanService plans;
    private final CurrentActor current;
    private final Today today;

    SupportPlanDialogs(SupportPlanService plans, CurrentActor current, Today today) {
        this.plans = plans;
        this.current = current;
        this.today = today;
    }

    void open(long programmeId, Consumer<SupportPlan> after) {
        Fields fields = new Fields(null);
        fields.in(new FormDialog(
                t("support.open"),
                t("support.open.verb"),
                () -> after.accept(plans.open(current.get(), programmeId, fields.data()))));
    }

    void change(SupportPlan plan, Consumer<SupportPlan> after) {
        Fields fields = new Fields(plan);
        fields.in(new FormDialog(
                t("support.change"),
                t("save"),
                () -> after.accept(plans.change(current.get(), plan.id(), plan.version(), fields.data()))));
    }

    void followUp(SupportPlan plan, @Nullable FollowUp known, Consumer<SupportPlan> after) {
        DatePicker due = Dates.field(t("meeting.date"), locale());
        due.setId(DUE);
        due.setMin(today.date());
        TimePicker time = new TimePicker(t("meeting.time"));
        time.setId(TIME);
        time.setLocale(Messages.SWEDISH);
        time.setStep(Duration.ofMinutes(STEP_MINUTES));
        time.setClearButtonVisible(true);
        if (known != null) {
            due.setValue(known.due());
            time.setValue(known.startsAt());
        }
        new FormDialog(
                        t(known == null ? "support.follow.add" : "support.follow.move"),
                        t("save"),
                        () -> after.accept(
                                known == null
                                        ? plans.addFollowUp(current.get(), plan.id(), due.getValue(), time.getValue())
                                        : plans.moveFollowUp(
                                                current.get(),
                                                plan.id(),
                                                known.id(),
                                                known.version(),
                                                due.getValue(),
                                                time.getValue())))
                .field("due", due)
                .field("startsAt", time)
                .open();
    }

    void result(SupportPlan plan, FollowUp followUp, Consumer<SupportPlan> after) {
        DatePicker held = Dates.field(t("meeting.held.on"), locale());
        held.setId(HELD);
        held.setMax(today.date());
        held.setValue(followUp.due().isAfter(today.date()) ? today.date() : followUp.due());
        TextArea result = area(RESULT, "support.result", "");
        new FormDialog(
                        t("support.follow.result"),
                        t("save"),
                        () -> after.accept(plans.noteResult(
                                current.get(),
                                plan.id(),
                                followUp.id(),
                                followUp.version(),
                                held.getValue(),
                                result.getValue())))
                .field("heldOn", held)
                .field("result", result)
                .open();
    }

    void end(SupportPlan plan, Consumer<SupportPlan> after) {
        Select<SupportOutcome> outcome = new Select<>();
        outcome.setId(OUTCOME);
        outcome.setLabel(t("support.outcome"));
        outcome.setItems(SupportOutcome.values());
        outcome.setItemLabelGenerator(one -> t("support.outcome." + one));
        TextArea note = area(NOTE, "support.outcome.note", "");
        new FormDialog(
                        t("support.end"),
                        t("support.end.verb"),
                        () -> after.accept(plans.end(
                                current.get(), plan.id(), plan.version(), outcome.getValue(), note.getValue())))
                .field("outcome", outcome)
                .field("note", note)
                .open();
    }

    private static final class Fields {
        private final TextArea reason;
        private final TextArea planChanges;
        private final TextArea efforts;
        private final TextArea demands;

        Fields(@Nullable SupportPlan known) {
            reason = area(REASON, "support.reason", known == null ? "" : known.reason());
            planChanges = area(PLAN_CHANGES, "support.plan.changes", known == null ? "" : known.planChanges());
            efforts = area(EFFORTS, "support.efforts", known == null ? "" : known.efforts());
            demands = area(DEMANDS, "support.demands", known == null ? "" : known.demands());
        }

        void in(FormDialog dialog) {
            dialog.field("reason", reason)
                    .field("planChanges", planChanges)
                    .field("efforts", efforts)
                    .field("demands", demands)
                    .open();
        }

        SupportPlanData data() {
            return new SupportPlanData(
                    reason.getValue(), planChanges.getValue(), efforts.getValue(), demands.getValue());
        }
    }

    private static TextArea area(String id, String key, String value) {
        TextArea area = new TextArea(t(key));
        area.setId(id);
        area.setHelperText(t(key + ".help"));
        area.setMinHeight("90px");
        area.setValue(value);
        return area;
    }

    private static Locale locale() {
        return UI.getCurrent().getLocale();
    }

    private static String t(String key) {
        return Messages.get(locale(), key);
    }
}
