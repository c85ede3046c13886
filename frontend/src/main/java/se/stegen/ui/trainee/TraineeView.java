package se.stegen.ui.trainee;

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
import java.util.List;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.access.PortfolioAccess;
import se.stegen.curriculum.Curriculum;
import se.stegen.curriculum.CurriculumService;
import se.stegen.curriculum.Goal;
import se.stegen.guideline.ComplianceService;
import se.stegen.guideline.TraineeIndicator;
import se.stegen.placement.Placement;
import se.stegen.placement.PlacementService;
import se.stegen.programme.Leave;
import se.stegen.programme.MainSupervisor;
import se.stegen.programme.Post;
import se.stegen.programme.Programme;
import se.stegen.programme.ProgrammeFacts;
import se.stegen.programme.ProgrammeService;
import se.stegen.ui.Choices;
import se.stegen.ui.Colleagues;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.EmptyState;
import se.stegen.ui.component.FactCard;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Lights;
import se.stegen.ui.component.PageHead;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.Screen;
import se.stegen.ui.component.Sheet;

/** One doctor's programme: facts, posts, main supervisors, placements, leaves, and the way to the records. */
@Route(Paths.TRAINEE)
@Prototype
@PermitAll
class TraineeView extends Screen implements HasUrlParameter<Long> {
    private static final long serialVersionUID = 1L;

    private final transient ProgrammeService programmes;
    private final transient PlacementService placements;
    private final transient ComplianceService compliance;
    private final transient CurriculumService curricula;
    private final transient AccessPolicy access;
    private final transient Colleagues colleagues;
    private final transient Choices choices;
    private final transient CurrentActor current;

    TraineeView(
            ProgrammeService programmes,
            PlacementService placements,
            ComplianceService compliance,
            CurriculumService curricula,
            AccessPolicy access,
            Colleagues colleagues,
            Choices choices,
            CurrentActor current) {
        this.programmes = programmes;
        this.placements = placements;
        this.compliance = compliance;
        this.curricula = curricula;
        this.access = access;
        this.colleagues = colleagues;
        this.choices = choices;
        this.current = current;
    }

    @Override
    public void setParameter(BeforeEvent event, Long programmeId) {
        show(programmeId);
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
                    Html.button(Paths.of(Paths.SUPERVISIONS, programmeId), t("supervision.list"), false),
                    Html.button(Paths.of(Paths.ASSESSMENTS, programmeId), t("assessment.list"), false));
            standing(actor, programmeId);
        }
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
        ProgrammeDialogs dialogs =
                new ProgrammeDialogs(programmes, colleagues, choices, current, programme, () -> show(programmeId));
        posts(programme.posts(), manages, dialogs);
        supervisors(programme.mainSupervisors(), manages, dialogs);
        leaves(programme.leaves(), manages, dialogs);
        placements(programmeId, placements.list(actor, programmeId));
        goals(curriculum);
    }

    private void standing(Actor actor, long programmeId) {
        compliance.trainee(actor, programmeId).ifPresent(doctor -> {
            FactCard card = new FactCard(t("home.year"));
            for (TraineeIndicator one : doctor.indicators()) {
                card.fact(t("indicator." + one.code()), Lights.light(one, getLocale()));
            }
            add(card);
        });
    }

    private void posts(List<Post> posts, boolean manages, ProgrammeDialogs dialogs) {
        Div card = card(t("trainee.posts"));
        Sheet sheet = new Sheet(t("trainee.posts"), List.of(t("clinic.name"), t("dates.from"), t("dates.to")));
        posts.forEach(
                post -> sheet.row(new Span(post.clinicName()), new Span(day(post.startDate())), end(post.endDate())));
        card.add(posts.isEmpty() ? new EmptyState(t("trainee.posts.empty")) : sheet);
        if (manages) {
            card.add(dialogs.post());
        }
        add(card);
    }

    private void supervisors(List<MainSupervisor> supervisors, boolean manages, ProgrammeDialogs dialogs) {
        Div card = card(t("trainee.mains"));
        Sheet sheet =
                new Sheet(t("trainee.mains"), List.of(t("supervision.supervisor"), t("dates.from"), t("dates.to")));
        supervisors.forEach(
                one -> sheet.row(new Span(one.personName()), new Span(day(one.validFrom())), end(one.validTo())));
        card.add(supervisors.isEmpty() ? new EmptyState(t("trainee.mains.empty")) : sheet);
        if (manages) {
            card.add(dialogs.supervisor());
        }
        add(card);
    }

    private void leaves(List<Leave> leaves, boolean manages, ProgrammeDialogs dialogs) {
        Div card = card(t("trainee.leaves"));
        Sheet sheet = new Sheet(
                t("trainee.leaves"), List.of(t("dates.from"), t("dates.to"), t("trainee.extent"), t("trainee.reason")));
        for (Leave leave : leaves) {
            String reason = leave.reason();
            sheet.row(
                    new Span(day(leave.from())),
                    end(leave.to()),
                    new Span(leave.extent() + " %"),
                    new Span(reason == null ? "–" : reason));
        }
        card.add(leaves.isEmpty() ? new EmptyState(t("trainee.leaves.empty")) : sheet);
        if (manages) {
            card.add(dialogs.leave());
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
