package se.stegen.ui.history;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import se.stegen.access.Actor;
import se.stegen.history.HistoryBatchService;
import se.stegen.history.HistoryImportService;
import se.stegen.history.HistoryService;
import se.stegen.history.TransferSource;
import se.stegen.history.TransferredRecord;
import se.stegen.programme.ProgrammeService;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.EmptyState;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.ProblemNotice;
import se.stegen.ui.component.ReasonDialog;
import se.stegen.ui.component.Screen;
import se.stegen.ui.component.Sheet;

/** What was brought into one portfolio from elsewhere; the studierektor brings in more, and takes back what was wrong. */
@Route(Paths.HISTORY)
@Prototype
@PermitAll
class HistoryView extends Screen implements HasUrlParameter<Long> {
    static final String VOID = "history-void-";

    private static final long serialVersionUID = 1L;

    private final transient HistoryService history;
    private final transient HistoryImportService imports;
    private final transient HistoryBatchService batches;
    private final transient ProgrammeService programmes;
    private final transient CurrentActor current;

    HistoryView(
            HistoryService history,
            HistoryImportService imports,
            HistoryBatchService batches,
            ProgrammeService programmes,
            CurrentActor current) {
        this.history = history;
        this.imports = imports;
        this.batches = batches;
        this.programmes = programmes;
        this.current = current;
    }

    @Override
    public void setParameter(BeforeEvent event, Long programmeId) {
        show(programmeId);
    }

    private void show(long programmeId) {
        Actor actor = current.get();
        List<TransferredRecord> records = history.list(actor, programmeId);
        begin(t("history.page.title"))
                .line(Html.link(
                        Paths.of(Paths.TRAINEE, programmeId),
                        programmes.facts(programmeId).personName()));
        add(list(records));
        List<TransferSource> sources = batches.sources(actor, programmeId);
        if (!sources.isEmpty()) {
            add(SourceLinks.card(t("history.sources"), sources, batches, current, getLocale()));
        }
        if (history.mayBring(actor, programmeId)) {
            add(new UploadCard(
                    false,
                    imports.draftsOfTrainee(actor, programmeId),
                    () -> imports.template(current.get(), false),
                    problem(),
                    (name, origin, bytes) -> attempt(() -> goTo(Paths.of(
                            Paths.HISTORY_DRAFT,
                            imports.beginForTrainee(current.get(), programmeId, name, origin, bytes)
                                    .id())))));
        }
    }

    private Div list(List<TransferredRecord> records) {
        Div card = Html.div("card", new Paragraph(t("history.card.text")));
        if (records.isEmpty()) {
            card.add(new EmptyState(t("history.empty")));
            return card;
        }
        Sheet sheet = new Sheet(
                t("history.page.title"),
                List.of(
                        t("history.date"),
                        t("history.what"),
                        t("history.signed.by"),
                        t("history.goals"),
                        t("history.note"),
                        t("state")));
        for (TransferredRecord record : records) {
            sheet.row(
                    new Span(day(record.date())),
                    new Span(TransferredWords.what(record, getLocale())),
                    new Span(record.signedBy().isEmpty() ? "–" : record.signedBy()),
                    new Span(TransferredWords.goals(record)),
                    note(record),
                    state(record));
        }
        card.add(sheet);
        return card;
    }

    private Component note(TransferredRecord record) {
        Div note = Html.div("prose", new Span(record.note().isEmpty() ? "–" : record.note()));
        if (!record.asWritten().isEmpty()) {
            note.add(Html.tag("div", Html.text("small", t("history.as.written", record.asWritten()))));
        }
        return note;
    }

    private Component state(TransferredRecord record) {
        List<Component> parts = new ArrayList<>(List.of(
                TransferredWords.badge(record, getLocale()),
                Html.tag("div", Html.text("small", TransferredWords.brought(record, getLocale())))));
        if (!record.counts()) {
            parts.add(Html.tag(
                    "div",
                    Html.text(
                            "small",
                            t(
                                    "history.voided.by",
                                    Objects.requireNonNullElse(record.voidedBy(), ""),
                                    Objects.requireNonNullElse(record.voidReason(), "")))));
        } else if (history.mayVoid(current.get(), record)) {
            Button back = new Button(
                    t("history.void"),
                    click -> new ReasonDialog(
                                    t("history.void.title"), t("history.void.text"), t("history.void"), reason -> {
                                        history.voidRecord(current.get(), record.id(), reason);
                                        show(record.programmeId());
                                        top();
                                        ProblemNotice.done(t("history.void.done"));
                                    })
                            .open());
            back.setId(VOID + record.id());
            back.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            back.setAriaLabel(
                    t("history.void") + ": " + TransferredWords.what(record, getLocale()) + ", " + day(record.date()));
            parts.add(Html.div("row-actions", back));
        }
        return Html.div("", parts.toArray(Component[]::new));
    }
}
