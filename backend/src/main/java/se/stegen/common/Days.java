package se.stegen.common;

import java.time.LocalDate;
import java.util.Locale;

/** A day in a short text. Pure. */
public final class Days {
    private Days() {}

    /** The day as {@code 21 nov 2026}, without the full stops that the locale's own months have. */
    public static String text(LocalDate day, Locale locale) {
        String[] months = Messages.get(locale, "dates.months.short").split(",", -1);
        return day.getDayOfMonth() + " " + months[day.getMonthValue() - 1] + " " + day.getYear();
    }
}
