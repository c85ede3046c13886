package se.stegen.ui.time;

import static se.stegen.ui.time.Editing.day;
import static se.stegen.ui.time.Editing.end;
import static se.stegen.ui.time.Editing.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import se.stegen.programme.Leave;
import se.stegen.programme.LeaveData;
import se.stegen.programme.LeaveService;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.Confirm;
import se.stegen.ui.component.EmptyState;
import se.stegen.ui.component.FormDialog;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.PeriodField;
import se.stegen.ui.component.Sheet;

/** The leaves of a programme; who manages it adds, changes and removes them. */
@Singleton
public final class LeaveCard {
    /** Id of the button that adds one. */
    public static final String ADD = "add-leave";

    private final LeaveService leaves;
    private final CurrentActor current;

    LeaveCard(LeaveService leaves, CurrentActor current) {
        this.leaves = leaves;
        this.current = current;
    }

    /** The card. */
    public Div of(List<Leave> all, Editing editing) {
        Div card = Html.div("card", Html.text("h2", t("trainee.leaves")));
        List<String> columns =
                new ArrayList<>(List.of(t("dates.from"), t("dates.to"), t("trainee.extent"), t("trainee.reason")));
        if (editing.allowed()) {
            columns.add(t("time.change"));
        }
        Sheet sheet = new Sheet(t("trainee.leaves"), columns);
        for (Leave leave : all) {
            String reason = leave.reason();
            List<Component> cells = new ArrayList<>(List.of(
                    new Span(day(leave.from())),
                    new Span(end(leave.to())),
                    new Span(leave.extent() + " %"),
                    new Span(reason == null ? "–" : reason)));
            if (editing.allowed()) {
                String which = t("time.leave.of", day(leave.from()));
                cells.add(Editing.buttons(
                        Editing.small("admin.change", which, () -> open(leave, editing)),
                        Editing.small("delete", which, () -> remove(leave, editing))));
            }
            sheet.row(cells.toArray(Component[]::new));
        }
        card.add(all.isEmpty() ? new EmptyState(t("trainee.leaves.empty")) : sheet);
        if (editing.allowed()) {
            card.add(Editing.add(ADD, "trainee.add.leave", () -> open(null, editing)));
        }
        return card;
    }

    private void open(@Nullable Leave leave, Editing editing) {
        PeriodField days = new PeriodField(t("dates.from"), t("dates.to"));
        days.to().setHelperText(t("trainee.leave.open"));
        IntegerField extent = new IntegerField(t("trainee.extent.percent"));
        extent.setHelperText(t("time.extent.help"));
        extent.setValue(leave == null ? 100 : leave.extent());
        TextField reason = new TextField(t("trainee.reason"));
        reason.setHelperText(t(leave == null || leave.seesReason() ? "trainee.reason.help" : "time.reason.keep"));
        days.from().setId("leave-from");
        days.to().setId("leave-to");
        extent.setId("leave-extent");
        reason.setId("leave-reason");
        if (leave != null) {
            days.from().setValue(leave.from());
            days.to().setValue(leave.to());
            String said = leave.reason();
            reason.setValue(said == null ? "" : said);
        }
        String title =
                leave == null ? t("trainee.add.leave") : t("admin.change.of", t("time.leave.of", day(leave.from())));
        new FormDialog(title, t("save"), () -> {
                    LeaveData data = new LeaveData(
                            days.from().getValue(), days.to().getValue(), extent.getValue(), reason.getValue());
                    if (leave == null) {
                        leaves.add(current.get(), editing.programmeId(), data);
                    } else {
                        leaves.change(current.get(), editing.programmeId(), leave.id(), leave.version(), data);
                    }
                    editing.refresh().accept(ADD);
                })
                .field("from", days.from())
                .field("to", days.to())
                .field("extent", extent)
                .field("reason", reason)
                .open();
    }

    /** A reason that one does not see could not be put back: then it is asked before, else it can be undone after. */
    private void remove(Leave leave, Editing editing) {
        Runnable removal = () -> leaves.remove(current.get(), editing.programmeId(), leave.id(), leave.version());
        if (leave.seesReason()) {
            LeaveData data = new LeaveData(leave.from(), leave.to(), leave.extent(), leave.reason());
            editing.remove(
                    t("time.leave.removed"),
                    ADD,
                    removal,
                    () -> leaves.add(current.get(), editing.programmeId(), data));
            return;
        }
        new Confirm(t("time.leave.remove.title"), t("time.leave.remove.text"), t("delete"), () -> {
                    if (Editing.attempt(removal)) {
                        editing.refresh().accept(ADD);
                    }
                })
                .open();
    }
}
