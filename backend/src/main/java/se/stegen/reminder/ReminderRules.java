package se.stegen.reminder;

import io.micronaut.core.annotation.Nullable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import se.stegen.common.Today;

/**
 * When a weekly digest is due. Pure. It is asked by the day and the clock on the wall, never by hours that have passed: an
 * hour that the clock leaves out or has twice changes nothing.
 */
final class ReminderRules {
    /** From this time of day in Sweden. */
    static final LocalTime FROM = LocalTime.of(6, 30);

    /** A digest that came late does not meet the next one: so many days lie between two at least. */
    static final int LEAST_DAYS = 3;

    private static final DateTimeFormatter WEEK =
            DateTimeFormatter.ofPattern("YYYY-'W'ww", Locale.forLanguageTag("sv-SE"));

    private ReminderRules() {}

    /**
     * Whether it is due: from 06:30 on the person's weekday until the week ends, so that a program that was down on Monday
     * sends on Tuesday; once in a week.
     *
     * @param lastSent the day of the latest digest in Sweden; null where there was none
     */
    static boolean due(DayOfWeek weekday, @Nullable LocalDate lastSent, ZonedDateTime now) {
        ZonedDateTime here = now.withZoneSameInstant(Today.SWEDEN);
        LocalDate today = here.toLocalDate();
        if (here.toLocalTime().isBefore(FROM) || here.getDayOfWeek().compareTo(weekday) < 0) {
            return false;
        }
        return lastSent == null
                || (!week(lastSent).equals(week(today))
                        && !lastSent.plusDays(LEAST_DAYS).isAfter(today));
    }

    /** The week of ISO 8601: {@code 2026-W48}. */
    static String week(LocalDate day) {
        return WEEK.format(day);
    }
}
