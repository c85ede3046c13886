package se.stegen.ui.settings;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.time.DayOfWeek;
import se.stegen.reminder.ReminderService;
import se.stegen.reminder.ReminderSettings;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.ProblemNotice;

/** What one is reminded of by mail, and on which day; kept with each change. */
final class ReminderCard extends Div {
    static final String DIGEST = "digest";
    static final String WEEKDAY = "reminder-weekday";
    static final String KIND = "reminder-";

    private static final long serialVersionUID = 1L;

    private final transient ReminderService reminders;
    private final transient CurrentActor current;
    private final Checkbox on = new Checkbox(getTranslation("settings.digest.label"));
    private final Select<DayOfWeek> weekday = new Select<>();
    private final Checkbox toSign = kind("sign");
    private final Checkbox plan = kind("plan");
    private final Checkbox meetings = kind("meetings");
    private final Checkbox clinic = kind("clinic");

    ReminderCard(ReminderService reminders, CurrentActor current) {
        this.reminders = reminders;
        this.current = current;
        addClassName("card");
        on.setId(DIGEST);
        on.setHelperText(getTranslation("settings.digest.help"));
        weekday.setId(WEEKDAY);
        weekday.setLabel(getTranslation("settings.reminder.weekday"));
        weekday.setItems(DayOfWeek.values());
        weekday.setItemLabelGenerator(day -> getTranslation("weekday." + day));
        ReminderSettings kept = reminders.settings(current.get());
        on.setValue(kept.on());
        weekday.setValue(kept.weekday());
        toSign.setValue(kept.toSign());
        plan.setValue(kept.plan());
        meetings.setValue(kept.meetings());
        clinic.setValue(kept.clinic());
        Div more = Html.div("fields", weekday, toSign, plan, meetings);
        if (current.get().hasAnywhere(se.stegen.access.Role.STUDIEREKTOR)) {
            more.add(clinic);
        }
        more.setVisible(kept.on());
        on.addValueChangeListener(change -> {
            more.setVisible(change.getValue());
            save();
        });
        weekday.addValueChangeListener(change -> save());
        for (Checkbox box : new Checkbox[] {toSign, plan, meetings, clinic}) {
            box.addValueChangeListener(change -> save());
        }
        add(Html.text("h2", getTranslation("settings.digest")), Html.div("fields", on, more));
    }

    private Checkbox kind(String name) {
        Checkbox box = new Checkbox(getTranslation("settings.reminder." + name));
        box.setId(KIND + name);
        return box;
    }

    private void save() {
        reminders.save(
                current.get(),
                new ReminderSettings(
                        on.getValue(),
                        weekday.getValue(),
                        toSign.getValue(),
                        plan.getValue(),
                        meetings.getValue(),
                        clinic.getValue()));
        ProblemNotice.done(getTranslation("settings.digest.done"));
    }
}
