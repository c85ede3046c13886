package se.stegen.ui.supportplan;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import se.stegen.common.Today;
import se.stegen.supportplan.FollowUp;
import se.stegen.supportplan.SupportOutcome;
import se.stegen.supportplan.SupportPlan;
import se.stegen.supportplan.SupportPlanService;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.EmptyState;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.PageHead;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.ProblemNotice;
import se.stegen.ui.component.RecordScreen;

/** One support plan, for those concerned. */
@Route(Paths.SUPPORT_PLAN)
@Prototype
@PermitAll
class SupportPlanView extends RecordScreen implements HasUrlParameter<Long> {
    static final String CHANGE = "support-change";
    static final String END = "support-end";
    static final String FOLLOW_UP = "support-follow-up";
    static final String NOTE_RESULT = "support-note-result-";

    private static final long serialVersionUID = 1L;

    private final transient SupportPlanService plans;
    private final transient SupportPlanDialogs dialogs;
    private final transient CurrentActor current;
    private final transient Today today;
    private transient SupportPlan plan;

    @SuppressWarnings("NullAway.Init")
    SupportPlanView(SupportPlanService plans, SupportPlanDialogs dialogs, CurrentActor current, Today today) {
        this.plans = plans;
        this.dialogs = dialogs;
        this.current = current;
        this.today = today;
    }

    @Override
    public void setParameter(BeforeEvent event, Long id) {
        show(plans.get(current.get(), id));
    }

    private void show(SupportPlan shown) {
        plan = shown;
        PageHead head = begin(t("support.title", shown.doctorName()))
                .badge(new SupportPlanBadge(shown.state()))
                .line(
                        new Span(t("support.line", day(shown.openedOn()), shown.openedByName())),
                        way(Paths.of(Paths.MEETINGS, shown.programmeId()), t("meeting.list")))
                .line(t("support.who"));
        if (shown.mayWrite()) {
            head.actions(
                    other(CHANGE, t("support.change"), () -> dialogs.change(plan, this::saved)),
                    other(END, t("support.end"), () -> dialogs.end(plan, this::saved)));
        }
        SupportOutcome outcome = shown.outcome();
        var ended = shown.endedOn();
        if (outcome != null && ended != null) {
            add(Html.div(
                    "notice",
                    new Paragraph(t("support.ended", day(ended), t("support.outcome." + outcome))),
                    prose(shown.outcomeNote())));
        }
        add(card(t("support.reason"), prose(shown.reason())));
        Div adjusted = card(t("support.plan.changes"), prose(shown.planChanges()));
        adjusted.add(Html.div("after", Html.link(Paths.of(Paths.IUP, shown.programmeId()), t("support.iup"))));
        add(
                adjusted,
                card(t("support.efforts"), prose(shown.efforts())),
                card(t("support.demands"), prose(shown.demands())));
        followUps(shown);
    }

    private void followUps(SupportPlan shown) {
        Div card = card(t("support.follow"));
        if (shown.followUps().isEmpty()) {
            card.add(new EmptyState(t("support.follow.empty")));
        }
        var rows = Html.tag("ul");
        rows.addClassName("rows");
        for (FollowUp one : shown.followUps()) {
            rows.add(row(one));
        }
        card.add(rows);
        if (shown.mayWrite()) {
            card.add(Html.div(
                    "after",
                    other(FOLLOW_UP, t("support.follow.add"), () -> dialogs.followUp(plan, null, this::saved))));
        }
        add(card);
    }

    private Component row(FollowUp one) {
        var held = one.heldOn();
        String by = one.notedByName();
        Div words = Html.div(
                "words",
                Html.text(
                        "b",
                        day(held == null ? one.due() : held) + (one.startsAt() == null ? "" : " " + one.startsAt())),
                Html.text(
                        "small",
                        " "
                                + (held == null
                                        ? t("support.follow.ahead")
                                        : t("support.follow.held", by == null ? "–" : by))));
        if (held != null) {
            words.add(prose(one.result()));
        }
        var row = Html.tag("li", words);
        row.addClassName("row");
        List<Component> buttons = new ArrayList<>();
        if (held == null && plan.mayFollowUp() && !one.due().isAfter(today.date())) {
            buttons.add(other(
                    NOTE_RESULT + one.id(), t("support.follow.result"), () -> dialogs.result(plan, one, this::saved)));
        }
        if (held == null && plan.mayWrite()) {
            buttons.add(other(
                    "support-move-" + one.id(), t("meeting.move"), () -> dialogs.followUp(plan, one, this::saved)));
            buttons.add(other("support-remove-" + one.id(), t("delete"), () -> remove(one)));
        }
        if (!buttons.isEmpty()) {
            row.add(Html.div("actions", buttons.toArray(Component[]::new)));
        }
        return row;
    }

    private void remove(FollowUp one) {
        attempt(() -> {
            show(plans.removeFollowUp(current.get(), plan.id(), one.id()));
            top();
            if (one.due().isBefore(today.date())) {
                ProblemNotice.done(t("support.follow.removed"));
            } else {
                ProblemNotice.undo(
                        t("support.follow.removed"),
                        t("undo"),
                        () -> attempt(
                                () -> show(plans.addFollowUp(current.get(), plan.id(), one.due(), one.startsAt()))));
            }
        });
    }

    private void saved(SupportPlan next) {
        show(next);
        top();
        ProblemNotice.done(t("study.saved"));
    }

    private static Paragraph prose(String text) {
        Paragraph words = new Paragraph(text.isEmpty() ? "–" : text);
        words.addClassName("prose");
        return words;
    }
}
