package se.stegen.ui.collegium;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.stream.Collectors;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.collegium.CollegiumCompetence;
import se.stegen.collegium.CollegiumListItem;
import se.stegen.collegium.CollegiumService;
import se.stegen.organisation.OrganisationService;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.EmptyState;
import se.stegen.ui.component.FormDialog;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.PageHead;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.ProblemNotice;
import se.stegen.ui.component.RecordScreen;
import se.stegen.ui.component.Screen;
import se.stegen.ui.component.Sheet;

/** A clinic's collegia; a reviewer sees that and when they were held. */
@Route(Paths.COLLEGIA)
@Prototype
@PermitAll
class CollegiaView extends Screen implements HasUrlParameter<Long> {
    static final String PLAN = "collegium-plan-new";
    static final String COMPETENCES = "collegium-competences";
    static final String NAMES = "collegium-competence-names";

    private static final long serialVersionUID = 1L;

    private final transient CollegiumService collegia;
    private final transient OrganisationService organisations;
    private final transient AccessPolicy access;
    private final transient CurrentActor current;

    CollegiaView(
            CollegiumService collegia, OrganisationService organisations, AccessPolicy access, CurrentActor current) {
        this.collegia = collegia;
        this.organisations = organisations;
        this.access = access;
        this.current = current;
    }

    @Override
    public void setParameter(BeforeEvent event, Long clinicId) {
        show(clinicId);
    }

    private void show(long clinicId) {
        Actor actor = current.get();
        List<CollegiumListItem> all = collegia.list(actor, clinicId);
        boolean keeps = access.mayKeepCollegia(actor, clinicId);
        PageHead head = begin(t("collegium.list.title"));
        head.line(Html.link(
                Paths.of(Paths.CLINIC, clinicId),
                organisations.clinic(actor, clinicId).name()));
        if (keeps) {
            var plan = Html.button(Paths.of(Paths.COLLEGIUM_PLAN, clinicId), t("collegium.plan"), true);
            plan.setId(PLAN);
            head.actions(
                    RecordScreen.other(COMPETENCES, t("collegium.competences"), () -> competences(clinicId)), plan);
        }
        if (all.isEmpty()) {
            add(Html.div("card", new EmptyState(t(keeps ? "collegium.empty" : "collegium.empty.reviewer"))));
            return;
        }
        Sheet sheet = new Sheet(
                t("collegium.list.title"),
                List.of(
                        t("collegium.day"),
                        t("collegium.state"),
                        t("collegium.doctors"),
                        t("collegium.outcomes"),
                        t("collegium.answered")));
        for (CollegiumListItem one : all) {
            String day = day(one.date()) + (one.startsAt() == null ? "" : " " + one.startsAt());
            sheet.row(
                    keeps ? Html.link(Paths.of(Paths.COLLEGIUM, one.id()), day) : new Span(day),
                    new CollegiumBadge(one.state()),
                    new Span(Integer.toString(one.doctors())),
                    new Span(t("of", Integer.toString(one.judged()), Integer.toString(one.doctors()))),
                    new Span(t("of", Integer.toString(one.answered()), Integer.toString(one.specialists()))));
        }
        add(Html.div("card", sheet));
    }

    private void competences(long clinicId) {
        TextArea names = new TextArea(t("collegium.competences"));
        names.setId(NAMES);
        names.setHelperText(t("collegium.competences.help"));
        names.setMinHeight("200px");
        names.setValue(collegia.competences(current.get(), clinicId).stream()
                .map(CollegiumCompetence::own)
                .filter(own -> !own.isEmpty())
                .collect(Collectors.joining("\n")));
        names.setPlaceholder(CollegiumCompetence.BUILT_IN.stream()
                .map(one -> one.name(getLocale()))
                .collect(Collectors.joining("\n")));
        new FormDialog(t("collegium.competences.title"), t("save"), () -> {
                    collegia.name(
                            current.get(), clinicId, List.of(names.getValue().split("\\R", -1)));
                    ProblemNotice.done(t("collegium.competences.saved"));
                })
                .field("names", names)
                .open();
    }
}
