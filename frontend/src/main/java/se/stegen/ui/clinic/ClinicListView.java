package se.stegen.ui.clinic;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import se.stegen.access.Actor;
import se.stegen.access.Role;
import se.stegen.guideline.ClinicCompliance;
import se.stegen.guideline.ComplianceService;
import se.stegen.guideline.GuidelineOwner;
import se.stegen.guideline.GuidelineVersionService;
import se.stegen.guideline.IndicatorCode;
import se.stegen.guideline.OrganisationComplianceService;
import se.stegen.guideline.OrganisationComplianceService.Overseen;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.EmptyState;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Lights;
import se.stegen.ui.component.Markup;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.Screen;
import se.stegen.ui.component.Sheet;
import se.stegen.ui.component.TrafficLight;

/** The clinics that the reader leads or reviews, side by side; those that are overseen stand in the organisations' tables. */
@Route(Paths.CLINICS)
@Prototype
@PermitAll
class ClinicListView extends Screen implements BeforeEnterObserver {
    private static final long serialVersionUID = 1L;

    private final transient ComplianceService compliance;
    private final transient GuidelineVersionService guidelines;
    private final transient OrganisationComplianceService organisations;
    private final transient CurrentActor current;

    ClinicListView(
            ComplianceService compliance,
            GuidelineVersionService guidelines,
            OrganisationComplianceService organisations,
            CurrentActor current) {
        this.compliance = compliance;
        this.guidelines = guidelines;
        this.organisations = organisations;
        this.current = current;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        List<Overseen> overseen = organisations.overseen(current.get());
        if (!overseen.isEmpty() && !leads(current.get())) {
            event.forwardTo(Paths.of(Paths.ORGANISATION, overseen.getFirst().id()));
            return;
        }
        List<ClinicCompliance> clinics = compliance.ownClinics(current.get());
        begin(t("nav.clinics")).line(t("clinics.line", Integer.toString(clinics.size())));
        ways(overseen);
        if (clinics.isEmpty()) {
            add(Html.div("card", new EmptyState(t("clinics.empty"))));
            return;
        }
        List<String> columns = new ArrayList<>(List.of(t("clinic.name")));
        List<IndicatorCode> asked = Arrays.stream(IndicatorCode.values())
                .filter(code -> clinics.stream()
                        .flatMap(clinic -> clinic.indicators().stream())
                        .anyMatch(light -> light.code() == code && light.asked()))
                .toList();
        asked.forEach(code -> columns.add(t("indicator.short." + code)));
        Sheet sheet = new Sheet(t("nav.clinics"), columns);
        for (ClinicCompliance clinic : clinics) {
            List<Markup> cells = new ArrayList<>();
            cells.add(Markup.tag(
                    "div",
                    "",
                    Markup.link(Paths.of(Paths.CLINIC, clinic.clinicId()), clinic.clinicName()),
                    Markup.text("small", "", t("clinic.doctors", Integer.toString(clinic.doctors())))));
            clinic.indicators().stream()
                    .filter(light -> asked.contains(light.code()))
                    .forEach(light ->
                            cells.add(TrafficLight.of(light.status(), Lights.brief(light, getLocale()), getLocale())));
            sheet.row(cells);
        }
        Div table = Html.div("card wide", sheet);
        // More columns than a screen is wide: the table scrolls by itself, with the arrow keys, too.
        table.getElement().setAttribute("tabindex", "0");
        table.getElement().setAttribute("role", "region");
        table.getElement().setAttribute("aria-label", t("nav.clinics"));
        add(table);
    }

    /** Who sees the doctors of a clinic works here; who oversees alone goes straight to the organisation. */
    private static boolean leads(Actor actor) {
        return !actor.ledClinics().isEmpty() || actor.hasAnywhere(Role.REVIEWER);
    }

    /** The organisations that the reader oversees, and the guidelines that the reader keeps. */
    private void ways(List<Overseen> overseen) {
        List<GuidelineOwner> kept = guidelines.kept(current.get());
        if (kept.isEmpty() && overseen.isEmpty()) {
            return;
        }
        HtmlContainer ways = Html.tag("nav");
        ways.addClassName("ways");
        ways.getElement().setAttribute("aria-label", t("organisation.ways"));
        overseen.stream()
                .filter(one -> one.depth() == 0)
                .forEach(one -> ways.add(
                        Html.link(Paths.of(Paths.ORGANISATION, one.id()), t("organisation.overview", one.name()))));
        kept.forEach(owner ->
                ways.add(Html.link(Paths.of(Paths.GUIDELINE, owner.id()), t("guideline.title", owner.name()))));
        add(ways);
    }
}
