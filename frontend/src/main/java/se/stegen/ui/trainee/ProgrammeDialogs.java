package se.stegen.ui.trainee;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Locale;
import se.stegen.common.Messages;
import se.stegen.organisation.Clinic;
import se.stegen.programme.LeaveData;
import se.stegen.programme.Programme;
import se.stegen.programme.ProgrammeService;
import se.stegen.ui.Choices;
import se.stegen.ui.Colleagues;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.Dates;
import se.stegen.ui.component.FormDialog;
import se.stegen.ui.component.PersonPicker;

/** What a studierektor, clinic head or admin changes of a programme. */
final class ProgrammeDialogs {
    static final String POST = "add-post";
    static final String SUPERVISOR = "appoint-supervisor";
    static final String LEAVE = "add-leave";

    private final ProgrammeService programmes;
    private final Colleagues colleagues;
    private final Choices choices;
    private final CurrentActor current;
    private final Programme programme;
    private final Runnable after;
    private final Locale locale = UI.getCurrent().getLocale();

    ProgrammeDialogs(
            ProgrammeService programmes,
            Colleagues colleagues,
            Choices choices,
            CurrentActor current,
            Programme programme,
            Runnable after) {
        this.programmes = programmes;
        this.colleagues = colleagues;
        this.choices = choices;
        this.current = current;
        this.programme = programme;
        this.after = after;
    }

    Button post() {
        return button(POST, "trainee.add.post", () -> {
            ComboBox<Clinic> clinic = choices.clinic(t("clinic.name"));
            DatePicker start = Dates.field(t("dates.from"), locale);
            new FormDialog(t("trainee.add.post"), t("save"), () -> {
                        Clinic chosen = clinic.getValue();
                        programmes.addPost(
                                current.get(), id(), chosen == null ? null : chosen.id(), start.getValue(), null);
                        after.run();
                    })
                    .field("clinicId", clinic)
                    .field("startDate", start)
                    .open();
        });
    }

    Button supervisor() {
        return button(SUPERVISOR, "trainee.add.main", () -> {
            PersonPicker person = new PersonPicker(t("supervision.supervisor"), colleagues);
            DatePicker from = Dates.field(t("dates.from"), locale);
            new FormDialog(t("trainee.add.main"), t("trainee.add.main.verb"), () -> {
                        programmes.appointMainSupervisor(current.get(), id(), person.personId(), from.getValue(), null);
                        after.run();
                    })
                    .field("personId", person.field())
                    .field("validFrom", from)
                    .open();
        });
    }

    Button leave() {
        return button(LEAVE, "trainee.add.leave", () -> {
            DatePicker from = Dates.field(t("dates.from"), locale);
            DatePicker to = Dates.field(t("dates.to"), locale);
            to.setHelperText(t("trainee.leave.open"));
            IntegerField extent = new IntegerField(t("trainee.extent.percent"));
            extent.setValue(100);
            TextField reason = new TextField(t("trainee.reason"));
            reason.setHelperText(t("trainee.reason.help"));
            new FormDialog(t("trainee.add.leave"), t("save"), () -> {
                        programmes.addLeave(
                                current.get(),
                                id(),
                                new LeaveData(from.getValue(), to.getValue(), extent.getValue(), reason.getValue()));
                        after.run();
                    })
                    .field("from", from)
                    .field("to", to)
                    .field("extent", extent)
                    .field("reason", reason)
                    .open();
        });
    }

    private Button button(String id, String key, Runnable open) {
        Button button = new Button(t(key), click -> open.run());
        button.setId(id);
        return button;
    }

    private long id() {
        return programme.facts().programmeId();
    }

    private String t(String key) {
        return Messages.get(locale, key);
    }
}
