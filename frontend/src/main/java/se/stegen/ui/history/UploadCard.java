package se.stegen.ui.history;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.function.Supplier;
import se.stegen.history.HistoryDraftItem;
import se.stegen.ui.component.Dates;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.ProblemNotice;

/** Where a file of records is chosen; and the drafts that are not finished. */
final class UploadCard extends Div {
    static final String UPLOAD = "history-upload";
    static final String ORIGIN = "history-origin";
    static final String TEMPLATE = "history-template";

    private static final long serialVersionUID = 1L;
    private static final int MAX_BYTES = 10 * 1024 * 1024;

    /** What becomes of a file. */
    interface Begin {
        void file(String fileName, String origin, byte[] bytes);
    }

    UploadCard(
            boolean forClinic,
            List<HistoryDraftItem> drafts,
            Supplier<byte[]> template,
            ProblemNotice problem,
            Begin begin) {
        addClassName("card");
        add(
                Html.text("h2", getTranslation("history.file")),
                new Paragraph(getTranslation(forClinic ? "history.file.clinic" : "history.file.help")),
                new Paragraph(getTranslation("history.file.formats")));
        if (!drafts.isEmpty()) {
            Div unfinished = Html.div("notice", new Paragraph(getTranslation("history.drafts")));
            for (HistoryDraftItem draft : drafts) {
                String name = draft.fileName().isEmpty() ? getTranslation("history.draft.unnamed") : draft.fileName();
                unfinished.add(Html.tag(
                        "p",
                        Html.link(Paths.of(Paths.HISTORY_DRAFT, draft.id()), name),
                        Html.text("small", " " + Dates.moment(draft.updatedAt(), getLocale()))));
            }
            add(unfinished);
        }
        TextField origin = new TextField(getTranslation("history.origin"));
        origin.setId(ORIGIN);
        origin.setMaxLength(200);
        origin.setHelperText(getTranslation("history.origin.help"));
        Upload upload = new Upload(
                UploadHandler.inMemory((meta, bytes) -> begin.file(meta.fileName(), origin.getValue(), bytes)));
        upload.setId(UPLOAD);
        upload.setMaxFiles(1);
        upload.setMaxFileSize(MAX_BYTES);
        upload.setAcceptedFileExtensions(".csv");
        upload.setUploadButton(new Button(getTranslation("import.choose")));
        upload.setDropLabel(new Span(getTranslation("import.drop")));
        upload.addFileRejectedListener(rejected -> problem.say(getTranslation("history.file.rejected")));
        Anchor link = new Anchor(
                DownloadHandler.fromInputStream(event -> {
                    byte[] file = template.get();
                    return new DownloadResponse(
                            new ByteArrayInputStream(file),
                            forClinic ? "stegen-klinik.csv" : "stegen-overforing.csv",
                            "text/csv;charset=UTF-8",
                            file.length);
                }),
                getTranslation("history.template"));
        link.setId(TEMPLATE);
        add(Html.div("fields", origin), upload, Html.div("after", link));
    }
}
