package se.stegen.ui.trainee;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import io.micronaut.core.annotation.Nullable;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.access.PortfolioAccess;
import se.stegen.coverage.CoverageService;
import se.stegen.coverage.GoalStanding;
import se.stegen.curriculum.Curriculum;
import se.stegen.curriculum.CurriculumService;
import se.stegen.curriculum.Goal;
import se.stegen.guideline.ComplianceService;
import se.stegen.guideline.TraineeIndicator;
import se.stegen.placement.Placement;
import se.stegen.placement.PlacementService;
import se.stegen.programme.MainSupervisor;
import se.stegen.programme.Programme;
import se.stegen.programme.ProgrammeFacts;
import se.stegen.programme.ProgrammeService;
import se.stegen.ui.Colleagues;
import se.stegen.ui.NewRecords;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.EmptyState;
import se.stegen.ui.component.FactCard;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Lights;
import se.stegen.ui.component.PageHead;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.Screen;
import se.stegen.ui.component.Sheet;
import se.stegen.ui.time.Editing;
import se.stegen.ui.time.LeaveCard;
import se.stegen.ui.time.PostCard;

/** One doctor's programme: facts, posts, main supervisors, placements, leaves, and the way to the records. */
@Route(Paths.TRAINEE)
@Prototype
@PermitAll
class TraineeView extends Screen implements HasUrlParameter<Long> {
    private static final long serialVersionUID = 1L;

    private final transient ProgrammeService programmes;
    private final transient PlacementService placements;
    private final transient ComplianceService compliance;
    private final transient CoverageService coverage;
    private final transient CurriculumService curricula;
    private final transient AccessPolicy access;
    private final transient Colleagues colleagues;
    private final transient NewRecords newRecords;
    private final transient CurrentActor current;
    private final transient PostCard postCard;
    private final transient LeaveCard leaveCard;

    TraineeView(
            ProgrammeService programmes,
            PlacementService placements,
            ComplianceService compliance,
            CoverageService coverage,
            CurriculumService curricula,
            AccessPolicy access,
            Colleagues colleagues,
            NewRecords newRecords,
            CurrentActor current,
            PostCard postCard,
            LeaveCard leaveCard) {
        this.programmes = programmes;
        this.placements = placements;
        this.compliance = compliance;
        this.coverage = coverage;
        this.curricula = curricula;
        this.access = access;
        this.colleagues = colleagues;
        this.newRecords = newRecords;
        this.current = current;
        this.postCard = postCard;
        this.leaveCard = leaveCard;
    }

    @Override
    public void setParameter(BeforeEvent event, Long programmeId) {
        show(programmeId);
        if (event.getLocation().getQueryParameters().getParameters().containsKey(Paths.APPOINT)) {
            focusLater(ProgrammeDialogs.SUPERVISOR);
        }
    }

    private void refresh(long programmeId, String focus) {
        // Who ends a post in the past may lose sight of the doctor by it.
        if (access.portfolioAccess(current.get(), programmeId) == PortfolioAccess.NONE) {
            getUI().ifPresent(ui -> ui.navigate(Paths.TRAINEES));
            return;
        }
        show(programmeId);
        focusLater(focus);
    }

    private void show(long programmeId) {
        Actor actor = current.get();
        Programme programme = programmes.get(actor, programmeId);
        ProgrammeFacts facts = programme.facts();
        boolean records = access.portfolioAccess(actor, programmeId).compareTo(PortfolioAccess.SIGNED) >= 0;
        PageHead head = begin(facts.personName())
                .line(t(
                        "trainee.line",
                        facts.specialtyName().toLowerCase(getLocale()),
                        t("regulation." + facts.regulation()),
                        day(facts.startDate())));
        if (records) {
            head.actions(
                    Html.button(Paths.of(Paths.IUP, programmeId), t("nav.iup"), false),
                    Html.button(Paths.of(Paths.GOALS, programmeId), t("goals.title"), false),
                    Html.button(Paths.of(Paths.SUPERVISIONS, programmeId), t("supervision.list"), false),
                    Html.button(Paths.of(Paths.ASSESSMENTS, programmeId), t("assessment.list"), false),
                    Html.button(Paths.of(Paths.MEETINGS, programmeId), t("meeting.list"), false),
                    Html.button(Paths.of(Paths.FEEDBACK, programmeId), t("feedback.title"), false),
                    Html.button(Paths.of(Paths.TRAINEE_COLLEGIA, programmeId), t("collegium.nav"), false),
                    Html.button(Paths.of(Paths.LEARNING, programmeId), t("learning.title"), false),
                    Html.button(Paths.of(Paths.HISTORY, programmeId), t("history.page.title"), false));
            standing(actor, programmeId);
            goalStanding(actor, programmeId);
        }
        if (newRecords.may(actor, programmeId)) {
            head.actions(Html.button(Paths.of(Paths.STUDIES, programmeId), t("study.screen"), false));
            head.actions(newRecords.askAssessment(programmeId, problem(), facts.personId() == actor.personId()));
        }
        head.actions(Html.button(Paths.of(Paths.TIME, programmeId), t("nav.time"), false));
        Curriculum curriculum = curricula.edition(actor, facts.curriculumId());
        FactCard card = new FactCard(t("trainee.facts"));
        card.fact(t("trainee.specialty"), facts.specialtyName());
        card.fact(
                t("trainee.regulation"),
                Html.link(Paths.of(Paths.REGULATION, programmeId), t("regulation." + facts.regulation())));
        card.fact(t("trainee.start"), day(facts.startDate()));
        card.fact(t("trainee.length"), t("trainee.months", Integer.toString(programme.plannedMonths())));
        card.fact(t("trainee.rate"), programme.employmentRate() + " %");
        card.fact(
                t("trainee.curriculum"),
                t("trainee.edition", Integer.toString(curriculum.edition().number()))
                        + (curriculum.edition().checked() ? "" : " · " + t("goals.unchecked")));
        add(card);
        boolean manages = access.mayManageProgramme(actor, programmeId);
        ProgrammeDialogs dialogs = new ProgrammeDialogs(
                programmes, colleagues, current, programme, () -> refresh(programmeId, ProgrammeDialogs.SUPERVISOR));
        Editing editing = new Editing(programmeId, manages, focus -> refresh(programmeId, focus));
        add(postCard.of(programme.posts(), editing));
        supervisors(programme.mainSupervisors(), manages, dialogs);
        add(leaveCard.of(programme.leaves(), editing));
        placements(programmeId, placements.list(actor, programmeId));
        goals(curriculum);
    }

    private void standing(Actor actor, long programmeId) {
        compliance.trainee(actor, programmeId).ifPresent(doctor -> {
            FactCard card = new FactCard(t("home.year"));
            for (TraineeIndicator one : doctor.indicators()) {
                card.fact(
                        t("indicator." + one.code()),
                        Lights.explained(one, getLocale()).div(""));
            }
            add(card);
        });
    }

    private void goalStanding(Actor actor, long programmeId) {
        GoalStanding standing = coverage.standings(actor, List.of(programmeId)).get(programmeId);
        if (standing != null) {
            String goals = Integer.toString(standing.goals());
            add(new FactCard(t("goals.title"))
                    .fact(t("goals.column.attested"), t("of", Integer.toString(standing.attested()), goals))
                    .fact(t("goals.column.evidence"), t("of", Integer.toString(standing.evidenced()), goals))
                    .fact(t("goals.covered"), t("of", Integer.toString(standing.covered()), goals)));
        }
    }

    private void supervisors(List<MainSupervisor> supervisors, boolean manages, ProgrammeDialogs dialogs) {
        Div card = card(t("trainee.mains"));
        List<String> columns = new ArrayList<>(List.of(t("supervision.supervisor"), t("dates.from"), t("dates.to")));
        if (manages) {
            columns.add(t("time.change"));
        }
        Sheet sheet = new Sheet(t("trainee.mains"), columns);
        for (MainSupervisor one : supervisors) {
            List<Component> cells = new ArrayList<>(
                    List.of(new Span(one.personName()), new Span(day(one.validFrom())), end(one.validTo())));
            if (manages) {
                cells.add(Html.div("row-actions", dialogs.endSupervisor(one)));
            }
            sheet.row(cells.toArray(Component[]::new));
        }
        card.add(supervisors.isEmpty() ? new EmptyState(t("trainee.mains.empty")) : sheet);
        if (manages) {
            card.add(dialogs.supervisor());
        }
        add(card);
    }

    private void placements(long programmeId, List<Placement> placements) {
        Sheet sheet = new Sheet(
                t("trainee.placements"),
                List.of(t("trainee.placement"), t("supervision.supervisor"), t("dates.from"), t("dates.to")));
        for (Placement placement : placements) {
            String supervisor = placement.supervisorName();
            sheet.row(
                    new Span(placement.title()),
                    new Span(supervisor == null ? "–" : supervisor),
                    new Span(day(placement.from())),
                    new Span(day(placement.to())));
        }
        Div card = card(t("trainee.placements"));
        card.add(
                placements.isEmpty() ? new EmptyState(t("placement.empty")) : sheet,
                Html.button(Paths.of(Paths.PLACEMENTS, programmeId), t("placement.all"), false));
        add(card);
    }

    private void goals(Curriculum curriculum) {
        Div card = new Div();
        card.addClassName("card");
        String remark = curriculum.edition().remark();
        if (remark != null) {
            card.add(Html.div("notice warn", Html.text("p", remark)));
        }
        Sheet sheet = new Sheet(t("trainee.goals"), List.of(t("goal.code"), t("goal.title")));
        for (Goal goal : curriculum.goals()) {
            sheet.row(
                    Html.text("b", goal.code()),
                    new Span(goal.checked() ? goal.title() : goal.title() + " (" + t("goals.unchecked") + ")"));
        }
        Details folded = new Details(
                t("trainee.goals.count", Integer.toString(curriculum.goals().size())), sheet);
        folded.setWidthFull();
        card.add(folded);
        add(card);
    }

    private Span end(@Nullable LocalDate day) {
        return new Span(day == null ? t("dates.open") : day(day));
    }
}
