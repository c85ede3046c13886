package se.stegen.ui.supportplan;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import se.stegen.common.Messages;
import se.stegen.supportplan.SupportPlan;
import se.stegen.supportplan.SupportPlanService;
import se.stegen.supportplan.SupportPlanState;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.Dates;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.RecordScreen;

/** A doctor's support plans, for those concerned; for everybody else there is no such card. */
@Singleton
public class SupportPlanCards {
    /** Id of the card. */
    public static final String ID = "support-plans";
    /** Id of the button that opens one. */
    public static final String OPEN = "support-plan-open";

    private final SupportPlanService plans;
    private final SupportPlanDialogs dialogs;
    private final CurrentActor current;

    SupportPlanCards(SupportPlanService plans, SupportPlanDialogs dialogs, CurrentActor current) {
        this.plans = plans;
        this.dialogs = dialogs;
        this.current = current;
    }

    /** Whether the reader is concerned and there is a plan, running or ended. */
    public boolean has(long programmeId) {
        return plans.mayRead(current.get(), programmeId) && plans.any(current.get(), programmeId);
    }

    /** The card, where the reader is concerned and there is a plan, or the reader may open one. */
    public Optional<Div> of(long programmeId, Locale locale, Consumer<String> goTo) {
        if (!plans.mayRead(current.get(), programmeId)) {
            return Optional.empty();
        }
        List<SupportPlan> known = plans.list(current.get(), programmeId);
        boolean opens = plans.mayOpen(current.get(), programmeId)
                && known.stream().noneMatch(plan -> plan.state() == SupportPlanState.OPEN);
        if (known.isEmpty() && !opens) {
            return Optional.empty();
        }
        Div card = Html.div("card", Html.text("h2", t(locale, "support.list")));
        card.setId(ID);
        for (SupportPlan plan : known) {
            card.add(Html.div(
                    "row",
                    Html.div(
                            "words",
                            Html.link(
                                    Paths.of(Paths.SUPPORT_PLAN, plan.id()),
                                    t(locale, "support.from", Dates.day(plan.openedOn(), locale)))),
                    new SupportPlanBadge(plan.state())));
        }
        if (known.isEmpty()) {
            card.add(new Paragraph(t(locale, "support.none")));
        }
        if (opens) {
            card.add(Html.div(
                    "after",
                    RecordScreen.other(
                            OPEN,
                            t(locale, "support.open"),
                            () -> dialogs.open(
                                    programmeId, made -> goTo.accept(Paths.of(Paths.SUPPORT_PLAN, made.id()))))));
        }
        return Optional.of(card);
    }

    private static String t(Locale locale, String key, Object... arguments) {
        return Messages.get(locale, key, arguments);
    }
}
