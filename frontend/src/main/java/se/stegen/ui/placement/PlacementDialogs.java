package se.stegen.ui.placement;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.TextField;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import se.stegen.common.Messages;
import se.stegen.common.Today;
import se.stegen.curriculum.CurriculumService;
import se.stegen.organisation.Clinic;
import se.stegen.organisation.OrganisationService;
import se.stegen.placement.Placement;
import se.stegen.placement.PlacementData;
import se.stegen.placement.PlacementService;
import se.stegen.programme.ProgrammeFacts;
import se.stegen.ui.Choices;
import se.stegen.ui.Colleagues;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.Dates;
import se.stegen.ui.component.FormDialog;
import se.stegen.ui.component.GoalPicker;
import se.stegen.ui.component.PeriodField;
import se.stegen.ui.component.PersonPicker;

/** What a studierektor or clinic head writes of a placement, and its supervisor of the introduction. */
@Singleton
class PlacementDialogs {
    static final String TITLE = "placement-title";
    static final String CLINIC = "placement-clinic";
    static final String SUPERVISOR = "placement-supervisor";
    static final String FROM = "placement-from";
    static final String TO = "placement-to";
    static final String GOALS = "placement-goals";
    static final String INTRODUCED = "placement-introduced";

    private final PlacementService placements;
    private final OrganisationService organisations;
    private final CurriculumService curricula;
    private final Colleagues colleagues;
    private final Choices choices;
    private final CurrentActor current;
    private final Today today;

    PlacementDialogs(
            PlacementService placements,
            OrganisationService organisations,
            CurriculumService curricula,
            Colleagues colleagues,
            Choices choices,
            CurrentActor current,
            Today today) {
        this.placements = placements;
        this.organisations = organisations;
        this.curricula = curricula;
        this.colleagues = colleagues;
        this.choices = choices;
        this.current = current;
        this.today = today;
    }

    /** A new placement, or a change of one. */
    void edit(ProgrammeFacts programme, @Nullable Placement known, Consumer<Placement> after) {
        Locale locale = UI.getCurrent().getLocale();
        TextField title = new TextField(t(locale, "placement.title"));
        title.setId(TITLE);
        ComboBox<Clinic> clinic = choices.clinic(t(locale, "clinic.name"));
        clinic.setId(CLINIC);
        clinic.setClearButtonVisible(true);
        clinic.setHelperText(t(locale, "placement.clinic.help"));
        PersonPicker supervisor = new PersonPicker(t(locale, "supervision.supervisor"), colleagues);
        supervisor.field().setId(SUPERVISOR);
        supervisor.field().setClearButtonVisible(true);
        supervisor.field().setHelperText(t(locale, "placement.supervisor.help"));
        PeriodField period = new PeriodField(t(locale, "dates.from"), t(locale, "dates.to"));
        period.from().setId(FROM);
        period.to().setId(TO);
        GoalPicker goals =
                new GoalPicker(t(locale, "trainee.goals"), curricula.goalsOf(current.get(), programme.curriculumId()));
        goals.setId(GOALS);
        if (known != null) {
            fill(known, title, clinic, supervisor, period, goals);
        }
        FormDialog dialog = new FormDialog(
                t(locale, known == null ? "placement.new" : "placement.change"), t(locale, "save"), () -> {
                    Clinic at = clinic.getValue();
                    PlacementData data = new PlacementData(
                            title.getValue(),
                            at == null ? null : (Long) at.id(),
                            supervisor.personId(),
                            period.from().getValue(),
                            period.to().getValue(),
                            goals.codes());
                    after.accept(
                            known == null
                                    ? placements.add(current.get(), programme.programmeId(), data)
                                    : placements.change(
                                            current.get(), programme.programmeId(), known.id(), known.version(), data));
                });
        dialog.field("title", title)
                .field("clinicId", clinic)
                .field("supervisorId", supervisor.field())
                .field("from", period.from())
                .field("to", period.to())
                .field("goalCodes", goals)
                .open();
    }

    /** When the doctor was introduced; an empty day takes it back. */
    void introduce(long programmeId, Placement placement, Consumer<Placement> after) {
        Locale locale = UI.getCurrent().getLocale();
        DatePicker day = Dates.field(t(locale, "placement.introduced.on"), locale);
        day.setId(INTRODUCED);
        day.setClearButtonVisible(true);
        day.setMax(today.date());
        day.setMin(placement.from().minusDays(30));
        day.setHelperText(t(locale, "placement.introduced.help"));
        day.setValue(placement.introducedOn());
        new FormDialog(
                        t(locale, "placement.introduced.title"),
                        t(locale, "save"),
                        () -> after.accept(placements.introduce(
                                current.get(), programmeId, placement.id(), placement.version(), day.getValue())))
                .field("introducedOn", day)
                .open();
    }

    private void fill(
            Placement known,
            TextField title,
            ComboBox<Clinic> clinic,
            PersonPicker supervisor,
            PeriodField period,
            GoalPicker goals) {
        title.setValue(known.title());
        Long clinicId = known.clinicId();
        if (clinicId != null) {
            clinic.setValue(organisations.clinic(current.get(), clinicId));
        }
        Long supervisorId = known.supervisorId();
        String name = known.supervisorName();
        if (supervisorId != null && name != null) {
            supervisor.field().setValue(new PersonPicker.Choice(supervisorId, name, ""));
        }
        period.from().setValue(known.from());
        period.to().setValue(known.to());
        goals.setValue(Set.copyOf(known.goalCodes()));
    }

    private static String t(Locale locale, String key) {
        return Messages.get(locale, key);
    }
}
