package se.stegen.ui.component;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import se.stegen.common.Days;
import se.stegen.common.Messages;
import se.stegen.common.Today;

/** Days and times as people read them: {@code 21 nov 2026}, {@code 14:02}. */
public final class Dates {
    private Dates() {}

    /** The day as {@code 21 nov 2026}. */
    public static String day(LocalDate day, Locale locale) {
        return Days.text(day, locale);
    }

    /** The day in a sentence, without its year: {@code 28 februari}. */
    public static String dayOfYear(LocalDate day, Locale locale) {
        return day.getDayOfMonth() + " " + list(locale, "dates.months").get(day.getMonthValue() - 1);
    }

    /** The month: {@code december 2029}. */
    public static String month(LocalDate day, Locale locale) {
        return list(locale, "dates.months").get(day.getMonthValue() - 1) + " " + day.getYear();
    }

    /** The time of day in Sweden. */
    public static String time(LocalDateTime utc) {
        ZonedDateTime there = inSweden(utc);
        return "%02d:%02d".formatted(there.getHour(), there.getMinute());
    }

    /** Day and time in Sweden: {@code 21 nov 2026 14:02}. */
    public static String moment(LocalDateTime utc, Locale locale) {
        return day(Today.dayOf(utc), locale) + " " + time(utc);
    }

    /** How long ago a day was: {@code i dag}, {@code i går}, {@code för 6 dagar sedan}. */
    public static String ago(LocalDate day, LocalDate today, Locale locale) {
        long days = today.toEpochDay() - day.toEpochDay();
        if (days <= 0) {
            return Messages.get(locale, "dates.today");
        }
        return days == 1
                ? Messages.get(locale, "dates.yesterday")
                : Messages.get(locale, "dates.ago", Long.toString(days));
    }

    /** Since when something waits: {@code sedan i dag}, {@code sedan i går}, {@code sedan 6 dagar}. */
    public static String since(LocalDate day, LocalDate today, Locale locale) {
        long days = Math.max(0, today.toEpochDay() - day.toEpochDay());
        return Messages.get(locale, "dates.since", days);
    }

    /** A field for a day in the reader's language; days are written {@code 2026-11-21}. */
    public static DatePicker field(String label, Locale locale) {
        DatePicker field = new DatePicker(label);
        DatePickerI18n i18n = new DatePickerI18n();
        List<String> days = list(locale, "dates.days");
        i18n.setMonthNames(list(locale, "dates.months"));
        i18n.setWeekdays(days);
        i18n.setWeekdaysShort(days.stream().map(day -> day.substring(0, 2)).toList());
        i18n.setFirstDayOfWeek(1);
        i18n.setToday(Messages.get(locale, "dates.pick.today"));
        i18n.setCancel(Messages.get(locale, "cancel"));
        i18n.setDateFormats("yyyy-MM-dd", "yyyyMMdd", "d/M yyyy");
        i18n.setBadInputErrorMessage(Messages.get(locale, "dates.bad"));
        field.setI18n(i18n);
        field.setWeekNumbersVisible(true);
        return field;
    }

    private static ZonedDateTime inSweden(LocalDateTime utc) {
        return utc.atZone(ZoneOffset.UTC).withZoneSameInstant(Today.SWEDEN);
    }

    private static List<String> list(Locale locale, String key) {
        return List.of(Messages.get(locale, key).split(","));
    }
}
