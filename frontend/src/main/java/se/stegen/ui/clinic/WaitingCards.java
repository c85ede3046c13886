package se.stegen.ui.clinic;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import se.stegen.access.Actor;
import se.stegen.common.Messages;
import se.stegen.common.Today;
import se.stegen.reminder.EscalatedKind;
import se.stegen.reminder.Escalation;
import se.stegen.reminder.EscalationService;
import se.stegen.supervision.PlannedSupervision;
import se.stegen.supervision.SupervisionPlanService;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.Dates;
import se.stegen.ui.component.Markup;
import se.stegen.ui.component.Paths;

/** For who leads the clinic: what has waited long, by name, and the sessions that were planned and not held. */
@Singleton
class WaitingCards {
    static final String WAITING = "clinic-waiting";
    static final String NOT_HELD = "clinic-not-held";

    private final EscalationService escalations;
    private final SupervisionPlanService plans;
    private final CurrentActor current;
    private final Today today;

    WaitingCards(EscalationService escalations, SupervisionPlanService plans, CurrentActor current, Today today) {
        this.escalations = escalations;
        this.plans = plans;
        this.current = current;
        this.today = today;
    }

    /** The cards; none where the reader does not lead the clinic or there is nothing to tell. */
    List<Component> of(long clinicId, Locale locale) {
        Actor actor = current.get();
        List<Component> cards = new ArrayList<>();
        if (!escalations.mayRead(actor, clinicId)) {
            return cards;
        }
        Escalation escalation = escalations.ofClinic(actor, clinicId);
        if (!escalation.items().isEmpty()) {
            cards.add(waiting(escalation, locale));
        }
        List<PlannedSupervision> planned = plans.ofClinic(actor, clinicId);
        if (planned.stream().anyMatch(WaitingCards::missed)) {
            cards.add(notHeld(planned, locale));
        }
        return cards;
    }

    private static boolean missed(PlannedSupervision doctor) {
        return !doctor.notHeld().isEmpty() || !doctor.cancelled().isEmpty();
    }

    private Div waiting(Escalation escalation, Locale locale) {
        List<Markup> rows = new ArrayList<>();
        for (Escalation.Item item : escalation.items()) {
            String waitsFor = item.waitsFor();
            String what =
                    Messages.get(locale, "waiting." + item.kind(), item.doctorName(), waitsFor == null ? "" : waitsFor);
            rows.add(row(path(item), what, Dates.since(Today.dayOf(item.since()), today.date(), locale)));
        }
        return card(
                WAITING,
                Messages.get(locale, "waiting.title"),
                Messages.get(locale, "waiting.text", escalation.items().size(), escalation.days()),
                rows);
    }

    private static String path(Escalation.Item item) {
        String screen = switch (item.kind()) {
            case ASSESSMENT_TO_SIGN -> Paths.ASSESSMENT;
            case IUP_TO_APPROVE -> Paths.IUP;
            case SUPERVISION_TO_SIGN, SUPERVISION_NOT_HELD -> Paths.SUPERVISION;
        };
        return Paths.of(screen, item.kind() == EscalatedKind.IUP_TO_APPROVE ? item.programmeId() : item.recordId());
    }

    private static Div notHeld(List<PlannedSupervision> planned, Locale locale) {
        List<Markup> rows = new ArrayList<>();
        for (PlannedSupervision doctor : planned) {
            if (missed(doctor)) {
                rows.add(row(
                        Paths.of(Paths.SUPERVISIONS, doctor.traineeId()),
                        doctor.name(),
                        Messages.get(
                                locale,
                                "planned.sum",
                                doctor.planned(),
                                doctor.notHeld().size(),
                                doctor.cancelled().size())));
            }
        }
        return card(
                NOT_HELD,
                Messages.get(locale, "planned.title"),
                Messages.get(
                        locale,
                        "planned.sum",
                        planned.stream().mapToInt(PlannedSupervision::planned).sum(),
                        planned.stream()
                                .mapToInt(doctor -> doctor.notHeld().size())
                                .sum(),
                        planned.stream()
                                .mapToInt(doctor -> doctor.cancelled().size())
                                .sum()),
                rows);
    }

    private static Markup row(String path, String what, String more) {
        return Markup.tag(
                "li",
                "row",
                Markup.tag(
                        "div", "words", Markup.link(path, what), new Markup("<br>"), Markup.text("small", "", more)));
    }

    private static Div card(String id, String title, String text, List<Markup> rows) {
        Div card = Markup.text("h2", "", title)
                .and(Markup.text("p", "", text))
                .and(Markup.tag("ul", "rows", rows.toArray(Markup[]::new)))
                .div("card");
        card.setId(id);
        return card;
    }
}
