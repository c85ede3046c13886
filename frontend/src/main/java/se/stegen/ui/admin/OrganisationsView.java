package se.stegen.ui.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import io.micronaut.core.annotation.Nullable;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.stegen.access.AccessPolicy;
import se.stegen.common.PageRequest;
import se.stegen.curriculum.Specialty;
import se.stegen.guideline.GuidelineName;
import se.stegen.guideline.GuidelineService;
import se.stegen.organisation.Clinic;
import se.stegen.organisation.ClinicData;
import se.stegen.organisation.Organisation;
import se.stegen.organisation.OrganisationData;
import se.stegen.organisation.OrganisationKind;
import se.stegen.organisation.OrganisationService;
import se.stegen.programme.ClinicClosing;
import se.stegen.programme.ClinicClosingService;
import se.stegen.ui.Choices;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.EmptyState;
import se.stegen.ui.component.FormDialog;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.Screen;
import se.stegen.ui.component.Sheet;

/** Regions, providers, hospitals and their clinics. */
@Route(Paths.ADMIN)
@Prototype
@PermitAll
class OrganisationsView extends Screen implements BeforeEnterObserver {
    static final String NEW_ORGANISATION = "new-organisation";
    static final String NEW_CLINIC = "new-clinic";
    static final String NAME = "organisation-name";
    static final String KIND = "organisation-kind";
    static final String PARENT = "organisation-parent";
    static final String GUIDELINE = "organisation-guideline";
    static final String CLINIC_GUIDELINE = "clinic-guideline";
    static final String CLINIC_NAME = "clinic-name";
    static final String CLINIC_OF = "clinic-of";
    static final String CLINIC_SPECIALTY = "clinic-specialty";

    static final String CLOSE = "clinic-close-";

    private static final long serialVersionUID = 1L;

    private final transient OrganisationService organisations;
    private final transient GuidelineService guidelines;
    private final transient ClinicClosingService closings;
    private final transient Choices choices;
    private final transient AccessPolicy access;
    private final transient CurrentActor current;

    OrganisationsView(
            OrganisationService organisations,
            GuidelineService guidelines,
            ClinicClosingService closings,
            Choices choices,
            AccessPolicy access,
            CurrentActor current) {
        this.organisations = organisations;
        this.guidelines = guidelines;
        this.closings = closings;
        this.choices = choices;
        this.access = access;
        this.current = current;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        access.requireAdminister(current.get());
        show();
    }

    private void show() {
        Button organisation = new Button(t("admin.new.organisation"), click -> edit((Organisation) null));
        organisation.setId(NEW_ORGANISATION);
        Button clinic = new Button(t("admin.new.clinic"), click -> edit((Clinic) null));
        clinic.setId(NEW_CLINIC);
        clinic.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        begin(t("admin.organisations")).actions(organisation, clinic);
        add(new AdminTabs(Paths.ADMIN));
        Map<String, String> names = guidelines();
        organisationCard(names);
        clinicCard(names);
    }

    private void organisationCard(Map<String, String> names) {
        Sheet sheet = new Sheet(
                t("admin.organisations"),
                List.of(t("admin.name"), t("admin.kind"), t("admin.parent"), t("admin.guideline"), t("admin.change")));
        List<Organisation> all = organisations
                .organisations(current.get(), "", PageRequest.first())
                .items();
        for (Organisation one : all) {
            sheet.row(
                    Html.text("b", one.name()),
                    new Span(t("organisation." + one.kind())),
                    new Span(or(one.parentName())),
                    new Span(guideline(names, one.guidelineCode())),
                    change(one.name(), () -> edit(one)));
        }
        Div card = card(t("admin.organisations"));
        card.add(all.isEmpty() ? new EmptyState(t("admin.organisations.empty")) : sheet);
        add(card);
    }

    private void clinicCard(Map<String, String> names) {
        Sheet sheet = new Sheet(
                t("admin.clinics"),
                List.of(
                        t("clinic.name"),
                        t("admin.organisation"),
                        t("trainee.specialty"),
                        t("admin.guideline"),
                        t("admin.change")));
        List<Clinic> all =
                organisations.clinics(current.get(), "", PageRequest.first()).items();
        Map<Long, ClinicClosing> closed = closings.all(current.get()).stream()
                .collect(Collectors.toMap(ClinicClosing::clinicId, Function.identity()));
        for (Clinic one : all) {
            ClinicClosing closing = closed.get(one.id());
            Div name = Html.div("", Html.text("b", one.name()));
            if (closing != null) {
                name.add(Html.tag("div", Html.text("small", closing(closing))));
            }
            sheet.row(
                    name,
                    new Span(one.organisationName()),
                    new Span(or(one.specialtyName())),
                    new Span(guideline(names, one.guidelineCode())),
                    Html.div("row-actions", change(one.name(), () -> edit(one)), closing(one, closing)));
        }
        Div card = card(t("admin.clinics"));
        card.add(all.isEmpty() ? new EmptyState(t("admin.clinics.empty")) : sheet);
        add(card);
    }

    private String closing(ClinicClosing closing) {
        String into = closing.mergedIntoName();
        return into == null
                ? t("closing.closed", day(closing.lastDay()))
                : t("closing.merged", day(closing.lastDay()), into);
    }

    /** Closes the clinic, or opens it again. */
    private Button closing(Clinic clinic, @Nullable ClinicClosing closing) {
        Button button = closing == null
                ? new Button(
                        t("closing.open"),
                        click -> new ClosingDialog(
                                        closings, current, clinic, choices.clinic(t("closing.into")), getLocale())
                                .open(this::show))
                : new Button(
                        t("closing.reopen"),
                        click -> attempt(() -> {
                            closings.reopen(current.get(), clinic.id());
                            show();
                        }));
        button.setId(CLOSE + clinic.id());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        button.setAriaLabel(button.getText() + ": " + clinic.name());
        return button;
    }

    private Button change(String name, Runnable action) {
        Button button = new Button(t("admin.change"), click -> action.run());
        button.setAriaLabel(t("admin.change.of", name));
        return button;
    }

    private void edit(@Nullable Organisation known) {
        TextField name = new TextField(t("admin.name"));
        Select<OrganisationKind> kind = new Select<>();
        kind.setLabel(t("admin.kind"));
        kind.setItems(OrganisationKind.values());
        kind.setItemLabelGenerator(one -> t("organisation." + one));
        ComboBox<Organisation> parent = choices.organisation(t("admin.parent"));
        Select<GuidelineName> guideline = choices.guideline(
                t("admin.guideline"), t("admin.guideline.inherits"), known == null ? null : known.guidelineCode());
        guideline.setHelperText(t("admin.guideline.help"));
        guideline.setId(GUIDELINE);
        name.setId(NAME);
        kind.setId(KIND);
        parent.setId(PARENT);
        if (known != null) {
            name.setValue(known.name());
            kind.setValue(known.kind());
            Long above = known.parentId();
            if (above != null) {
                parent.setValue(organisations.organisation(current.get(), above));
            }
        }
        new FormDialog(t(known == null ? "admin.new.organisation" : "admin.change"), t("save"), () -> {
                    Organisation above = parent.getValue();
                    OrganisationData data = new OrganisationData(
                            name.getValue(), kind.getValue(), above == null ? null : above.id(), code(guideline));
                    if (known == null) {
                        organisations.createOrganisation(current.get(), data);
                    } else {
                        organisations.changeOrganisation(current.get(), known.id(), known.version(), data);
                    }
                    show();
                })
                .field("name", name)
                .field("kind", kind)
                .field("parentId", parent)
                .field("guidelineCode", guideline)
                .open();
    }

    private void edit(@Nullable Clinic known) {
        TextField name = new TextField(t("admin.name"));
        ComboBox<Organisation> organisation = choices.organisation(t("admin.organisation"));
        ComboBox<Specialty> specialty = choices.specialty(t("trainee.specialty"), null);
        Select<GuidelineName> guideline = choices.guideline(
                t("admin.guideline"), t("admin.guideline.inherits"), known == null ? null : known.guidelineCode());
        guideline.setHelperText(t("admin.guideline.clinic.help"));
        guideline.setId(CLINIC_GUIDELINE);
        name.setId(CLINIC_NAME);
        organisation.setId(CLINIC_OF);
        specialty.setId(CLINIC_SPECIALTY);
        if (known != null) {
            name.setValue(known.name());
            organisation.setValue(organisations.organisation(current.get(), known.organisationId()));
            specialty
                    .getListDataView()
                    .getItems()
                    .filter(one -> one.code().equals(known.specialtyCode()))
                    .findFirst()
                    .ifPresent(specialty::setValue);
        }
        new FormDialog(t(known == null ? "admin.new.clinic" : "admin.change"), t("save"), () -> {
                    Organisation of = organisation.getValue();
                    Specialty chosen = specialty.getValue();
                    ClinicData data = new ClinicData(
                            name.getValue(),
                            of == null ? null : of.id(),
                            chosen == null ? null : chosen.code(),
                            code(guideline));
                    if (known == null) {
                        organisations.createClinic(current.get(), data);
                    } else {
                        organisations.changeClinic(current.get(), known.id(), known.version(), data);
                    }
                    show();
                })
                .field("name", name)
                .field("organisationId", organisation)
                .field("specialtyCode", specialty)
                .field("guidelineCode", guideline)
                .open();
    }

    private static @Nullable String code(Select<GuidelineName> field) {
        GuidelineName chosen = field.getValue();
        return chosen == null ? null : chosen.code();
    }

    /** The name of a guideline; a code that no profile has any more is shown as it is. */
    private String guideline(Map<String, String> names, @Nullable String code) {
        return code == null ? t("admin.guideline.inherits") : names.getOrDefault(code, code);
    }

    private Map<String, String> guidelines() {
        return guidelines.profiles(current.get()).stream()
                .collect(Collectors.toMap(GuidelineName::code, GuidelineName::name));
    }

    private static String or(@Nullable String text) {
        return text == null ? "–" : text;
    }
}
