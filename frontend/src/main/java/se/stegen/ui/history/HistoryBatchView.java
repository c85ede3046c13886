package se.stegen.ui.history;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadHandler;
import io.micronaut.context.annotation.Prototype;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import se.stegen.access.Actor;
import se.stegen.history.HistoryBatchService;
import se.stegen.history.HistoryService;
import se.stegen.history.TransferBatch;
import se.stegen.history.TransferSource;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.PageHead;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.ProblemNotice;
import se.stegen.ui.component.ReasonDialog;
import se.stegen.ui.component.RecordScreen;
import se.stegen.ui.component.Screen;

/** One time that records were brought in: whose, the scanned pages, and the way to take all of it back. */
@Route(Paths.HISTORY_BATCH)
@Prototype
@PermitAll
class HistoryBatchView extends Screen implements HasUrlParameter<Long> {
    static final String VOID = "batch-void";
    static final String UPLOAD = "scan-upload-";

    private static final long serialVersionUID = 1L;

    private final transient HistoryBatchService batches;
    private final transient HistoryService history;
    private final transient CurrentActor current;

    HistoryBatchView(HistoryBatchService batches, HistoryService history, CurrentActor current) {
        this.batches = batches;
        this.history = history;
        this.current = current;
    }

    @Override
    public void setParameter(BeforeEvent event, Long batchId) {
        show(batchId);
    }

    private void show(long batchId) {
        Actor actor = current.get();
        TransferBatch batch = batches.get(actor, batchId);
        List<HistoryBatchService.Doctor> doctors = batches.doctors(actor, batchId);
        PageHead head = begin(t("history.batch.title", batch.recordCount()));
        String from = batch.origin().isEmpty() ? batch.fileName() : batch.origin();
        head.line(t("history.batch.line", batch.broughtBy(), moment(batch.broughtAt()), from.isEmpty() ? "–" : from));
        if (batch.skippedCount() > 0) {
            add(Html.div("notice", new Paragraph(t("history.batch.skipped", batch.skippedCount()))));
        }
        if (batch.voidedCount() > 0) {
            add(Html.div("notice warn", new Paragraph(t("history.batch.taken.back", batch.voidedCount()))));
        }
        boolean mayVoid = batches.mayVoid(actor, batchId);
        if (mayVoid && !batch.voided()) {
            head.actions(RecordScreen.other(VOID, t("history.batch.void"), () -> takeBack(batch)));
        }
        for (HistoryBatchService.Doctor doctor : doctors) {
            add(doctor(batchId, doctor));
        }
    }

    private void takeBack(TransferBatch batch) {
        new ReasonDialog(
                        t("history.batch.void.title", batch.recordCount() - batch.voidedCount()),
                        t("history.void.text"),
                        t("history.void"),
                        reason -> {
                            int voided = batches.voidBatch(current.get(), batch.id(), reason);
                            show(batch.id());
                            top();
                            ProblemNotice.done(t("history.batch.void.done", voided));
                        })
                .open();
    }

    private Div doctor(long batchId, HistoryBatchService.Doctor doctor) {
        long programmeId = doctor.programmeId();
        Div card = Html.div(
                "card",
                Html.tag("h2", Html.link(Paths.of(Paths.HISTORY, programmeId), doctor.name())),
                new Paragraph(t("history.batch.of", doctor.records())));
        List<TransferSource> sources = new ArrayList<>(batches.sources(current.get(), programmeId));
        sources.removeIf(source -> source.batchId() != batchId);
        if (!sources.isEmpty()) {
            card.add(SourceLinks.list(sources, batches, current, getLocale()));
        }
        if (history.mayBring(current.get(), programmeId)) {
            Upload upload = new Upload(UploadHandler.inMemory((meta, bytes) -> attempt(() -> {
                batches.attach(current.get(), batchId, programmeId, meta.fileName(), bytes);
                show(batchId);
                ProblemNotice.done(t("history.scan.done"));
            })));
            upload.setId(UPLOAD + programmeId);
            upload.setMaxFiles(1);
            upload.setMaxFileSize(HistoryBatchService.MOST_BYTES);
            upload.setAcceptedFileExtensions(".pdf", ".jpg", ".jpeg", ".png");
            upload.setUploadButton(new Button(t("history.scan.choose")));
            upload.setDropLabel(new Span(t("import.drop")));
            upload.addFileRejectedListener(rejected -> problem().say(t("history.scan.rejected")));
            card.add(Html.text("h3", t("history.scan")), new Paragraph(t("history.scan.help")), upload);
        }
        return card;
    }
}
