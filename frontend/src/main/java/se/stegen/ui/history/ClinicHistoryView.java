package se.stegen.ui.history;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import se.stegen.access.Actor;
import se.stegen.history.HistoryBatchService;
import se.stegen.history.HistoryImportService;
import se.stegen.history.TransferBatch;
import se.stegen.organisation.OrganisationService;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.EmptyState;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.Screen;
import se.stegen.ui.component.Sheet;

/** Records of a whole clinic's doctors are brought in, and what was brought in so far. */
@Route(Paths.CLINIC_HISTORY)
@Prototype
@PermitAll
class ClinicHistoryView extends Screen implements HasUrlParameter<Long> {
    private static final long serialVersionUID = 1L;

    private final transient HistoryImportService imports;
    private final transient HistoryBatchService batches;
    private final transient OrganisationService organisations;
    private final transient CurrentActor current;

    ClinicHistoryView(
            HistoryImportService imports,
            HistoryBatchService batches,
            OrganisationService organisations,
            CurrentActor current) {
        this.imports = imports;
        this.batches = batches;
        this.organisations = organisations;
        this.current = current;
    }

    @Override
    public void setParameter(BeforeEvent event, Long clinicId) {
        Actor actor = current.get();
        List<TransferBatch> brought = batches.ofClinic(actor, clinicId);
        begin(t("history.clinic.title"))
                .line(Html.link(
                        Paths.of(Paths.CLINIC, clinicId),
                        organisations.clinic(actor, clinicId).name()));
        add(new UploadCard(
                true,
                imports.draftsOfClinic(actor, clinicId),
                () -> imports.template(current.get(), true),
                problem(),
                (name, origin, bytes) -> attempt(() -> goTo(Paths.of(
                        Paths.HISTORY_DRAFT,
                        imports.beginForClinic(current.get(), clinicId, name, origin, bytes)
                                .id())))));
        add(list(brought));
    }

    private Div list(List<TransferBatch> brought) {
        Div card = card(t("history.batches"));
        if (brought.isEmpty()) {
            card.add(new EmptyState(t("history.batches.empty")));
            return card;
        }
        Sheet sheet = new Sheet(
                t("history.batches"),
                List.of(
                        t("history.batch.when"),
                        t("history.batch.who"),
                        t("history.origin"),
                        t("history.batch.records"),
                        t("history.batch.voided")));
        for (TransferBatch batch : brought) {
            String from = batch.origin().isEmpty() ? batch.fileName() : batch.origin();
            sheet.row(
                    Html.link(Paths.of(Paths.HISTORY_BATCH, batch.id()), moment(batch.broughtAt())),
                    new Span(batch.broughtBy()),
                    new Span(from.isEmpty() ? "–" : from),
                    new Span(Integer.toString(batch.recordCount())),
                    new Span(Integer.toString(batch.voidedCount())));
        }
        card.add(sheet);
        return card;
    }
}
