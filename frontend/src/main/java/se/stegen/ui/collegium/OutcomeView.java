package se.stegen.ui.collegium;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import se.stegen.collegium.CollegiumCompetence;
import se.stegen.collegium.CollegiumLevel;
import se.stegen.collegium.CollegiumOutcome;
import se.stegen.collegium.Judgement;
import se.stegen.collegium.OutcomeContent;
import se.stegen.collegium.OutcomeData;
import se.stegen.collegium.OutcomeService;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.Dates;
import se.stegen.ui.component.FactCard;
import se.stegen.ui.component.FormDialog;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.PageHead;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.ProblemNotice;
import se.stegen.ui.component.RecordScreen;

/** What a collegium came to for one doctor, its actions, the talk about it, and earlier versions. */
@Route(Paths.COLLEGIUM_OUTCOME)
@Prototype
@PermitAll
class OutcomeView extends RecordScreen implements HasUrlParameter<Long> {
    static final String REVISE = "outcome-revise";
    static final String REASON = "outcome-reason";
    static final String TALK_HELD = "outcome-talk-held";
    static final String TALK_PLAN = "outcome-talk-plan";
    static final String TALK_DAY = "outcome-talk-day";
    static final String TICK = "outcome-tick-";
    static final String STANDING = "outcome-standing";

    private static final long serialVersionUID = 1L;

    private final transient OutcomeService outcomes;
    private final transient CurrentActor current;
    private final transient Today today;

    OutcomeView(OutcomeService outcomes, CurrentActor current, Today today) {
        this.outcomes = outcomes;
        this.current = current;
        this.today = today;
    }

    @Override
    public void setParameter(BeforeEvent event, Long id) {
        show(outcomes.get(current.get(), id));
    }

    private void show(CollegiumOutcome outcome) {
        Judgement judgement = Objects.requireNonNull(outcome.content().judgement());
        PageHead head =
                begin(t("collegium.outcome.title", outcome.doctorName())).badge(new CollegiumBadge(judgement));
        head.line(
                new Span(t(
                        "collegium.outcome.line",
                        outcome.clinicName(),
                        day(outcome.heldOn()),
                        Objects.requireNonNullElse(outcome.closedBy(), "–"))),
                way(Paths.of(Paths.TRAINEE_COLLEGIA, outcome.programmeId()), t("collegium.of.trainee")));
        if (!outcome.notPresent().isEmpty()) {
            add(Html.div("notice", new Paragraph(t("collegium.not.present", String.join(", ", outcome.notPresent())))));
        }
        add(texts(outcome.content(), outcome.competences()));
        add(actionCard(outcome));
        add(talkCard(outcome));
        if (outcome.versions().size() > 1) {
            add(versions(outcome));
        }
        if (outcome.mayRevise()) {
            actions(false, other(REVISE, t("collegium.revise"), () -> revise(outcome)));
        }
    }

    private Div texts(OutcomeContent content, List<CollegiumCompetence> competences) {
        FactCard card = new FactCard(t("collegium.outcome"));
        card.fact(t("collegium.strengths"), prose(content.strengths()));
        card.fact(t("collegium.development"), prose(content.development()));
        for (CollegiumCompetence one : competences) {
            CollegiumLevel level = content.levels().get(one.code());
            if (level != null) {
                card.fact(one.name(getLocale()), t("collegium.level." + level));
            }
        }
        return card;
    }

    private static Component prose(String text) {
        Span words = new Span(text.isEmpty() ? "–" : text);
        words.addClassName("prose");
        return words;
    }

    private Div actionCard(CollegiumOutcome outcome) {
        Div card = card(t("collegium.actions"));
        if (outcome.actions().isEmpty()) {
            card.add(new Paragraph(t("collegium.actions.none")));
            return card;
        }
        var list = Html.tag("ul");
        list.addClassName("rows");
        for (CollegiumOutcome.Action action : outcome.actions()) {
            LocalDate done = action.doneOn();
            LocalDate withdrawn = action.withdrawnOn();
            Div words = Html.div(
                    "words",
                    Html.text("b", action.text()),
                    Html.text(
                            "small",
                            t("collegium.action.line", t("collegium.owner." + action.owner()), day(action.due()))
                                    + (done == null ? "" : " · " + t("collegium.action.done.on", day(done)))
                                    + (withdrawn == null
                                            ? ""
                                            : " · " + t("collegium.action.withdrawn.on", day(withdrawn)))));
            var row = Html.tag("li", words);
            row.addClassName("row");
            if (outcome.mayTick() && withdrawn == null) {
                Button tick = other(
                        TICK + action.id(),
                        t(done == null ? "collegium.action.done" : "collegium.action.undo"),
                        () -> attempt(() -> {
                            show(outcomes.tick(current.get(), outcome.id(), action.id(), done == null));
                            focusLater(TICK + action.id());
                        }));
                tick.getElement().setAttribute("aria-label", tick.getText() + ": " + action.text());
                row.add(tick);
            }
            list.add(row);
        }
        card.add(
                list,
                Html.div(
                        "actions after",
                        Html.button(Paths.of(Paths.IUP, outcome.programmeId()), t("collegium.actions.iup"), false)));
        return card;
    }

    private Div talkCard(CollegiumOutcome outcome) {
        Div card = card(t("collegium.talk"));
        CollegiumOutcome.Talk talk = outcome.talk();
        boolean held = talk != null && talk.held();
        if (talk == null) {
            card.add(new Paragraph(t("collegium.talk.none")));
        } else {
            String day = day(talk.on())
                    + (talk.startsAt() == null ? "" : " " + talk.startsAt())
                    + (talk.place().isEmpty() ? "" : " · " + talk.place());
            card.add(new Paragraph(t(held ? "collegium.talk.held" : "collegium.talk.planned", day)));
        }
        if (outcome.mayRecordTalk() && !held) {
            card.add(Html.div(
                    "actions",
                    primary(TALK_HELD, t("collegium.talk.hold"), () -> talk(outcome, true)),
                    other(
                            TALK_PLAN,
                            t(talk == null ? "collegium.talk.plan" : "collegium.talk.move"),
                            () -> talk(outcome, false))));
        }
        return card;
    }

    private void talk(CollegiumOutcome outcome, boolean held) {
        DatePicker day = Dates.field(t("collegium.day"), getLocale());
        day.setId(TALK_DAY);
        day.setValue(held ? today.date() : today.date().plusDays(7));
        TimePicker time = new TimePicker(t("collegium.time"));
        TextField place = new TextField(t("collegium.place"));
        FormDialog dialog = new FormDialog(t(held ? "collegium.talk.hold" : "collegium.talk.plan"), t("save"), () -> {
            LocalDate on = day.getValue();
            if (on == null) {
                throw Problem.field("date", ProblemCode.REQUIRED);
            }
            show(outcomes.talk(current.get(), outcome.id(), held, on, time.getValue(), place.getValue()));
            ProblemNotice.done(t(held ? "collegium.talk.held.done" : "collegium.talk.planned.done"));
        });
        dialog.field("date", day);
        if (!held) {
            dialog.field("startsAt", time).field("place", place);
        }
        dialog.open();
    }

    private void revise(CollegiumOutcome outcome) {
        Map<String, String> levels = new TreeMap<>();
        outcome.levels().forEach((code, level) -> levels.put(code, level.name()));
        OutcomeForm form = new OutcomeForm(
                outcome.competences(),
                new OutcomeData(
                        Objects.requireNonNull(outcome.content().judgement()).name(),
                        levels,
                        outcome.content().strengths(),
                        outcome.content().development(),
                        List.of()),
                t("collegium.actions.new"),
                getLocale());
        CheckboxGroup<CollegiumOutcome.Action> standing = standing(outcome);
        TextField reason = new TextField(t("reason.label"));
        reason.setId(REASON);
        reason.setMaxLength(2000);
        reason.setHelperText(t("collegium.revise.help"));
        FormDialog dialog = new FormDialog(t("collegium.revise"), t("collegium.revise.verb"), () -> {
            if (!form.isComplete()) {
                throw Problem.field("due", ProblemCode.REQUIRED);
            }
            Set<Long> gone = standing.getListDataView()
                    .getItems()
                    .filter(action -> !standing.isSelected(action))
                    .map(CollegiumOutcome.Action::id)
                    .collect(Collectors.toSet());
            show(outcomes.revise(current.get(), outcome.id(), outcome.version(), reason.getValue(), form.data(), gone));
            ProblemNotice.done(t("collegium.revise.done"));
        });
        dialog.field("outcome", form);
        if (standing.getListDataView().getItemCount() > 0) {
            dialog.field("withdrawnActions", standing);
        }
        dialog.field("reason", reason);
        dialog.setWidth("min(820px, 100%)");
        dialog.open();
    }

    /** The actions that stand, all of them ticked: an unticked one is withdrawn. */
    private CheckboxGroup<CollegiumOutcome.Action> standing(CollegiumOutcome outcome) {
        CheckboxGroup<CollegiumOutcome.Action> standing = new CheckboxGroup<>(t("collegium.actions.standing"));
        standing.setId(STANDING);
        standing.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        standing.setHelperText(t("collegium.actions.standing.help"));
        standing.setItemLabelGenerator(action -> action.text() + " · " + day(action.due()));
        List<CollegiumOutcome.Action> actions = outcome.actions().stream()
                .filter(action -> action.withdrawnOn() == null)
                .toList();
        standing.setItems(actions);
        standing.setValue(Set.copyOf(actions));
        return standing;
    }

    private Details versions(CollegiumOutcome outcome) {
        List<Component> parts = new ArrayList<>();
        for (CollegiumOutcome.Version version : outcome.versions()) {
            Judgement judgement = Objects.requireNonNull(version.content().judgement());
            Div one = Html.div(
                    "version",
                    Html.text(
                            "h3",
                            t("collegium.version", Integer.toString(version.number()), moment(version.writtenAt()))),
                    new Paragraph(new Span(version.writtenBy() + " "), new CollegiumBadge(judgement)));
            if (!version.reason().isEmpty()) {
                one.add(new Paragraph(t("collegium.version.reason", version.reason())));
            }
            one.add(texts(version.content(), outcome.competences()));
            parts.add(one);
        }
        Details folded = new Details(
                t("collegium.versions", Integer.toString(outcome.versions().size())),
                Html.div("", parts.toArray(Component[]::new)));
        folded.setWidthFull();
        return folded;
    }
}
