package se.stegen.ui.meeting;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import se.stegen.access.Actor;
import se.stegen.common.ListPage;
import se.stegen.common.PageRequest;
import se.stegen.guideline.ComplianceService;
import se.stegen.guideline.TraineeIndicator;
import se.stegen.history.TransferredKind;
import se.stegen.meeting.MeetingKind;
import se.stegen.meeting.MeetingListItem;
import se.stegen.meeting.MeetingService;
import se.stegen.meeting.MeetingState;
import se.stegen.meeting.MeetingTemplateService;
import se.stegen.programme.ProgrammeFacts;
import se.stegen.programme.ProgrammeService;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.EmptyState;
import se.stegen.ui.component.FactCard;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Lights;
import se.stegen.ui.component.PageHead;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.RecordScreen;
import se.stegen.ui.component.Screen;
import se.stegen.ui.component.Sheet;
import se.stegen.ui.history.TransferredCards;
import se.stegen.ui.report.ReportCards;
import se.stegen.ui.supportplan.SupportPlanCards;

/** A doctor's talks: planned, held, and what the guideline asks for; the reports, and the support plan for those concerned. */
@Route(Paths.MEETINGS)
@Prototype
@PermitAll
class MeetingsView extends Screen implements HasUrlParameter<Long> {
    static final String PLAN = "meeting-plan";
    static final String RECORD = "meeting-record";

    private static final long serialVersionUID = 1L;

    /** Indicators that talks are counted for, by name: those that the guideline measures are shown. */
    private static final Set<String> COUNTED =
            Set.of("DEVELOPMENT_TALK", "RECONCILIATION", "INTRODUCTION", "COLLEGIUM");

    private final transient MeetingService meetings;
    private final transient MeetingTemplateService templates;
    private final transient MeetingDialogs dialogs;
    private final transient ProgrammeService programmes;
    private final transient ComplianceService compliance;
    private final transient ReportCards reports;
    private final transient SupportPlanCards supportPlans;
    private final transient TransferredCards transferred;
    private final transient CurrentActor current;

    MeetingsView(
            MeetingService meetings,
            MeetingTemplateService templates,
            MeetingDialogs dialogs,
            ProgrammeService programmes,
            ComplianceService compliance,
            ReportCards reports,
            SupportPlanCards supportPlans,
            TransferredCards transferred,
            CurrentActor current) {
        this.meetings = meetings;
        this.templates = templates;
        this.dialogs = dialogs;
        this.programmes = programmes;
        this.compliance = compliance;
        this.reports = reports;
        this.supportPlans = supportPlans;
        this.transferred = transferred;
        this.current = current;
    }

    @Override
    public void setParameter(BeforeEvent event, Long programmeId) {
        Actor actor = current.get();
        ListPage<MeetingListItem> items = meetings.list(actor, programmeId, PageRequest.first());
        ProgrammeFacts programme = programmes.facts(programmeId);
        boolean own = programme.personId() == actor.personId();
        PageHead head =
                begin(t("meeting.list")).line(Html.link(Paths.of(Paths.TRAINEE, programmeId), programme.personName()));
        List<MeetingKind> held = Stream.of(MeetingKind.values())
                .filter(kind -> meetings.mayHold(actor, programmeId, kind))
                .toList();
        if (!held.isEmpty()) {
            head.actions(
                    RecordScreen.primary(
                            PLAN,
                            t("meeting.plan"),
                            () -> dialogs.plan(programmeId, held, made -> goTo(Paths.of(Paths.MEETING, made.id())))),
                    RecordScreen.other(
                            RECORD,
                            t("meeting.record"),
                            () -> dialogs.record(programmeId, held, made -> goTo(Paths.of(Paths.MEETING, made.id())))));
        }
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter(Paths.BOOK)
                .flatMap(wanted ->
                        held.stream().filter(kind -> kind.name().equals(wanted)).findFirst())
                .ifPresent(kind ->
                        dialogs.plan(programmeId, List.of(kind), made -> goTo(Paths.of(Paths.MEETING, made.id()))));
        due(actor, programmeId);
        // A plan that runs is the first to be seen; an offer to open one is the last.
        boolean planned = supportPlans.has(programmeId);
        Optional<Div> support = supportPlans.of(programmeId, getLocale(), this::goTo);
        support.filter(card -> planned).ifPresent(this::add);
        add(list(items.items(), true, own), list(items.items(), false, own));
        latest(items).ifPresent(this::add);
        transferred
                .of(
                        programmeId,
                        getLocale(),
                        TransferredKind.DEVELOPMENT_TALK,
                        TransferredKind.RECONCILIATION,
                        TransferredKind.INTRODUCTION)
                .ifPresent(this::add);
        reports.of(programmeId, getLocale(), this::goTo).ifPresent(this::add);
        support.filter(card -> !planned).ifPresent(this::add);
        questions(actor, programme);
    }

    /** What the clinic's guideline asks for. */
    private void due(Actor actor, long programmeId) {
        compliance.trainee(actor, programmeId).ifPresent(doctor -> {
            List<TraineeIndicator> counted = doctor.indicators().stream()
                    .filter(one -> COUNTED.contains(one.code().name()))
                    .toList();
            if (counted.isEmpty()) {
                return;
            }
            FactCard card = new FactCard(t("meeting.due"));
            counted.forEach(one -> card.fact(
                    t("indicator." + one.code()),
                    Lights.explained(one, getLocale()).div("")));
            add(card);
        });
    }

    private Div list(List<MeetingListItem> items, boolean planned, boolean own) {
        List<MeetingListItem> some = items.stream()
                .filter(item -> (item.state() == MeetingState.PLANNED) == planned)
                .sorted((a, b) ->
                        planned ? a.date().compareTo(b.date()) : b.date().compareTo(a.date()))
                .toList();
        Div card = card(t(planned ? "meeting.planned" : "meeting.held"));
        if (some.isEmpty()) {
            card.add(new EmptyState(
                    t(planned ? (own ? "meeting.planned.empty.own" : "meeting.planned.empty") : "meeting.held.empty")));
            return card;
        }
        Sheet sheet = new Sheet(
                t(planned ? "meeting.planned" : "meeting.held"),
                List.of(t("meeting.kind"), t("meeting.date"), t("meeting.with"), t("state")));
        for (MeetingListItem item : some) {
            sheet.row(
                    Html.link(Paths.of(Paths.MEETING, item.id()), t("meeting.kind." + item.kind())),
                    new Span(day(item.date()) + (item.startsAt() == null ? "" : " " + item.startsAt())),
                    new Span(Objects.requireNonNullElse(item.holderName(), "–")),
                    new MeetingBadge(item.state()));
        }
        card.add(sheet);
        return card;
    }

    /** Those who hold talks at the clinic keep its questions. */
    private void questions(Actor actor, ProgrammeFacts programme) {
        Long clinicId = programme.clinicId();
        if (clinicId != null
                && Stream.of(MeetingKind.values()).anyMatch(kind -> templates.mayKeep(actor, clinicId, kind))) {
            add(Html.div(
                    "actions",
                    Html.button(Paths.of(Paths.MEETING_QUESTIONS, clinicId), t("meeting.questions"), false)));
        }
    }
}
