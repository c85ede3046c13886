package se.stegen.ui.review;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import se.stegen.common.Today;
import se.stegen.review.ActionEvent;
import se.stegen.review.ActionState;
import se.stegen.review.ReviewAction;
import se.stegen.review.ReviewActionService;
import se.stegen.spur.Checklist;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.PageHead;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.ProblemNotice;
import se.stegen.ui.component.ReasonDialog;
import se.stegen.ui.component.RecordScreen;

/** One action as work: what, when, by whom, comments, proof, and everything that happened. */
@Route(Paths.ACTION)
@Prototype
@PermitAll
class ActionView extends RecordScreen implements HasUrlParameter<Long> {
    static final String BEGIN = "action-begin";
    static final String CLOSE = "action-close";
    static final String CHANGE = "action-change";
    static final String DROP = "action-drop";
    static final String REOPEN = "action-reopen";
    static final String COMMENT = "action-comment";
    static final String ADD_COMMENT = "action-comment-add";
    static final String HISTORY = "action-history";

    private static final long serialVersionUID = 1L;
    private static final Set<String> FIELDS = Set.of(
            "area",
            "item",
            "itemCode",
            "plannedAction",
            "dueText",
            "due",
            "responsible",
            "followUpText",
            "followUp",
            "followUpResponsible",
            "owner",
            "evidence");

    private final transient ReviewActionService actions;
    private final transient ReviewDialogs dialogs;
    private final transient CurrentActor current;
    private final transient Today today;

    ActionView(ReviewActionService actions, ReviewDialogs dialogs, CurrentActor current, Today today) {
        this.actions = actions;
        this.dialogs = dialogs;
        this.current = current;
        this.today = today;
    }

    @Override
    public void setParameter(BeforeEvent event, Long id) {
        show(actions.get(current.get(), id));
    }

    private void show(ReviewAction action) {
        boolean plans = actions.mayPlan(current.get(), action);
        PageHead head = begin(t("action.title", ReviewWords.code(action)))
                .badge(ReviewWords.badge(action, today.date(), getLocale()));
        head.line(
                new Span(action.clinicName()),
                plans
                        ? way(Paths.of(Paths.REVIEW, action.reviewId()), t("action.review", day(action.reviewedOn())))
                        : new Span());
        List<Component> buttons = new ArrayList<>();
        if (action.state().open()) {
            buttons.add(primary(CLOSE, t("action.close"), () -> dialogs.close(action, this::saved)));
            if (action.state() == ActionState.OPEN) {
                buttons.add(other(BEGIN, t("action.begin"), () -> set(action, ActionState.IN_PROGRESS)));
            }
        } else {
            buttons.add(other(REOPEN, t("action.reopen"), () -> set(action, ActionState.IN_PROGRESS)));
        }
        if (plans) {
            buttons.add(other(CHANGE, t("action.change"), () -> dialogs.change(action, this::saved)));
            if (action.state().open()) {
                buttons.add(other(DROP, t("action.drop"), () -> drop(action)));
            }
        }
        head.actions(buttons.toArray(Component[]::new));
        String proof = action.proof();
        var closed = action.closedOn();
        String by = action.closedByName();
        if (proof != null && closed != null) {
            add(Html.div(
                    "notice" + (action.state() == ActionState.DONE ? " good" : ""),
                    new Paragraph(t("action.closed." + action.state(), day(closed), by == null ? "–" : by)),
                    prose(proof)));
        }
        add(facts(action), history(action));
    }

    private Div facts(ReviewAction action) {
        var facts = Html.tag("dl");
        facts.addClassName("facts");
        var area = action.area();
        String code = action.itemCode();
        fact(facts, "action.area", area == null ? t("review.unknown") : area + ". " + area.title());
        fact(
                facts,
                "action.item",
                code == null
                        ? action.item().isEmpty() ? t("review.unknown") : action.item()
                        : Checklist.item(code)
                                .map(item -> item.code() + ". " + item.text())
                                .orElse(code));
        fact(facts, "action.planned", action.plannedAction());
        fact(facts, "action.due", ReviewWords.due(action.dueText(), action.dueOn(), getLocale()));
        fact(facts, "action.responsible", action.responsible());
        fact(facts, "action.follow", ReviewWords.due(action.followUpText(), action.followUpOn(), getLocale()));
        fact(facts, "action.follow.responsible", action.followUpResponsible());
        String owner = action.ownerName();
        fact(facts, "action.owner", owner == null ? t("action.owner.none") : owner);
        fact(facts, "action.evidence", action.evidence());
        return card(t("action.what"), facts);
    }

    private void fact(com.vaadin.flow.component.HtmlContainer facts, String key, String text) {
        var value = Html.text("dd", text.isEmpty() ? "–" : text);
        value.addClassName("prose");
        facts.add(Html.div("", Html.text("dt", t(key)), value));
    }

    private Div history(ReviewAction action) {
        TextArea text = new TextArea(t("action.comment"));
        text.setId(COMMENT);
        text.setWidthFull();
        Div card = card(
                t("action.history"),
                text,
                Html.div(
                        "after",
                        other(
                                ADD_COMMENT,
                                t("action.comment.add"),
                                () -> attempt(() -> {
                                    show(actions.comment(current.get(), action.id(), text.getValue()));
                                    focusLater(COMMENT);
                                }))));
        card.setId(HISTORY);
        var rows = Html.tag("ul");
        rows.addClassName("rows");
        for (ActionEvent event : actions.events(current.get(), action.id()).reversed()) {
            Div words = Html.div(
                    "words",
                    Html.text("b", step(event)),
                    Html.text("small", " " + moment(event.loggedAt()) + " · " + event.personName()));
            if (!event.note().isEmpty()) {
                words.add(prose(event.kind() == ActionEvent.Kind.CHANGED ? changes(event.note()) : event.note()));
            }
            var row = Html.tag("li", words);
            row.addClassName("row");
            rows.add(row);
        }
        card.add(rows);
        return card;
    }

    private String step(ActionEvent event) {
        return event.kind() == ActionEvent.Kind.STATE
                ? t("action.state." + event.state())
                : t("action.event." + event.kind());
    }

    /** "dueText: 27/2 2026" in the reader's words. */
    private String changes(String note) {
        StringBuilder words = new StringBuilder();
        for (String line : note.split("\n", -1)) {
            int colon = line.indexOf(": ");
            String field = colon < 0 ? "" : line.substring(0, colon);
            String before = colon < 0 ? "" : line.substring(colon + 2);
            words.append(words.isEmpty() ? "" : "\n")
                    .append(
                            FIELDS.contains(field)
                                    ? t("action.was", t("action.field." + field), before.isEmpty() ? "–" : before)
                                    : line);
        }
        return words.toString();
    }

    private void set(ReviewAction action, ActionState state) {
        attempt(() -> saved(actions.setState(current.get(), action.id(), action.version(), state, null, null)));
    }

    private void drop(ReviewAction action) {
        new ReasonDialog(
                        t("action.drop.title"),
                        t("action.drop.text"),
                        t("action.drop"),
                        reason -> saved(actions.setState(
                                current.get(), action.id(), action.version(), ActionState.DROPPED, reason, null)))
                .open();
    }

    private void saved(ReviewAction next) {
        show(next);
        top();
        ProblemNotice.done(t("study.saved"));
    }

    private static Paragraph prose(String text) {
        Paragraph words = new Paragraph(text);
        words.addClassName("prose");
        return words;
    }
}
