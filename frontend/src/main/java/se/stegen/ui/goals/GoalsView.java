package se.stegen.ui.goals;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import io.micronaut.core.annotation.Nullable;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import se.stegen.access.Actor;
import se.stegen.coverage.Coverage;
import se.stegen.coverage.CoverageService;
import se.stegen.coverage.GoalCoverage;
import se.stegen.coverage.GoalStanding;
import se.stegen.coverage.MissingService;
import se.stegen.coverage.PlannedActivity;
import se.stegen.coverage.Term;
import se.stegen.programme.ProgrammeFacts;
import se.stegen.programme.ProgrammeService;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.EmptyState;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.Screen;

/** All goals of a programme: what is missing, and how far each has come. */
@Route(Paths.GOALS)
@Prototype
@PermitAll
class GoalsView extends Screen implements HasUrlParameter<Long> {
    static final String SEARCH = "goals-search";
    static final String LACKING = "goals-lacking";
    static final String TERM = "goals-term";
    static final String SHOWN = "goals-shown";

    private static final long serialVersionUID = 1L;

    private final transient CoverageService service;
    private final transient MissingService missing;
    private final transient ProgrammeService programmes;
    private final transient CurrentActor current;
    private final TextField search = new TextField();
    private final Checkbox lacking = new Checkbox();
    private final Select<Term> term = new Select<>();
    private final Span shown = new Span();
    private final Div list = new Div();
    private transient Coverage coverage;

    @SuppressWarnings("NullAway.Init")
    GoalsView(CoverageService service, MissingService missing, ProgrammeService programmes, CurrentActor current) {
        this.service = service;
        this.missing = missing;
        this.programmes = programmes;
        this.current = current;
        search.setId(SEARCH);
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> fill());
        lacking.setId(LACKING);
        lacking.addValueChangeListener(change -> fill());
        term.setId(TERM);
        term.setItemLabelGenerator(one -> one == null ? t("goals.term.all") : one.code());
        term.setEmptySelectionAllowed(true);
        term.addValueChangeListener(change -> fill());
        shown.setId(SHOWN);
        shown.addClassName("saved");
        shown.getElement().setAttribute("role", "status");
    }

    @Override
    public void setParameter(BeforeEvent event, Long programmeId) {
        Actor actor = current.get();
        coverage = service.coverage(actor, programmeId);
        ProgrammeFacts programme = programmes.facts(programmeId);
        GoalStanding standing = coverage.standing();
        begin(t("goals.title"))
                .line(t(
                        "goals.line",
                        programme.personName(),
                        Integer.toString(standing.evidenced()),
                        Integer.toString(standing.goals()),
                        Integer.toString(standing.attested())));
        add(new MissingCard(missing.missing(actor, programmeId)));
        search.setLabel(t("goals.filter"));
        term.setLabel(t("goals.term"));
        term.setHelperText(t("goals.term.help"));
        term.setEmptySelectionCaption(t("goals.term.all"));
        term.setItems(Term.between(programme.startDate(), lastDay(programme)));
        lacking.setLabel(t("goals.lacking"));
        add(Html.div("filters", search, term, lacking), shown, list);
        fill();
    }

    /** The planned end, or that of the last activity where it lies later. */
    private LocalDate lastDay(ProgrammeFacts programme) {
        LocalDate planned =
                programme.startDate().plusMonths(programme.plannedMonths()).minusDays(1);
        return coverage.activities().stream()
                .map(PlannedActivity::to)
                .filter(day -> day.isAfter(planned))
                .max(LocalDate::compareTo)
                .orElse(planned);
    }

    private void fill() {
        Term chosen = term.getValue();
        List<PlannedActivity> inTerm = inTerm(chosen);
        List<GoalCoverage> goals = coverage.goals().stream()
                .filter(this::wanted)
                .filter(goal -> chosen == null
                        || inTerm.stream()
                                .anyMatch(activity -> activity.goalCodes().contains(goal.code())))
                .toList();
        list.removeAll();
        if (chosen != null) {
            list.add(new TermCard(coverage.programmeId(), chosen, inTerm));
        }
        shown.setText(t(
                "goals.shown",
                Integer.toString(goals.size()),
                Integer.toString(coverage.goals().size())));
        if (goals.isEmpty() && (chosen == null || !inTerm.isEmpty())) {
            boolean only =
                    Boolean.TRUE.equals(lacking.getValue()) && search.getValue().isBlank();
            list.add(Html.div("card", new EmptyState(t(only ? "goals.none.lacking" : "goals.none"))));
        }
        list.add(new GoalTable(coverage.programmeId(), goals));
    }

    private List<PlannedActivity> inTerm(@Nullable Term chosen) {
        return coverage.activities().stream()
                .filter(activity -> chosen == null || activity.period().overlaps(chosen.period()))
                .toList();
    }

    private boolean wanted(GoalCoverage goal) {
        String text = search.getValue().strip().toLowerCase(Locale.ROOT);
        boolean found =
                (goal.code() + " " + goal.title()).toLowerCase(Locale.ROOT).contains(text);
        return found && (!Boolean.TRUE.equals(lacking.getValue()) || goal.lacking());
    }
}
