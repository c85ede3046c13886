package se.stegen.ui.component;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import se.stegen.signing.StateChange;

/** What happened to a record: who, when and why, the latest first. */
public final class HistoryCard extends Div {
    private static final long serialVersionUID = 1L;

    /** The history of a record, given oldest first. */
    public HistoryCard(List<StateChange> history) {
        addClassName("card");
        HtmlContainer list = Html.tag("ol");
        list.addClassName("history");
        for (StateChange change : history.reversed()) {
            String who = change.actorName();
            String reason = change.reason();
            HtmlContainer line = Html.tag(
                    "li",
                    Html.text("b", getTranslation(step(change))),
                    Html.text(
                            "small",
                            " " + Dates.moment(change.changedAt(), getLocale()) + " · "
                                    + (who == null
                                            ? getTranslation("history.clock")
                                            : change.withoutAccount()
                                                    ? getTranslation("history.without.account", who)
                                                    : who)));
            if (reason != null && !reason.isEmpty()) {
                HtmlContainer words = Html.text("p", reason);
                words.addClassNames("prose");
                line.add(words);
            }
            list.add(line);
        }
        add(Html.text("h2", getTranslation("history.title")), list);
    }

    /** A planned session that was moved is as planned as before. */
    private static String step(StateChange change) {
        boolean moved = change.toState().equals("PLANNED") && "PLANNED".equals(change.fromState());
        return moved ? "history.moved" : "state." + change.toState();
    }
}
