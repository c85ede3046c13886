package se.stegen.ui.home;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import jakarta.annotation.security.PermitAll;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import se.stegen.access.Actor;
import se.stegen.common.ReadTogether;
import se.stegen.common.Today;
import se.stegen.curriculum.Regulation;
import se.stegen.guideline.ClinicCompliance;
import se.stegen.guideline.ComplianceService;
import se.stegen.guideline.OrganisationComplianceService;
import se.stegen.guideline.OrganisationComplianceService.Overseen;
import se.stegen.guideline.TraineeCompliance;
import se.stegen.home.HomeService;
import se.stegen.home.TodoItem;
import se.stegen.home.TodoKind;
import se.stegen.programme.ProgrammeFacts;
import se.stegen.programme.ProgrammeService;
import se.stegen.time.Progress;
import se.stegen.time.TimeService;
import se.stegen.ui.NewRecords;
import se.stegen.ui.WaitingTodos;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.EmptyState;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Lights;
import se.stegen.ui.component.Markup;
import se.stegen.ui.component.PageHead;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.Screen;
import se.stegen.ui.component.TodoList;
import se.stegen.ui.studies.StudyCards;

/** What waits for me, and how those I answer for stand. */
@Route(Paths.HOME)
@Prototype
@PermitAll
class HomeView extends Screen implements BeforeEnterObserver {
    static final String TODO = "todo";

    private static final long serialVersionUID = 1L;
    private static final int MORNING = 5;
    private static final int DAY = 10;
    private static final int EVENING = 18;

    private final transient HomeService home;
    private final transient WaitingTodos todos;
    private final transient ReadTogether together;
    private final transient ComplianceService compliance;
    private final transient OrganisationComplianceService organisations;
    private final transient ProgrammeService programmes;
    private final transient TimeService time;
    private final transient NewRecords newRecords;
    private final transient StudyCards studies;
    private final transient CurrentActor current;
    private final transient Today today;

    HomeView(
            HomeService home,
            WaitingTodos todos,
            ReadTogether together,
            ComplianceService compliance,
            OrganisationComplianceService organisations,
            ProgrammeService programmes,
            TimeService time,
            NewRecords newRecords,
            StudyCards studies,
            CurrentActor current,
            Today today) {
        this.home = home;
        this.todos = todos;
        this.together = together;
        this.compliance = compliance;
        this.organisations = organisations;
        this.programmes = programmes;
        this.time = time;
        this.newRecords = newRecords;
        this.studies = studies;
        this.current = current;
        this.today = today;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        together.run(this::show);
    }

    private void show() {
        Actor actor = current.get();
        PageHead head = begin(t(greeting(), actor.name().split(" ")[0]));
        List<ProgrammeFacts> mine = programmes.mine(actor);
        List<TodoItem> todo = todos.read(actor);
        Div grid = Html.div("grid halves");
        add(grid);
        Div left = Html.div("grid");
        Div right = Html.div("grid");
        grid.add(left, right);
        left.add(todoCard(todo));
        Map<Long, Progress> progresses = mine.isEmpty() ? Map.of() : time.mine(actor);
        for (ProgrammeFacts programme : mine) {
            Progress progress = progresses.get(programme.programmeId());
            if (progress != null) {
                head.line(line(programme, progress));
            }
            right.add(YearCard.of(t("home.year"), compliance.trainee(actor, programme.programmeId()), getLocale()));
        }
        if (!mine.isEmpty()) {
            long programme = mine.getFirst().programmeId();
            head.actions(
                    newRecords.logSupervision(programme, problem(), false),
                    newRecords.askAssessment(programme, problem(), true));
            left.add(studies.of(programme, getLocale()));
        }
        List<ClinicCompliance> clinics = compliance.ownClinics(actor);
        List<Overseen> overseen = organisations.overseen(actor).stream()
                .filter(one -> one.depth() == 0)
                .toList();
        List<TraineeCompliance> supervised = compliance.supervised(actor);
        supervised(supervised, right);
        Div side = mine.isEmpty() && supervised.isEmpty() ? left : right;
        overseen(overseen, side);
        clinics(clinics, side);
        if (right.getComponentCount() == 0) {
            grid.remove(right);
            grid.removeClassName("halves");
        }
        if (mine.isEmpty()
                && clinics.isEmpty()
                && overseen.isEmpty()
                && supervised.isEmpty()
                && todo.isEmpty()
                && !actor.admin()) {
            left.add(Html.div("card", new EmptyState(t("home.nothing"))));
        }
    }

    private String greeting() {
        int hour = LocalTime.ofInstant(today.instant(), Today.SWEDEN).getHour();
        if (hour < MORNING) {
            return "home.night";
        }
        return hour < DAY ? "home.morning" : hour < EVENING ? "home.day" : "home.evening";
    }

    private String line(ProgrammeFacts programme, Progress progress) {
        String clinic = programme.clinicName();
        Regulation regulation = Regulation.of(programme.regulation()).orElse(Regulation.HSLF_2021);
        return t(
                "home.programme",
                clinic == null ? t("home.no.clinic") : clinic,
                programme.specialtyName().toLowerCase(getLocale()),
                t("regulation." + regulation.code()),
                Integer.toString(progress.month()),
                Integer.toString(progress.months()));
    }

    private Div todoCard(List<TodoItem> todo) {
        Div card = card(t("home.todo"));
        card.setId(TODO);
        if (todo.isEmpty()) {
            card.add(new EmptyState(t("home.todo.empty")));
            return card;
        }
        long toSign = todo.stream()
                .filter(item ->
                        item.kind() == TodoKind.SUPERVISION_TO_SIGN || item.kind() == TodoKind.ASSESSMENT_TO_SIGN)
                .count();
        if (toSign > 1) {
            card.add(
                    Html.div("actions", Html.button(Paths.TO_SIGN, t("home.sign.many", Long.toString(toSign)), false)));
        }
        TodoList list = new TodoList();
        TodoWords words = new TodoWords(getLocale(), today.date());
        for (TodoItem item : todo) {
            list.item(words.title(item), words.detail(item), action(item, words));
        }
        card.add(list);
        return card;
    }

    private Component action(TodoItem item, TodoWords words) {
        String screen = switch (item.kind()) {
            case SUPERVISION_TO_SIGN, SUPERVISION_RETURNED, SUPERVISION_DUE, SUPERVISION_DRAFT, SUPERVISION_WAITING ->
                Paths.SUPERVISION;
            case ASSESSMENT_TO_SIGN, ASSESSMENT_TO_CONFIRM, ASSESSMENT_RETURNED, ASSESSMENT_DRAFT, ASSESSMENT_WAITING ->
                Paths.ASSESSMENT;
            case FEEDBACK_TO_ANSWER -> Paths.FEEDBACK_ANSWER;
            case SURVEY_TO_ANSWER -> Paths.SURVEY_ANSWER;
            case COLLEGIUM_VIEWS -> Paths.COLLEGIUM_VIEWS;
            case COLLEGIUM_OWN -> Paths.COLLEGIUM_OWN;
            case COLLEGIUM_OUTCOME, COLLEGIUM_TALK -> Paths.COLLEGIUM_OUTCOME;
            case IUP_TO_APPROVE, IUP_RETURNED, IUP_WAITING -> Paths.IUP;
            case MEETING_TO_CLOSE, MEETING_TO_PREPARE -> Paths.MEETING;
            case ANNUAL_REPORT_TO_COMMENT, REPORTS_TO_READ -> Paths.ANNUAL_REPORT;
            case SUPPORT_FOLLOW_UP -> Paths.SUPPORT_PLAN;
            case REVIEW_ACTION -> Paths.ACTION;
            case REVIEW_ASKS -> Paths.REVIEW;
            case SELF_EVALUATION -> Paths.SELF_EVALUATION;
            case NOTICE -> "";
        };
        if (screen.isEmpty()) {
            return new Button(t("todo.action.dismiss"), click -> {
                home.dismiss(current.get(), item.recordId());
                together.run(this::show);
            });
        }
        return Html.button(Paths.of(screen, item.recordId()), words.verb(item), false);
    }

    private void supervised(List<TraineeCompliance> doctors, Div side) {
        if (doctors.isEmpty()) {
            return;
        }
        Div card = card(t("home.trainees"));
        for (TraineeCompliance doctor : doctors) {
            card.add(row(
                    Markup.link(Paths.of(Paths.TRAINEE, doctor.traineeId()), doctor.name()),
                    Lights.standing(doctor, getLocale()),
                    Lights.of(doctor, getLocale())));
        }
        side.add(card);
    }

    private void overseen(List<Overseen> overseen, Div side) {
        if (overseen.isEmpty()) {
            return;
        }
        Div card = card(t("home.organisations"));
        for (Overseen one : overseen) {
            card.add(Markup.tag(
                            "div",
                            "words",
                            Markup.link(Paths.of(Paths.ORGANISATION, one.id()), one.name()),
                            Markup.text("small", "", " " + t("home.organisation.text")))
                    .div("row"));
        }
        side.add(card);
    }

    private void clinics(List<ClinicCompliance> clinics, Div side) {
        if (clinics.isEmpty()) {
            return;
        }
        Div card = card(t("home.clinics"));
        for (ClinicCompliance clinic : clinics) {
            card.add(row(
                    Markup.link(Paths.of(Paths.CLINIC, clinic.clinicId()), clinic.clinicName()),
                    t("clinic.doctors", Integer.toString(clinic.doctors())),
                    Lights.of(clinic, getLocale())));
        }
        side.add(card);
    }

    private static Div row(Markup link, String more, Markup lights) {
        return Markup.tag("div", "words", link, Markup.text("small", "", " " + more))
                .and(lights)
                .div("row");
    }
}
