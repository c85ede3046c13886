package se.stegen.survey;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import se.stegen.spur.Area;

/**
 * A statement (påstående) that is agreed with or not.
 *
 * @param code area and number, the same in every edition in which it says the same: E1
 * @param items codes of the checklist's items that it has to do with
 * @param groups who is asked
 * @param published what reports have published for it, by group
 */
public record Statement(
        String code,
        Area area,
        List<String> items,
        Set<RespondentGroup> groups,
        String swedish,
        String english,
        String shortSwedish,
        String shortEnglish,
        Map<RespondentGroup, PublishedShare> published) {
    /** The statement in the reader's language. */
    public String text(Locale locale) {
        return "en".equals(locale.getLanguage()) ? english : swedish;
    }

    /** A few words for it, in the reader's language. */
    public String label(Locale locale) {
        return "en".equals(locale.getLanguage()) ? shortEnglish : shortSwedish;
    }
}
