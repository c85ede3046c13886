package se.stegen.meeting;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/**
 * A question by which a meeting is prepared.
 *
 * @param sv in Swedish
 * @param en in English; a clinic's own has the same words in both
 */
@Serdeable
public record MeetingQuestion(String sv, String en) {
    /** The question in a language. */
    public String text(Locale locale) {
        return "en".equals(locale.getLanguage()) ? en : sv;
    }
}
