package se.stegen.ui.goals;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.common.Ids;
import se.stegen.coverage.AttestationService;
import se.stegen.coverage.CoverageRules;
import se.stegen.coverage.CoverageService;
import se.stegen.coverage.EvidenceService;
import se.stegen.coverage.GoalDetail;
import se.stegen.coverage.GoalState;
import se.stegen.coverage.PlannedActivity;
import se.stegen.programme.ProgrammeService;
import se.stegen.ui.NewRecords;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.EmptyState;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.PageHead;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.ProblemNotice;
import se.stegen.ui.component.RecordScreen;
import se.stegen.ui.component.Screen;
import se.stegen.ui.component.Sheet;

/** One goal of a programme: what is planned for it, what shows it, its attestation. */
@Route(Paths.GOAL + "/:programme/:code")
@Prototype
@PermitAll
class GoalView extends Screen implements BeforeEnterObserver {
    static final String ATTEST = "goal-attest";
    static final String WITHDRAW = "goal-withdraw";

    private static final long serialVersionUID = 1L;

    private final transient CoverageService service;
    private final transient AttestationService attestations;
    private final transient EvidenceService evidence;
    private final transient ProgrammeService programmes;
    private final transient AccessPolicy access;
    private final transient NewRecords newRecords;
    private final transient CurrentActor current;

    GoalView(
            CoverageService service,
            AttestationService attestations,
            EvidenceService evidence,
            ProgrammeService programmes,
            AccessPolicy access,
            NewRecords newRecords,
            CurrentActor current) {
        this.service = service;
        this.attestations = attestations;
        this.evidence = evidence;
        this.programmes = programmes;
        this.access = access;
        this.newRecords = newRecords;
        this.current = current;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        long programmeId = Ids.path(event.getRouteParameters().get("programme").orElse(""));
        String code = event.getRouteParameters().get("code").orElse("");
        show(service.goal(current.get(), programmeId, code));
    }

    /** Shows the goal after a step; the focus goes to the title. */
    void after(GoalDetail goal, String done) {
        show(goal);
        top();
        ProblemNotice.done(done);
    }

    /** Shows the goal as it is now; gives the card of its evidence. */
    EvidenceCard show(GoalDetail goal) {
        Actor actor = current.get();
        String doctor = programmes.facts(goal.programmeId()).personName();
        PageHead head = begin(goal.goal().code() + " " + goal.goal().title())
                .badge(new GoalBadge(goal.goal()))
                .line(
                        new Span(goal.goal().checked() ? doctor : doctor + " · " + t("goals.unchecked")),
                        new Span(new com.vaadin.flow.component.Text(" · "), all(goal)));
        if (goal.mayLink()) {
            head.actions(newRecords.askAssessment(goal.programmeId(), problem(), true));
        }
        if (goal.goal().evidenceVoided()) {
            add(Html.div("notice warn", Html.text("p", t("goals.attest.voided"))));
        }
        activities(goal);
        EvidenceCard card = new EvidenceCard(this, goal, evidence, current);
        add(card);
        bar(actor, goal, doctor);
        add(new AttestationCard(goal.attestations()));
        return card;
    }

    private Component all(GoalDetail goal) {
        return Html.link(Paths.of(Paths.GOALS, goal.programmeId()), t("goals.all"));
    }

    private void activities(GoalDetail goal) {
        var card = card(t("goals.activities"));
        if (!goal.required().isEmpty()) {
            List<String> missing = goal.goal().missingActivities();
            card.add(Html.text(
                    "p",
                    missing.isEmpty()
                            ? t("goals.required", words(goal.required()))
                            : t("goals.required.missing", words(goal.required()), words(missing))));
        }
        if (goal.activities().isEmpty()) {
            card.add(new EmptyState(t("goals.activities.empty")));
        } else {
            Sheet sheet = new Sheet(
                    t("goals.activities"),
                    List.of(t("goals.activity"), t("goals.kind"), t("goals.period"), t("goals.method")));
            for (PlannedActivity one : goal.activities()) {
                sheet.row(
                        new Span(one.title()),
                        new Span(t("goals.kind." + one.kind())),
                        new Span(t("goals.period.of", day(one.from()), day(one.to()))),
                        new Span(one.assessmentMethod().isEmpty() ? "–" : one.assessmentMethod()));
            }
            card.add(sheet);
        }
        add(card);
    }

    private String words(List<String> activities) {
        return CoverageRules.words(activities, getLocale());
    }

    private void bar(Actor actor, GoalDetail goal, String doctor) {
        AttestationSteps steps = new AttestationSteps(this, attestations, current, goal, doctor);
        List<Component> buttons = new ArrayList<>();
        if (goal.mayAttest()) {
            buttons.add(RecordScreen.primary(ATTEST, t("goals.attest"), steps::attest));
        } else if (goal.mayWithdraw()) {
            buttons.add(RecordScreen.other(WITHDRAW, t("goals.withdraw"), steps::withdraw));
        } else if (goal.goal().state() != GoalState.ATTESTED && access.mayAttest(actor, goal.programmeId())) {
            buttons.add(Html.text("span", t("goals.attest.later")));
        }
        if (!buttons.isEmpty()) {
            add(Html.div("bottom-actions", buttons.toArray(Component[]::new)));
        }
    }
}
