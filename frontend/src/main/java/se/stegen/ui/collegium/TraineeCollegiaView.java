package se.stegen.ui.collegium;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.List;
import se.stegen.collegium.CollegiumHeld;
import se.stegen.collegium.Judgement;
import se.stegen.collegium.OutcomeService;
import se.stegen.history.TransferredKind;
import se.stegen.programme.ProgrammeService;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.EmptyState;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.Screen;
import se.stegen.ui.component.Sheet;
import se.stegen.ui.history.TransferredCards;

/** The collegia that were held about a doctor. */
@Route(Paths.TRAINEE_COLLEGIA)
@Prototype
@PermitAll
class TraineeCollegiaView extends Screen implements HasUrlParameter<Long> {
    private static final long serialVersionUID = 1L;

    private final transient OutcomeService outcomes;
    private final transient ProgrammeService programmes;
    private final transient TransferredCards transferred;
    private final transient CurrentActor current;

    TraineeCollegiaView(
            OutcomeService outcomes, ProgrammeService programmes, TransferredCards transferred, CurrentActor current) {
        this.outcomes = outcomes;
        this.programmes = programmes;
        this.transferred = transferred;
        this.current = current;
    }

    @Override
    public void setParameter(BeforeEvent event, Long programmeId) {
        List<CollegiumHeld> held = outcomes.held(current.get(), programmeId);
        begin(t("collegium.of.trainee"))
                .line(Html.link(
                        Paths.of(Paths.TRAINEE, programmeId),
                        programmes.get(current.get(), programmeId).facts().personName()));
        if (held.isEmpty()) {
            add(Html.div("card", new EmptyState(t("collegium.of.trainee.empty"))));
        } else {
            add(Html.div("card", list(held)));
        }
        transferred.of(programmeId, getLocale(), TransferredKind.COLLEGIUM).ifPresent(this::add);
    }

    private Sheet list(List<CollegiumHeld> held) {
        Sheet sheet = new Sheet(
                t("collegium.of.trainee"),
                List.of(t("collegium.day"), t("collegium.clinic"), t("collegium.judgement"), t("collegium.talk")));
        for (CollegiumHeld one : held) {
            Long outcomeId = one.outcomeId();
            Judgement judgement = one.judgement();
            LocalDate talk = one.talkHeldOn();
            sheet.row(
                    outcomeId == null
                            ? new Span(day(one.heldOn()))
                            : Html.link(Paths.of(Paths.COLLEGIUM_OUTCOME, outcomeId), day(one.heldOn())),
                    new Span(one.clinicName()),
                    judgement == null ? new Span("–") : new CollegiumBadge(judgement),
                    new Span(talk == null ? "–" : day(talk)));
        }
        return sheet;
    }
}
