package se.stegen.ui.placement;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
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
import java.util.Objects;
import se.stegen.access.AccessPolicy;
import se.stegen.access.AccessPolicy.Introductions;
import se.stegen.access.Actor;
import se.stegen.access.PortfolioAccess;
import se.stegen.common.Today;
import se.stegen.placement.Course;
import se.stegen.placement.CourseState;
import se.stegen.placement.Evaluation;
import se.stegen.placement.EvaluationService;
import se.stegen.placement.Placement;
import se.stegen.placement.PlacementData;
import se.stegen.placement.PlacementService;
import se.stegen.programme.ProgrammeFacts;
import se.stegen.programme.ProgrammeService;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.EmptyState;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.PageHead;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.ProblemNotice;
import se.stegen.ui.component.Screen;
import se.stegen.ui.component.Sheet;

/** A doctor's placements and courses: who, when and for which goals, introduced, and evaluated by the doctor. */
@Route(Paths.PLACEMENTS)
@Prototype
@PermitAll
class PlacementsView extends Screen implements HasUrlParameter<Long> {
    static final String NEW = "new-placement";
    static final String CHANGE = "change-placement-";
    static final String REMOVE = "remove-placement-";
    static final String INTRODUCE = "introduce-placement-";
    static final String EVALUATE = "evaluate-";

    private static final long serialVersionUID = 1L;

    private final transient PlacementService placements;
    private final transient EvaluationService evaluations;
    private final transient ProgrammeService programmes;
    private final transient PlacementDialogs dialogs;
    private final transient AccessPolicy access;
    private final transient CurrentActor current;
    private final transient Today today;
    private transient List<Evaluation> own = List.of();
    private long programmeId;

    PlacementsView(
            PlacementService placements,
            EvaluationService evaluations,
            ProgrammeService programmes,
            PlacementDialogs dialogs,
            AccessPolicy access,
            CurrentActor current,
            Today today) {
        this.placements = placements;
        this.evaluations = evaluations;
        this.programmes = programmes;
        this.dialogs = dialogs;
        this.access = access;
        this.current = current;
        this.today = today;
    }

    @Override
    public void setParameter(BeforeEvent event, Long id) {
        programmeId = id;
        show(null);
    }

    /** Builds the screen; the focus goes to the button of this id, so that one stays where one was. */
    private void show(@Nullable String focus) {
        Actor actor = current.get();
        List<Placement> all = placements.list(actor, programmeId);
        ProgrammeFacts facts = programmes.facts(programmeId);
        boolean manages = access.mayManageProgramme(actor, programmeId);
        boolean mine = access.mayEvaluate(actor, programmeId);
        own = mine ? evaluations.own(actor, programmeId) : List.of();
        PageHead head = begin(t("placement.list"))
                .line(
                        new Span(facts.personName() + " · "),
                        Html.link(Paths.of(Paths.TRAINEE, programmeId), t("placement.programme")));
        if (manages) {
            Button add = new Button(t("placement.new"), click -> dialogs.edit(facts, null, this::saved));
            add.setId(NEW);
            add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            head.actions(add);
        }
        add(placementCard(facts, all, manages, mine));
        if (access.portfolioAccess(actor, programmeId).compareTo(PortfolioAccess.SIGNED) >= 0) {
            add(courseCard(evaluations.courses(actor, programmeId), mine));
        }
        if (focus != null) {
            find(this, focus);
        }
    }

    private static void find(Component root, String id) {
        root.getChildren().forEach(child -> {
            if (child.getId().filter(id::equals).isPresent()) {
                focusSoon(child);
            }
            find(child, id);
        });
    }

    private void saved(Placement placement) {
        show(CHANGE + placement.id());
    }

    private Div placementCard(ProgrammeFacts facts, List<Placement> all, boolean manages, boolean mine) {
        Div card = card(t("trainee.placements"));
        if (all.isEmpty()) {
            card.add(new EmptyState(t(manages ? "placement.empty.manages" : "placement.empty")));
            return card;
        }
        List<String> columns = new ArrayList<>(List.of(
                t("trainee.placement"),
                t("supervision.supervisor"),
                t("placement.period"),
                t("trainee.goals"),
                t("placement.introduction")));
        if (mine) {
            columns.add(t("evaluation"));
        }
        if (manages) {
            columns.add(t("placement.change"));
        }
        Introductions introductions = access.introductions(current.get(), programmeId);
        Sheet sheet = new Sheet(t("trainee.placements"), columns);
        for (Placement one : all) {
            String clinic = one.clinicName();
            String supervisor = one.supervisorName();
            List<Component> cells = new ArrayList<>(List.of(
                    new Div(
                            Html.text("b", one.title()),
                            Html.text("small", clinic == null ? t("placement.elsewhere") : clinic)),
                    new Span(supervisor == null ? t("trainee.no.main") : supervisor),
                    new Span(period(one.from(), one.to())),
                    new Span(goals(one.goalCodes())),
                    introduction(one, introductions)));
            if (mine) {
                cells.add(evaluation(one.title(), one.id(), null, one.to()));
            }
            if (manages) {
                cells.add(changes(facts, one));
            }
            sheet.row(cells.toArray(Component[]::new));
        }
        card.add(sheet);
        return card;
    }

    private Div courseCard(List<Course> courses, boolean mine) {
        Div card = card(t("course.list"));
        if (courses.isEmpty()) {
            card.add(new EmptyState(t("course.empty")));
            return card;
        }
        List<String> columns = new ArrayList<>(
                List.of(t("course"), t("course.leader"), t("placement.period"), t("trainee.goals"), t("state")));
        if (mine) {
            columns.add(t("evaluation"));
        }
        Sheet sheet = new Sheet(t("course.list"), columns);
        for (Course one : courses) {
            List<Component> cells = new ArrayList<>(List.of(
                    Html.text("b", one.title()),
                    new Span(one.leader().isEmpty() ? "–" : one.leader()),
                    new Span(period(one.from(), one.to())),
                    new Span(goals(one.goalCodes())),
                    state(one.state())));
            if (mine) {
                cells.add(evaluation(one.title(), null, one.itemId(), one.to()));
            }
            sheet.row(cells.toArray(Component[]::new));
        }
        card.add(sheet);
        return card;
    }

    private Component introduction(Placement one, Introductions introductions) {
        LocalDate introduced = one.introducedOn();
        boolean may = introductions.allow(one.supervisorId())
                && !today.date().isBefore(one.from().minusDays(30));
        Span word = new Span(introduced == null ? t("placement.introduced.not") : day(introduced));
        if (!may) {
            return word;
        }
        Button button = new Button(
                t(introduced == null ? "placement.introduce" : "placement.change"),
                click -> dialogs.introduce(programmeId, one, after -> show(INTRODUCE + after.id())));
        button.setId(INTRODUCE + one.id());
        button.setAriaLabel(t("placement.introduce.of", one.title()));
        return Html.div("actions", word, button);
    }

    private Component evaluation(String title, @Nullable Long placementId, @Nullable Long itemId, LocalDate lastDay) {
        if (today.date().isBefore(lastDay)) {
            return new Span(t("evaluation.from", day(lastDay)));
        }
        Evaluation known = own.stream()
                .filter(e -> Objects.equals(e.placementId(), placementId) && Objects.equals(e.itemId(), itemId))
                .findFirst()
                .orElse(null);
        if (known != null && !evaluations.mayChange(current.get(), known)) {
            return new Span(t("evaluation.done"));
        }
        String id = EVALUATE + (placementId == null ? "course-" + itemId : "placement-" + placementId);
        Button button = new Button(
                t(known == null ? "evaluation.verb" : "evaluation.change"),
                click -> EvaluationDialog.open(getLocale(), title, placementId, itemId, known, data -> {
                    evaluations.evaluate(
                            current.get(), programmeId, known == null ? null : (Integer) known.version(), data);
                    show(id);
                    ProblemNotice.done(t("evaluation.saved"));
                }));
        button.setId(id);
        button.setAriaLabel(t("evaluation.of", title));
        return button;
    }

    private Component changes(ProgrammeFacts facts, Placement one) {
        Button change = new Button(t("placement.change"), click -> dialogs.edit(facts, one, this::saved));
        change.setId(CHANGE + one.id());
        change.setAriaLabel(t("admin.change.of", one.title()));
        Button remove = new Button(t("delete"), click -> remove(one));
        remove.setId(REMOVE + one.id());
        remove.setAriaLabel(t("placement.remove.of", one.title()));
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        return Html.div("actions", change, remove);
    }

    private void remove(Placement one) {
        if (!attempt(() -> placements.remove(current.get(), programmeId, one.id(), one.version()))) {
            return;
        }
        show(NEW);
        PlacementData data = new PlacementData(
                one.title(),
                one.clinicId(),
                one.supervisorId(),
                one.from(),
                one.to(),
                one.goalCodes(),
                one.iupItemId());
        ProblemNotice.undo(
                t("placement.removed", one.title()),
                t("undo"),
                () -> attempt(() -> saved(placements.add(current.get(), programmeId, data))));
    }

    private Span state(CourseState state) {
        Span tag = new Span(
                Html.sign(
                        switch (state) {
                            case PLANNED -> "○";
                            case UNDER_WAY -> "→";
                            case ENDED -> "✓";
                        }),
                new Span(t("course.state." + state)));
        tag.addClassNames("tag", state == CourseState.ENDED ? "good" : "info");
        return tag;
    }

    private String goals(List<String> codes) {
        return codes.isEmpty() ? "–" : String.join(", ", codes);
    }

    private String period(LocalDate from, LocalDate to) {
        return from.equals(to) ? day(from) : day(from) + " – " + day(to);
    }
}
