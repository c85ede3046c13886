package se.stegen.ui.feedback;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import se.stegen.assessment.AssessmentAnswer;
import se.stegen.feedback.FeedbackRound;
import se.stegen.feedback.FeedbackService;
import se.stegen.feedback.FeedbackState;
import se.stegen.ui.assessment.AnswerForm;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.AutoSave;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Measure;
import se.stegen.ui.component.PageHead;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.ProblemNotice;
import se.stegen.ui.component.RecordScreen;

/** One round: how it stands, who is asked, the own rating, and what colleagues said once that is to be seen. */
@Route(Paths.FEEDBACK_ROUND)
@Prototype
@PermitAll
class RoundView extends RecordScreen implements HasUrlParameter<Long> {
    static final String ASK = "feedback-ask";
    static final String DEMAND = "feedback-demand";
    static final String RELEASE = "feedback-release";
    static final String WITHDRAW = "feedback-withdraw";
    static final String RATERS = "feedback-raters";

    private static final long serialVersionUID = 1L;
    private static final AssessmentAnswer NOTHING = new AssessmentAnswer(Map.of(), null, "", "");

    private final transient FeedbackService rounds;
    private final transient RoundDialogs dialogs;
    private final transient CurrentActor current;

    RoundView(FeedbackService rounds, RoundDialogs dialogs, CurrentActor current) {
        this.rounds = rounds;
        this.dialogs = dialogs;
        this.current = current;
    }

    @Override
    public void setParameter(BeforeEvent event, Long id) {
        show(rounds.get(current.get(), id));
    }

    private void show(FeedbackRound round) {
        draft(null);
        boolean doctor = current.get().personId() == round.doctorId();
        PageHead head = begin(t("feedback.round", round.doctorName())).badge(new RoundBadge(round.state()));
        head.line(
                new Span(t("feedback.line", day(round.startedOn()), day(round.closesOn()))),
                way(Paths.of(Paths.FEEDBACK, round.programmeId()), t("feedback.all")));
        if (round.state() == FeedbackState.WITHDRAWN) {
            add(Html.div("notice", new Paragraph(t("feedback.withdrawn"))));
            return;
        }
        released(round);
        if (round.state() == FeedbackState.OPEN) {
            add(standing(round, doctor));
        }
        if (round.maySeeResult()) {
            if (round.state() == FeedbackState.OPEN) {
                add(Html.div("notice", new Paragraph(t("feedback.only.you"))));
            }
            add(new ResultCards(getLocale()).of(rounds.result(current.get(), round.id()), round.own()));
        }
        if (!round.raters().isEmpty()) {
            add(raters(round));
        }
        if (round.mayRate()) {
            rate(round);
        }
        actions(round.mayRate(), buttons(round, doctor));
    }

    private void released(FeedbackRound round) {
        LocalDate talk = round.talkOn();
        Long assessment = round.assessmentId();
        if (talk != null && assessment != null) {
            add(Html.div(
                    "notice good",
                    new Paragraph(
                            new Span(t("feedback.released", day(talk))),
                            way(Paths.of(Paths.ASSESSMENT, assessment), t("feedback.assessment")))));
        }
    }

    private Div standing(FeedbackRound round, boolean doctor) {
        Integer professions = round.professions();
        int known = professions == null ? 0 : professions;
        Div card = card(
                t("feedback.standing"),
                new Measure(
                        t("feedback.answers"),
                        round.answers(),
                        round.minRaters(),
                        round.answers() >= round.minRaters(),
                        round.mayAsk() ? t("feedback.asked", round.raters().size()) : ""));
        card.add(
                professions == null
                        ? Html.div(
                                "measure",
                                Html.text("b", t("feedback.professions")),
                                Html.text("small", " " + t("feedback.professions.hidden")))
                        : new Measure(
                                t("feedback.professions"),
                                known,
                                round.minProfessions(),
                                known >= round.minProfessions(),
                                ""));
        card.add(new Paragraph(t(
                enough(round) ? doctor ? "feedback.enough.own" : "feedback.enough" : "feedback.wanted",
                Integer.toString(round.minRaters()),
                Integer.toString(round.minProfessions()))));
        return card;
    }

    private static boolean enough(FeedbackRound round) {
        Integer professions = round.professions();
        return round.answers() >= round.minRaters() && professions != null && professions >= round.minProfessions();
    }

    private Div raters(FeedbackRound round) {
        Div card = card(t("feedback.raters", round.raters().size()));
        card.setId(RATERS);
        HtmlContainer list = Html.tag("ul");
        list.addClassName("rows");
        for (FeedbackRound.Rater rater : round.raters()) {
            Boolean answered = rater.answered();
            HtmlContainer line = Html.tag("li", Html.div("words", new Span(rater.name())));
            line.addClassName("row");
            if (answered != null) {
                Span tag = new Span(
                        Html.sign(answered ? "✓" : "○"),
                        new Span(t(answered ? "feedback.has.answered" : "feedback.not.answered")));
                tag.addClassNames("tag", answered ? "good" : "plain");
                line.add(tag);
            }
            list.add(line);
        }
        card.add(list);
        card.add(Html.text("small", t(round.mayRelease() ? "feedback.raters.supervisor" : "feedback.raters.own")));
        return card;
    }

    private void rate(FeedbackRound round) {
        AssessmentAnswer own = round.own();
        AnswerForm form = AnswerForm.ownFeedback(round.template(), own == null ? NOTHING : own);
        AutoSave saving =
                new AutoSave(savedAt(), problem(), () -> rounds.rate(current.get(), round.id(), form.answer()), () -> {
                    // Nobody else writes it.
                });
        form.watch(saving, problem());
        form.addComponentAsFirst(Html.text("p", t("feedback.own.text")));
        form.addComponentAsFirst(Html.text("h2", t("feedback.own")));
        add(form);
        draft(saving);
    }

    private Component[] buttons(FeedbackRound round, boolean doctor) {
        List<Component> bar = new ArrayList<>();
        boolean release = round.mayRelease() && enough(round);
        if (release) {
            bar.add(primary(
                    RELEASE,
                    t("feedback.release"),
                    () -> dialogs.release(this, round, step(t("feedback.release.done", round.doctorName())))));
        }
        if (round.mayAsk()) {
            Runnable ask = () -> dialogs.ask(this, round, step(t("feedback.ask.done")));
            String verb = t(round.raters().isEmpty() ? "feedback.ask.first" : "feedback.ask");
            bar.add(doctor && !enough(round) ? primary(ASK, verb, ask) : other(ASK, verb, ask));
        }
        if (round.mayRelease()) {
            bar.add(other(
                    DEMAND, t("feedback.demand"), () -> dialogs.demand(this, round, step(t("feedback.demand.done")))));
        }
        if (round.mayWithdraw()) {
            bar.add(other(
                    WITHDRAW,
                    t("feedback.withdraw.verb"),
                    () -> dialogs.withdraw(this, round, step(t("feedback.withdraw.done")), this::attempt)));
        }
        return bar.toArray(Component[]::new);
    }

    /** Shows the round after a step; the own rating was saved when its field was left. */
    private Consumer<FeedbackRound> step(String done) {
        return next -> {
            show(saved() ? rounds.get(current.get(), next.id()) : next);
            top();
            ProblemNotice.done(done);
        };
    }
}
