package se.stegen.ui.trainee;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import io.micronaut.core.annotation.Nullable;
import jakarta.annotation.security.PermitAll;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.stegen.access.Actor;
import se.stegen.common.PageRequest;
import se.stegen.coverage.CoverageService;
import se.stegen.coverage.GoalStanding;
import se.stegen.guideline.ComplianceService;
import se.stegen.guideline.TraineeCompliance;
import se.stegen.programme.ProgrammeFacts;
import se.stegen.programme.ProgrammeService;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.EmptyState;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Lights;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.Screen;
import se.stegen.ui.component.Sheet;

/** The doctors that one supervises or leads. */
@Route(Paths.TRAINEES)
@Prototype
@PermitAll
class TraineeListView extends Screen implements BeforeEnterObserver {
    static final String SEARCH = "trainees-search";

    private static final long serialVersionUID = 1L;

    private final transient ProgrammeService programmes;
    private final transient ComplianceService compliance;
    private final transient CoverageService coverage;
    private final transient CurrentActor current;
    private final Div list = Html.div("card");

    TraineeListView(
            ProgrammeService programmes, ComplianceService compliance, CoverageService coverage, CurrentActor current) {
        this.programmes = programmes;
        this.compliance = compliance;
        this.coverage = coverage;
        this.current = current;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Actor actor = current.get();
        TextField search = new TextField(t("trainees.search"));
        search.setId(SEARCH);
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> fill(change.getValue()));
        begin(t(actor.ledClinics().isEmpty() ? "nav.trainees" : "nav.trainees.led"))
                .actions(search);
        add(list);
        fill("");
    }

    private void fill(String text) {
        Actor actor = current.get();
        List<ProgrammeFacts> found = programmes.list(actor, text, null, PageRequest.first()).items().stream()
                .filter(programme -> programme.personId() != actor.personId())
                .toList();
        list.removeAll();
        if (found.isEmpty()) {
            list.add(new EmptyState(t(text.isBlank() ? "trainees.empty" : "trainees.none")));
            return;
        }
        Map<Long, TraineeCompliance> standing = new HashMap<>();
        compliance.supervised(actor).forEach(doctor -> standing.put(doctor.traineeId(), doctor));
        compliance.doctors(actor).forEach(doctor -> standing.put(doctor.traineeId(), doctor));
        Map<Long, GoalStanding> goals = coverage.standings(
                actor, found.stream().map(ProgrammeFacts::programmeId).toList());
        Sheet sheet = new Sheet(
                t("nav.trainees.led"),
                List.of(
                        t("supervision.doctor"),
                        t("clinic.name"),
                        t("trainee.main"),
                        t("goals.title"),
                        t("trainee.standing")));
        sheet.addClassName("trainees");
        for (ProgrammeFacts programme : found) {
            TraineeCompliance doctor = standing.get(programme.programmeId());
            String clinic = programme.clinicName();
            String supervisor = programme.mainSupervisorName();
            Component lights = doctor == null
                    ? new Span("–")
                    : Lights.of(doctor, getLocale()).div("");
            sheet.row(
                    Html.div(
                            "",
                            Html.link(Paths.of(Paths.TRAINEE, programme.programmeId()), programme.personName()),
                            Html.text(
                                    "small",
                                    doctor == null
                                            ? programme.specialtyName()
                                            : programme.specialtyName() + " · "
                                                    + Lights.standing(doctor, getLocale()))),
                    new Span(clinic == null ? "–" : clinic),
                    new Span(supervisor == null ? t("trainee.no.main") : supervisor),
                    goals(programme, goals.get(programme.programmeId())),
                    lights);
        }
        list.add(sheet);
    }

    private Component goals(ProgrammeFacts programme, @Nullable GoalStanding standing) {
        if (standing == null) {
            return new Span("–");
        }
        return new Div(
                Html.link(
                        Paths.of(Paths.GOALS, programme.programmeId()),
                        t("goals.standing", Integer.toString(standing.attested()), Integer.toString(standing.goals()))),
                Html.text(
                        "small",
                        t(
                                "goals.standing.more",
                                Integer.toString(standing.evidenced()),
                                Integer.toString(standing.covered()))));
    }
}
