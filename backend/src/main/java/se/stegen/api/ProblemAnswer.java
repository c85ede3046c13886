package se.stegen.api;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Locale;
import se.stegen.common.Messages;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;

/**
 * An error as the API answers it: RFC 9457.
 *
 * @param type a name for the kind of error
 * @param title the kind of error in words
 * @param status HTTP status
 * @param detail what happened, what was kept, what to do
 * @param code stable code
 * @param errors fields that are wrong
 */
@Serdeable
public record ProblemAnswer(
        String type, String title, int status, String detail, String code, List<FieldAnswer> errors) {
    /**
     * A field that is wrong.
     *
     * @param field its name in the body or the query
     * @param message why
     */
    @Serdeable
    public record FieldAnswer(String field, String message) {}

    /** The answer for a refusal. */
    public static ProblemAnswer of(Problem problem, Locale locale) {
        return new ProblemAnswer(
                type(problem.code()),
                title(problem.code().status(), locale),
                problem.code().status(),
                problem.text(locale),
                problem.code().name(),
                problem.errors().stream()
                        .map(e -> new FieldAnswer(
                                e.field(),
                                Messages.get(
                                        locale,
                                        e.code().messageKey(),
                                        e.arguments().toArray())))
                        .toList());
    }

    /** The answer for a refusal that the server itself has made. */
    static ProblemAnswer of(ProblemCode code, int status, List<String> fields, Locale locale, Object... arguments) {
        return new ProblemAnswer(
                type(code),
                title(status, locale),
                status,
                Messages.get(locale, code.messageKey(), arguments),
                code.name(),
                fields.stream()
                        .map(f -> new FieldAnswer(f, Messages.get(locale, code.messageKey())))
                        .toList());
    }

    private static String type(ProblemCode code) {
        return "urn:stegen:problem:" + code.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String title(int status, Locale locale) {
        return Messages.get(locale, "problem.title." + status);
    }
}
