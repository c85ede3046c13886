package se.stegen.assessment;

import io.micronaut.core.annotation.Introspected;
import se.stegen.common.Texts;

/**
 * Who an assessor without account says to be; kept with what is signed.
 *
 * @param name full name; required to sign
 * @param title such as överläkare; required to sign
 * @param workplace required to sign
 * @param specialty may be empty
 */
@Introspected
public record AssessorDetails(String name, String title, String workplace, String specialty) {
    private static final int LONGEST = 200;

    /** As far as it is written; {@code TOO_LONG}. */
    public AssessorDetails draft() {
        return new AssessorDetails(
                Texts.optional("name", name, LONGEST),
                Texts.optional("title", title, LONGEST),
                Texts.optional("workplace", workplace, LONGEST),
                Texts.optional("specialty", specialty, LONGEST));
    }

    /** Complete; {@code REQUIRED}, {@code TOO_LONG}. */
    public AssessorDetails complete() {
        return new AssessorDetails(
                Texts.required("name", name, LONGEST),
                Texts.required("title", title, LONGEST),
                Texts.required("workplace", workplace, LONGEST),
                Texts.optional("specialty", specialty, LONGEST));
    }
}
