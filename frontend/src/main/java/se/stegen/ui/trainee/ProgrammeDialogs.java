package se.stegen.ui.trainee;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import java.util.Locale;
import se.stegen.common.Messages;
import se.stegen.programme.MainSupervisor;
import se.stegen.programme.Programme;
import se.stegen.programme.ProgrammeService;
import se.stegen.ui.Colleagues;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.Dates;
import se.stegen.ui.component.FormDialog;
import se.stegen.ui.component.PersonPicker;

/** What a studierektor, clinic head or admin changes of a programme. */
final class ProgrammeDialogs {
    static final String END = "appointment-end";
    static final String SUPERVISOR = "appoint-supervisor";

    private final ProgrammeService programmes;
    private final Colleagues colleagues;
    private final CurrentActor current;
    private final Programme programme;
    private final Runnable after;
    private final Locale locale = UI.getCurrent().getLocale();

    ProgrammeDialogs(
            ProgrammeService programmes,
            Colleagues colleagues,
            CurrentActor current,
            Programme programme,
            Runnable after) {
        this.programmes = programmes;
        this.colleagues = colleagues;
        this.current = current;
        this.programme = programme;
        this.after = after;
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

    /** Ends an appointment; it can be ended later or earlier again. */
    Button endSupervisor(MainSupervisor appointment) {
        Button button = new Button(t("trainee.main.end"), click -> {
            DatePicker to = Dates.field(t("trainee.main.last"), locale);
            to.setId(END);
            to.setValue(appointment.validTo());
            to.setHelperText(t("trainee.main.end.help"));
            new FormDialog(t("trainee.main.end.title", appointment.personName()), t("save"), () -> {
                        programmes.endMainSupervisor(current.get(), id(), appointment.id(), to.getValue());
                        after.run();
                    })
                    .field("validTo", to)
                    .open();
        });
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        button.setAriaLabel(t("trainee.main.end") + ": " + appointment.personName());
        return button;
    }

    private Button button(String id, String key, Runnable open) {
        Button button = new Button(t(key), click -> open.run());
        button.setId(id);
        return button;
    }

    private long id() {
        return programme.facts().programmeId();
    }

    private String t(String key, Object... arguments) {
        return Messages.get(locale, key, arguments);
    }
}
