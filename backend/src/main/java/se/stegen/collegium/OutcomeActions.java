package se.stegen.collegium;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.access.PortfolioAccess;
import se.stegen.common.Days;
import se.stegen.common.Messages;
import se.stegen.iup.IupDecisions;
import se.stegen.iup.IupItemData;

/** Actions of an outcome, and what they become in the doctor's plan (IUP). */
@Singleton
class OutcomeActions {
    private static final int LONGEST_TITLE = 200;

    private final AccessPolicy access;
    private final ActionRepository actions;
    private final IupDecisions plans;

    OutcomeActions(AccessPolicy access, ActionRepository actions, IupDecisions plans) {
        this.access = access;
        this.actions = actions;
        this.plans = plans;
    }

    static ActionRow row(long outcomeId, Collegium.Action action) {
        return new ActionRow(
                0,
                outcomeId,
                action.text(),
                action.owner(),
                action.due(),
                action.iupKind(),
                null,
                null,
                null,
                null,
                null);
    }

    static CollegiumOutcome.Action seen(ActionRow a) {
        return new CollegiumOutcome.Action(
                a.id(), a.text(), a.owner(), a.due(), a.iupItemId(), a.doneOn(), a.withdrawnOn());
    }

    static OutcomeContent.Decided decided(ActionRow row) {
        return new OutcomeContent.Decided(row.text(), row.owner(), row.due());
    }

    /**
     * Writes them into the plan, from the meeting's day to when they are due. The plan of a doctor who has gone to another
     * clinic since the meeting is not this head's to write in: they stand in the outcome only.
     */
    void intoPlan(Actor actor, CollegiumRow row, long programmeId, List<ActionRow> wanted) {
        if (access.portfolioAccess(actor, programmeId).compareTo(PortfolioAccess.ALL) < 0) {
            return;
        }
        // The doctor's records are in Swedish, whatever language the head reads.
        Locale locale = Messages.SWEDISH;
        String from = Messages.get(locale, "collegium.iup.from", Days.text(row.meetsOn(), locale));
        List<Long> items = plans.add(
                actor,
                programmeId,
                wanted.stream().map(action -> item(row.meetsOn(), action, from)).toList(),
                Messages.get(locale, "collegium.iup.returned", from));
        for (int i = 0; i < items.size(); i++) {
            actions.link(wanted.get(i).id(), items.get(i));
        }
    }

    /**
     * Withdraws actions that a new version of the outcome asks for no longer: their activities go from the plan, but for
     * those on which something rests already; these stay there as the doctor's own.
     */
    void withdraw(Actor actor, CollegiumRow row, long programmeId, List<ActionRow> gone, LocalDate day) {
        List<Long> items =
                gone.stream().map(ActionRow::iupItemId).filter(Objects::nonNull).toList();
        gone.forEach(action -> actions.withdraw(action.id(), day, actor.personId()));
        if (access.portfolioAccess(actor, programmeId).compareTo(PortfolioAccess.ALL) < 0) {
            return;
        }
        Locale locale = Messages.SWEDISH;
        plans.remove(
                actor,
                programmeId,
                items,
                Messages.get(locale, "collegium.iup.withdrawn", Days.text(row.meetsOn(), locale)));
    }

    private static IupItemData item(LocalDate meeting, ActionRow action, String from) {
        String text = action.text().replaceAll("\\s+", " ");
        String title = text.length() <= LONGEST_TITLE ? text : text.substring(0, LONGEST_TITLE - 1) + "…";
        String note = text.equals(title) ? from : from + "\n" + action.text();
        return new IupItemData(
                null,
                action.iupKind(),
                title,
                action.due().isBefore(meeting) ? action.due() : meeting,
                action.due(),
                List.of(),
                null,
                Messages.get(Messages.SWEDISH, "collegium.owner." + action.owner()),
                note);
    }
}
