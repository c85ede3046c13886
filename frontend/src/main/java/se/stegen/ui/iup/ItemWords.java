package se.stegen.ui.iup;

import java.util.Locale;
import se.stegen.iup.IupItem;
import se.stegen.ui.component.Dates;

/** An activity in words. */
final class ItemWords {
    /** The reader's texts. */
    interface Texts {
        String get(String key, Object... arguments);
    }

    private ItemWords() {}

    /** "Placering · 1 jan 2025–30 jun 2025". */
    static String line(IupItem item, Texts texts, Locale locale) {
        return texts.get("iup.kind." + item.kind()) + " · " + period(item, locale);
    }

    static String period(IupItem item, Locale locale) {
        return item.from().equals(item.to())
                ? Dates.day(item.from(), locale)
                : Dates.day(item.from(), locale) + "–" + Dates.day(item.to(), locale);
    }
}
