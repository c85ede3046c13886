package se.stegen.common;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Locale;

/**
 * What bringing in a file does, as the API answers it.
 *
 * @param lines line by line
 */
@Serdeable
public record ImportAnswer(List<Line> lines) {
    /**
     * One line.
     *
     * @param line number in the file, the header being 1; 0 for what is not in the file
     * @param subject whom or what it is about
     * @param outcome what becomes of it
     * @param errors why not
     */
    @Serdeable
    public record Line(int line, String subject, ImportPreview.Outcome outcome, List<LineError> errors) {}

    /**
     * Why a line cannot be brought in.
     *
     * @param field column
     * @param code stable code
     * @param message text in the reader's language
     */
    @Serdeable
    public record LineError(String field, String code, String message) {}

    /** The answer in a language. */
    public static ImportAnswer of(ImportPreview preview, Locale locale) {
        return new ImportAnswer(preview.lines().stream()
                .map(line -> new Line(
                        line.line(),
                        line.subject(),
                        line.outcome(),
                        line.errors().stream()
                                .map(e -> new LineError(
                                        e.field(),
                                        e.code().name(),
                                        Messages.get(
                                                locale,
                                                e.code().messageKey(),
                                                e.arguments().toArray())))
                                .toList()))
                .toList());
    }
}
