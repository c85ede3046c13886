package se.stegen.ui.assessment;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDateTime;
import java.util.List;
import se.stegen.access.Actor;
import se.stegen.assessment.AssessmentListItem;
import se.stegen.assessment.AssessmentService;
import se.stegen.common.ListPage;
import se.stegen.common.PageRequest;
import se.stegen.common.Today;
import se.stegen.history.TransferredKind;
import se.stegen.programme.ProgrammeFacts;
import se.stegen.programme.ProgrammeService;
import se.stegen.signing.RecordState;
import se.stegen.ui.NewRecords;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.Dates;
import se.stegen.ui.component.EmptyState;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.PageHead;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.Screen;
import se.stegen.ui.component.Sheet;
import se.stegen.ui.component.StateBadge;
import se.stegen.ui.history.TransferredCards;

/** The assessments of one programme, newest first. */
@Route(Paths.ASSESSMENTS)
@Prototype
@PermitAll
class AssessmentListView extends Screen implements HasUrlParameter<Long> {
    private static final long serialVersionUID = 1L;

    private final transient AssessmentService service;
    private final transient ProgrammeService programmes;
    private final transient NewRecords newRecords;
    private final transient TransferredCards transferred;
    private final transient CurrentActor current;
    private final transient Today today;

    AssessmentListView(
            AssessmentService service,
            ProgrammeService programmes,
            NewRecords newRecords,
            TransferredCards transferred,
            CurrentActor current,
            Today today) {
        this.service = service;
        this.programmes = programmes;
        this.newRecords = newRecords;
        this.transferred = transferred;
        this.current = current;
        this.today = today;
    }

    /** The badge, and how long an open request has waited or that an answer does not count yet. */
    private Div state(AssessmentListItem item) {
        Div state = Html.div("", new StateBadge(item.state()));
        LocalDateTime sent = item.sentAt();
        if (item.state() == RecordState.SENT && sent != null) {
            state.add(Html.text("small", " " + Dates.since(Today.dayOf(sent), today.date(), getLocale())));
        }
        if (item.unconfirmed()) {
            state.add(Html.text("small", " " + t("assessment.unconfirmed")));
        }
        return state;
    }

    @Override
    public void setParameter(BeforeEvent event, Long programmeId) {
        Actor actor = current.get();
        ListPage<AssessmentListItem> page = service.list(actor, programmeId, PageRequest.first());
        ProgrammeFacts programme = programmes.facts(programmeId);
        boolean own = programme.personId() == actor.personId();
        PageHead head = begin(t("assessment.list"))
                .line(t("assessment.list.of", programme.personName(), Long.toString(page.total())));
        head.actions(
                Html.button(Paths.of(Paths.FEEDBACK, programmeId), t("feedback.title"), false),
                Html.button(Paths.of(Paths.LEARNING, programmeId), t("learning.title"), false),
                Html.button(Paths.of(Paths.PROCEDURES, programmeId), t("procedures.title"), false));
        if (newRecords.may(actor, programmeId)) {
            head.actions(newRecords.askAssessment(programmeId, problem(), own));
        }
        if (page.items().isEmpty()) {
            add(Html.div("card", new EmptyState(t(own ? "assessment.empty.own" : "assessment.empty"))));
        } else {
            add(Html.div("card", list(page)));
        }
        transferred.of(programmeId, getLocale(), TransferredKind.ASSESSMENT).ifPresent(this::add);
    }

    private Sheet list(ListPage<AssessmentListItem> page) {
        Sheet sheet = new Sheet(
                t("assessment.list"),
                List.of(
                        t("assessment.template"),
                        t("assessment.date"),
                        t("assessment.assessor"),
                        t("assessment.goals"),
                        t("assessment.overall.short"),
                        t("state")));
        for (AssessmentListItem item : page.items()) {
            String goals = item.goalCodes();
            Integer overall = item.overall();
            sheet.row(
                    Html.link(
                            Paths.of(Paths.ASSESSMENT, item.id()),
                            TemplateTexts.name(item.templateName(), item.templateNameEn(), getLocale())),
                    new Span(day(item.observedOn())),
                    new Span(item.assessorName()),
                    new Span(goals == null ? "–" : goals.replace(",", ", ")),
                    new Span(
                            overall == null ? "–" : t("of", overall.toString(), Integer.toString(item.overallSteps()))),
                    state(item));
        }
        return sheet;
    }
}
