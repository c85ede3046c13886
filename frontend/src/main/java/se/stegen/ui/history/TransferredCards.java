package se.stegen.ui.history;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.stegen.common.Messages;
import se.stegen.history.HistoryService;
import se.stegen.history.TransferredKind;
import se.stegen.history.TransferredRecord;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.Dates;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.Sheet;

/** What was brought in (Överfört), beside the records of the same kind that were made here. */
@Singleton
public class TransferredCards {
    /** Id of the card. */
    public static final String ID = "transferred";

    private final HistoryService history;
    private final CurrentActor current;

    TransferredCards(HistoryService history, CurrentActor current) {
        this.history = history;
        this.current = current;
    }

    /** The card; empty where nothing of these kinds was brought in. */
    public Optional<Div> of(long programmeId, Locale locale, TransferredKind... kinds) {
        List<TransferredRecord> records = history.ofKinds(current.get(), programmeId, List.of(kinds));
        if (records.isEmpty()) {
            return Optional.empty();
        }
        String title = Messages.get(locale, "history.card", records.size());
        Sheet sheet = new Sheet(
                title,
                List.of(
                        Messages.get(locale, "history.date"),
                        Messages.get(locale, "history.what"),
                        Messages.get(locale, "history.signed.by"),
                        Messages.get(locale, "history.goals"),
                        Messages.get(locale, "state")));
        for (TransferredRecord record : records) {
            sheet.row(
                    new Span(Dates.day(record.date(), locale)),
                    new Span(TransferredWords.what(record, locale)),
                    new Span(record.signedBy().isEmpty() ? "–" : record.signedBy()),
                    new Span(TransferredWords.goals(record)),
                    Html.div(
                            "",
                            TransferredWords.badge(record, locale),
                            Html.text("small", " " + TransferredWords.brought(record, locale))));
        }
        Div card = Html.div("card", Html.text("h2", title), Html.text("p", Messages.get(locale, "history.card.text")));
        card.setId(ID);
        card.add(
                sheet,
                Html.div(
                        "after", Html.link(Paths.of(Paths.HISTORY, programmeId), Messages.get(locale, "history.all"))));
        return Optional.of(card);
    }
}
