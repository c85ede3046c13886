package se.stegen.ui.supervision;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import jakarta.annotation.security.PermitAll;
import java.time.LocalTime;
import java.util.List;
import se.stegen.access.Actor;
import se.stegen.common.ListPage;
import se.stegen.common.PageRequest;
import se.stegen.history.TransferredKind;
import se.stegen.programme.ProgrammeFacts;
import se.stegen.programme.ProgrammeService;
import se.stegen.signing.RecordState;
import se.stegen.supervision.PlannedSupervision;
import se.stegen.supervision.SupervisionListItem;
import se.stegen.supervision.SupervisionPlanService;
import se.stegen.supervision.SupervisionSeriesService;
import se.stegen.supervision.SupervisionService;
import se.stegen.ui.Colleagues;
import se.stegen.ui.NewRecords;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.EmptyState;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.PageHead;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.ProblemNotice;
import se.stegen.ui.component.Screen;
import se.stegen.ui.component.Sheet;
import se.stegen.ui.component.StateBadge;
import se.stegen.ui.history.TransferredCards;

/** The sessions of one programme, newest first. */
@Route(Paths.SUPERVISIONS)
@Prototype
@PermitAll
class SupervisionListView extends Screen implements HasUrlParameter<Long> {
    static final String SERIES = "supervision-series";

    private static final long serialVersionUID = 1L;

    private final transient SupervisionService service;
    private final transient SupervisionSeriesService series;
    private final transient SupervisionPlanService plans;
    private final transient Colleagues colleagues;
    private final transient ProgrammeService programmes;
    private final transient NewRecords newRecords;
    private final transient TransferredCards transferred;
    private final transient CurrentActor current;

    SupervisionListView(
            SupervisionService service,
            SupervisionSeriesService series,
            SupervisionPlanService plans,
            Colleagues colleagues,
            ProgrammeService programmes,
            NewRecords newRecords,
            TransferredCards transferred,
            CurrentActor current) {
        this.service = service;
        this.series = series;
        this.plans = plans;
        this.colleagues = colleagues;
        this.programmes = programmes;
        this.newRecords = newRecords;
        this.transferred = transferred;
        this.current = current;
    }

    @Override
    public void setParameter(BeforeEvent event, Long programmeId) {
        show(programmeId);
        if (event.getLocation().getQueryParameters().getParameters().containsKey(Paths.BOOK)
                && newRecords.may(current.get(), programmeId)) {
            attempt(() -> book(programmeId));
        }
    }

    private void show(long programmeId) {
        Actor actor = current.get();
        ListPage<SupervisionListItem> page = service.list(actor, programmeId, PageRequest.first());
        ProgrammeFacts programme = programmes.facts(programmeId);
        boolean own = programme.personId() == actor.personId();
        PageHead head = begin(t("supervision.list"))
                .line(t("supervision.list.of", programme.personName(), Long.toString(page.total())));
        if (newRecords.may(actor, programmeId)) {
            Button plan = newRecords.planSupervision(programmeId, problem());
            Button whole = new Button(t("series.title"), click -> attempt(() -> book(programmeId)));
            whole.setId(SERIES);
            head.actions(whole, plan, newRecords.logSupervision(programmeId, problem(), true));
            PlannedSupervision planned = plans.ofTrainee(actor, programmeId);
            if (!planned.notHeld().isEmpty() || !planned.cancelled().isEmpty()) {
                add(new NotHeldCard(planned));
            }
        }
        if (page.items().isEmpty()) {
            add(Html.div("card", new EmptyState(t(own ? "supervision.empty.own" : "supervision.empty"))));
        } else {
            add(Html.div("card", list(page)));
        }
        transferred.of(programmeId, getLocale(), TransferredKind.SUPERVISION).ifPresent(this::add);
    }

    private Sheet list(ListPage<SupervisionListItem> page) {
        Sheet sheet = new Sheet(
                t("supervision.list"),
                List.of(
                        t("supervision.date"),
                        t("supervision.supervisor"),
                        t("supervision.goals"),
                        t("supervision.iup.short"),
                        t("state")));
        for (SupervisionListItem item : page.items()) {
            String goals = item.goalCodes();
            sheet.row(
                    Html.link(Paths.of(Paths.SUPERVISION, item.id()), when(item)),
                    new Span(item.supervisorName()),
                    new Span(goals == null ? "–" : goals.replace(",", ", ")),
                    new Span(t(item.iupReviewed() ? "yes" : "no")),
                    new StateBadge(item.state()));
        }
        return sheet;
    }

    private String when(SupervisionListItem item) {
        LocalTime time = item.startsAt();
        return time == null || item.state() != RecordState.PLANNED
                ? day(item.date())
                : t("session.at", day(item.date()), time.toString());
    }

    private void book(long programmeId) {
        new SeriesDialog(series, colleagues, current, programmeId, made -> {
                    show(programmeId);
                    top();
                    ProblemNotice.done(t("series.done", made));
                })
                .open();
    }
}
