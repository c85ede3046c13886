package se.stegen.ui.supervision;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import se.stegen.common.Messages;
import se.stegen.supervision.SeriesDay;
import se.stegen.ui.component.Dates;

/** What stands in the way of a day for a session, in words. */
final class Obstacles {
    private Obstacles() {}

    /** Of a day that is proposed and therefore passed over. */
    static String passedOver(SeriesDay day, SeriesDay.Obstacle obstacle, Locale locale) {
        return words("series.obstacle.", day, obstacle, locale);
    }

    /** Of a day that somebody chose. */
    static String chosen(SeriesDay day, SeriesDay.Obstacle obstacle, Locale locale) {
        return words("move.obstacle.", day, obstacle, locale);
    }

    private static String words(String key, SeriesDay day, SeriesDay.Obstacle obstacle, Locale locale) {
        String holiday = day.holiday();
        return Messages.get(locale, key + obstacle, holiday == null ? "" : Messages.get(locale, "holiday." + holiday));
    }

    /** "24 dec 2026: julafton", several joined; empty where nothing stands in the way. */
    static String chosen(List<SeriesDay> days, Locale locale) {
        return days.stream()
                .filter(day -> day.obstacle() != null)
                .map(day -> Dates.day(day.day(), locale) + ": "
                        + chosen(day, Objects.requireNonNull(day.obstacle()), locale))
                .collect(Collectors.joining(". "));
    }
}
