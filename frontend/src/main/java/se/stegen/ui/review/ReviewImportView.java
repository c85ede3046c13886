package se.stegen.ui.review;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadHandler;
import io.micronaut.context.annotation.Prototype;
import jakarta.annotation.security.PermitAll;
import se.stegen.access.AccessPolicy;
import se.stegen.organisation.OrganisationService;
import se.stegen.review.ReviewImportService;
import se.stegen.spur.ReportReader;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.RecordScreen;
import se.stegen.ui.component.Screen;

/** A SPUR report is chosen and read; what was found is a draft to be held against it. */
@Route(Paths.REVIEW_IMPORT)
@Prototype
@PermitAll
class ReviewImportView extends Screen implements HasUrlParameter<Long> {
    static final String UPLOAD = "review-upload";

    private static final long serialVersionUID = 1L;

    private final transient ReviewImportService imports;
    private final transient OrganisationService organisations;
    private final transient AccessPolicy access;
    private final transient CurrentActor current;

    ReviewImportView(
            ReviewImportService imports, OrganisationService organisations, AccessPolicy access, CurrentActor current) {
        this.imports = imports;
        this.organisations = organisations;
        this.access = access;
        this.current = current;
        addClassName("narrow");
    }

    @Override
    public void setParameter(BeforeEvent event, Long clinicId) {
        access.requireKeepReviews(current.get(), clinicId);
        begin(t("review.import.title"))
                .line(
                        new Span(organisations.clinic(current.get(), clinicId).name()),
                        RecordScreen.way(Paths.of(Paths.REVIEWS, clinicId), t("review.list")));
        Upload upload = new Upload(UploadHandler.inMemory((meta, bytes) -> read(clinicId, meta.fileName(), bytes)));
        upload.setId(UPLOAD);
        upload.setMaxFiles(1);
        upload.setMaxFileSize(ReportReader.MOST_BYTES);
        upload.setUploadButton(new Button(t("review.import.choose")));
        upload.setDropLabel(new Span(t("import.drop")));
        upload.addFileRejectedListener(rejected -> problem().say(t("review.import.too.large")));
        Paragraph what = new Paragraph(t("review.import.help"));
        add(Html.div("card", what, new Paragraph(t("review.import.grades")), upload));
    }

    private void read(long clinicId, String fileName, byte[] file) {
        attempt(() -> goTo(Paths.of(
                Paths.REVIEW,
                imports.importReport(current.get(), clinicId, fileName, file).id())));
    }
}
