package se.stegen.ui.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import se.stegen.access.AccessPolicy;
import se.stegen.common.ListPage;
import se.stegen.common.PageRequest;
import se.stegen.curriculum.Regulation;
import se.stegen.curriculum.Specialty;
import se.stegen.organisation.Clinic;
import se.stegen.programme.Programme;
import se.stegen.programme.ProgrammeData;
import se.stegen.programme.ProgrammeFacts;
import se.stegen.programme.ProgrammeService;
import se.stegen.ui.Choices;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.Dates;
import se.stegen.ui.component.EmptyState;
import se.stegen.ui.component.FormDialog;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.PersonPicker;
import se.stegen.ui.component.Screen;
import se.stegen.ui.component.Sheet;

/** All programmes; new ones begin here. */
@Route(Paths.PROGRAMMES)
@Prototype
@PermitAll
class ProgrammesView extends Screen implements BeforeEnterObserver {
    static final String NEW = "new-programme";
    static final String SEARCH = "programmes-search";
    static final String PERSON = "programme-person";
    static final String CLINIC = "programme-clinic";
    static final String REGULATION = "programme-regulation";
    static final String SPECIALTY = "programme-specialty";
    static final String START = "programme-start";

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 50;

    private final transient ProgrammeService programmes;
    private final transient Choices choices;
    private final transient AccessPolicy access;
    private final transient CurrentActor current;
    private final Div list = Html.div("card");

    ProgrammesView(ProgrammeService programmes, Choices choices, AccessPolicy access, CurrentActor current) {
        this.programmes = programmes;
        this.choices = choices;
        this.access = access;
        this.current = current;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        access.requireAdminister(current.get());
        Button create = new Button(t("programmes.new"), click -> create());
        create.setId(NEW);
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        TextField search = new TextField(t("trainees.search"));
        search.setId(SEARCH);
        search.setWidthFull();
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> fill(change.getValue()));
        begin(t("programmes.title")).actions(create);
        add(new AdminTabs(Paths.PROGRAMMES), Html.div("card", search), list);
        fill("");
    }

    private void fill(String text) {
        ListPage<ProgrammeFacts> page = programmes.list(current.get(), text, null, new PageRequest(0, SHOWN));
        list.removeAll();
        if (page.items().isEmpty()) {
            list.add(new EmptyState(t("programmes.empty")));
            return;
        }
        Sheet sheet = new Sheet(
                t("programmes.title"),
                List.of(
                        t("supervision.doctor"),
                        t("trainee.specialty"),
                        t("clinic.name"),
                        t("trainee.main"),
                        t("trainee.start")));
        for (ProgrammeFacts one : page.items()) {
            String clinic = one.clinicName();
            String supervisor = one.mainSupervisorName();
            sheet.row(
                    Html.link(Paths.of(Paths.TRAINEE, one.programmeId()), one.personName()),
                    new Span(one.specialtyName()),
                    new Span(clinic == null ? "–" : clinic),
                    new Span(supervisor == null ? t("trainee.no.main") : supervisor),
                    new Span(day(one.startDate())));
        }
        list.add(sheet);
        if (page.total() > page.items().size()) {
            list.add(Html.text("p", t("people.more", Integer.toString(SHOWN), Long.toString(page.total()))));
        }
    }

    private void create() {
        PersonPicker person = choices.person(t("supervision.doctor"));
        ComboBox<Clinic> clinic = choices.clinic(t("clinic.name"));
        Select<Regulation> regulation = new Select<>();
        regulation.setLabel(t("trainee.regulation"));
        regulation.setItems(Regulation.values());
        regulation.setItemLabelGenerator(one -> t("regulation." + one.code()));
        regulation.setValue(Regulation.HSLF_2021);
        ComboBox<Specialty> specialty = choices.specialty(t("trainee.specialty"), null);
        DatePicker start = Dates.field(t("trainee.start"), getLocale());
        IntegerField months = new IntegerField(t("trainee.length.months"));
        months.setHelperText(t("trainee.length.help"));
        IntegerField rate = new IntegerField(t("trainee.rate.percent"));
        rate.setValue(100);
        person.field().setId(PERSON);
        clinic.setId(CLINIC);
        regulation.setId(REGULATION);
        specialty.setId(SPECIALTY);
        start.setId(START);
        new FormDialog(t("programmes.new"), t("save"), () -> {
                    Clinic at = clinic.getValue();
                    Specialty chosen = specialty.getValue();
                    Programme made = programmes.create(
                            current.get(),
                            new ProgrammeData(
                                    person.personId(),
                                    at == null ? null : at.id(),
                                    regulation.getValue().code(),
                                    chosen == null ? null : chosen.code(),
                                    start.getValue(),
                                    months.getValue(),
                                    rate.getValue()));
                    getUI().ifPresent(ui ->
                            ui.navigate(Paths.of(Paths.TRAINEE, made.facts().programmeId())));
                })
                .field("personId", person.field())
                .field("clinicId", clinic)
                .field("regulation", regulation)
                .field("specialtyCode", specialty)
                .field("startDate", start)
                .field("plannedMonths", months)
                .field("employmentRate", rate)
                .open();
    }
}
