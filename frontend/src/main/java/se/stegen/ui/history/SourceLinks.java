package se.stegen.ui.history;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import se.stegen.common.Messages;
import se.stegen.history.HistoryBatchService;
import se.stegen.history.TransferSource;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.Dates;
import se.stegen.ui.component.Html;

/** Scanned pages, to be opened by who may read the portfolio; asked again each time that one is. */
final class SourceLinks {
    private SourceLinks() {}

    static Div card(
            String title,
            List<TransferSource> sources,
            HistoryBatchService batches,
            CurrentActor current,
            Locale locale) {
        return Html.div("card", Html.text("h2", title), list(sources, batches, current, locale));
    }

    static Div list(List<TransferSource> sources, HistoryBatchService batches, CurrentActor current, Locale locale) {
        Div list = new Div();
        for (TransferSource source : sources) {
            Anchor link = new Anchor(
                    DownloadHandler.fromInputStream(event -> {
                        TransferSource.Content content = batches.open(current.get(), source.id());
                        return new DownloadResponse(
                                new ByteArrayInputStream(content.bytes()),
                                content.source().fileName(),
                                content.source().contentType(),
                                content.bytes().length);
                    }),
                    source.fileName());
            link.setId("history-source-" + source.id());
            list.add(Html.tag(
                    "p",
                    link,
                    Html.text(
                            "small",
                            " "
                                    + Messages.get(
                                            locale,
                                            "history.source.by",
                                            source.addedBy(),
                                            Dates.moment(source.addedAt(), locale)))));
        }
        return list;
    }
}
