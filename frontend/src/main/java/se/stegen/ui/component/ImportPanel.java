package se.stegen.ui.component;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.stegen.common.ImportPreview;
import se.stegen.common.Messages;
import se.stegen.common.Problem;

/** A file is chosen, what it will do is shown line by line, and only then it is brought in, all of it or nothing. */
public final class ImportPanel extends Div {
    /** Id of the field for the file. */
    public static final String UPLOAD = "import-upload";
    /** Id of the button that brings it in. */
    public static final String APPLY = "import-apply";

    private static final long serialVersionUID = 1L;
    private static final int MAX_BYTES = 10 * 1024 * 1024;

    private final ProblemNotice notice = new ProblemNotice();
    private final Div result = new Div();
    private final transient Function<byte[], ImportPreview> preview;
    private final transient Function<byte[], ImportPreview> apply;

    /** A panel that asks these two. */
    public ImportPanel(Function<byte[], ImportPreview> preview, Function<byte[], ImportPreview> apply) {
        this.preview = preview;
        this.apply = apply;
        notice.setId("import-problem");
        Upload upload = new Upload(UploadHandler.inMemory((meta, bytes) -> show(bytes)));
        upload.setId(UPLOAD);
        upload.setMaxFiles(1);
        upload.setMaxFileSize(MAX_BYTES);
        upload.setAcceptedFileExtensions(".csv");
        upload.setUploadButton(new Button(getTranslation("import.choose")));
        upload.setDropLabel(new Span(getTranslation("import.drop")));
        add(notice, upload, result);
    }

    private void show(byte[] file) {
        notice.clear();
        result.removeAll();
        try {
            ImportPreview what = preview.apply(file);
            Button bring = new Button(getTranslation("import.apply"));
            bring.setId(APPLY);
            bring.setDisableOnClick(true);
            bring.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            bring.addClickListener(click -> bring(file));
            result.add(
                    Html.text("h2", getTranslation(what.hasErrors() ? "import.errors" : "import.will")),
                    summary(what),
                    table(what));
            if (!what.hasErrors()) {
                result.add(bring);
            }
        } catch (Problem refused) {
            notice.show(refused);
        }
    }

    private void bring(byte[] file) {
        try {
            ImportPreview done = apply.apply(file);
            result.removeAll();
            result.add(Html.text("h2", getTranslation("import.done")), summary(done));
        } catch (Problem refused) {
            notice.show(refused);
        }
    }

    private Div summary(ImportPreview what) {
        Div tags = Html.div("actions");
        for (ImportPreview.Outcome outcome : ImportPreview.Outcome.values()) {
            if (what.count(outcome) > 0) {
                Span tag = new Span(getTranslation("import." + outcome) + ": " + what.count(outcome));
                tag.addClassNames("tag", outcome == ImportPreview.Outcome.ERROR ? "bad" : "info");
                tags.add(tag);
            }
        }
        return tags;
    }

    private Sheet table(ImportPreview what) {
        Sheet sheet = new Sheet(
                getTranslation("import.will"),
                List.of(
                        getTranslation("import.line"),
                        getTranslation("import.subject"),
                        getTranslation("import.outcome")));
        for (ImportPreview.Line line : what.lines()) {
            String why = line.errors().stream()
                    .map(error -> error.field() + ": "
                            + Messages.get(
                                    getLocale(),
                                    error.code().messageKey(),
                                    error.arguments().toArray()))
                    .collect(Collectors.joining(" "));
            sheet.row(
                    new Span(line.line() == 0 ? "–" : Integer.toString(line.line())),
                    new Span(line.subject()),
                    new Span(getTranslation("import." + line.outcome()) + (why.isEmpty() ? "" : ". " + why)));
        }
        return sheet;
    }
}
