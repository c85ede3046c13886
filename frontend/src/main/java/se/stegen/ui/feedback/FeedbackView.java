package se.stegen.ui.feedback;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.List;
import se.stegen.access.Actor;
import se.stegen.common.Today;
import se.stegen.feedback.FeedbackListItem;
import se.stegen.feedback.FeedbackService;
import se.stegen.programme.ProgrammeFacts;
import se.stegen.programme.ProgrammeService;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.EmptyState;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.PageHead;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.RecordScreen;
import se.stegen.ui.component.Screen;
import se.stegen.ui.component.Sheet;

/** The rounds of one portfolio, and where the doctor starts one. */
@Route(Paths.FEEDBACK)
@Prototype
@PermitAll
class FeedbackView extends Screen implements HasUrlParameter<Long> {
    static final String START = "feedback-start";

    private static final long serialVersionUID = 1L;

    private final transient FeedbackService rounds;
    private final transient ProgrammeService programmes;
    private final transient CurrentActor current;

    FeedbackView(FeedbackService rounds, ProgrammeService programmes, CurrentActor current) {
        this.rounds = rounds;
        this.programmes = programmes;
        this.current = current;
    }

    @Override
    public void setParameter(BeforeEvent event, Long programmeId) {
        Actor actor = current.get();
        List<FeedbackListItem> items = rounds.list(actor, programmeId);
        ProgrammeFacts programme = programmes.facts(programmeId);
        boolean own = programme.personId() == actor.personId();
        PageHead head = begin(t("feedback.title"))
                .line(
                        Html.link(Paths.of(Paths.TRAINEE, programmeId), programme.personName()),
                        RecordScreen.way(Paths.of(Paths.ASSESSMENTS, programmeId), t("assessment.list")));
        if (rounds.mayStart(actor, programmeId)) {
            head.actions(start(programmeId));
        }
        if (items.isEmpty()) {
            add(Html.div("card", new EmptyState(t(own ? "feedback.empty.own" : "feedback.empty"))));
            return;
        }
        Sheet sheet = new Sheet(
                t("feedback.title"),
                List.of(
                        t("feedback.started"),
                        t("state"),
                        t("feedback.answers"),
                        t("feedback.closes"),
                        t("feedback.talk")));
        for (FeedbackListItem item : items) {
            LocalDate talk = item.talkOn();
            sheet.row(
                    Html.link(Paths.of(Paths.FEEDBACK_ROUND, item.id()), day(Today.dayOf(item.startedAt()))),
                    new RoundBadge(item.state()),
                    new Span(t("feedback.of.asked", Integer.toString(item.answers()), Integer.toString(item.asked()))),
                    new Span(day(item.closesOn())),
                    new Span(talk == null ? "–" : day(talk)));
        }
        add(Html.div("card", sheet));
    }

    private Button start(long programmeId) {
        Button button = RecordScreen.primary(
                START,
                t("feedback.start"),
                () -> attempt(() -> goTo(Paths.of(
                        Paths.FEEDBACK_ROUND,
                        rounds.start(current.get(), programmeId, null).id()))));
        button.setDisableOnClick(true);
        return button;
    }
}
