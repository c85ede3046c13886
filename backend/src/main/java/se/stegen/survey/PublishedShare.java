package se.stegen.survey;

import java.util.Locale;
import se.stegen.common.Messages;

/**
 * A share that a report has published for the same statement. The scale behind it is not told there.
 *
 * @param percent 0-100, those who agree
 * @param answers how many answered
 * @param source key of the source: SPUR (all surveys of 2024 to 2025 that a report compares with) or STGORAN
 */
public record PublishedShare(int percent, int answers, String source) {
    /** The source in the reader's language. */
    public String sourceTitle(Locale locale) {
        return Messages.get(locale, "survey.source." + source);
    }
}
