package se.stegen.common;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Swedish public holidays (lagen 1989:253 om allmänna helgdagar, national day since SFS 2004:1320) other than Sundays, and
 * the three eves on which clinics are closed as well. Pure.
 */
public final class SwedishHolidays {
    private SwedishHolidays() {}

    /** The holiday that the day is, as the key of its name: {@code holiday.<key>}; empty on other days. */
    public static Optional<String> of(LocalDate day) {
        return Optional.ofNullable(ofYear(day.getYear()).get(day));
    }

    private static Map<LocalDate, String> ofYear(int year) {
        Map<LocalDate, String> days = new TreeMap<>();
        days.put(LocalDate.of(year, 1, 1), "NEW_YEAR");
        days.put(LocalDate.of(year, 1, 6), "EPIPHANY");
        LocalDate easter = easter(year);
        days.put(easter.minusDays(2), "GOOD_FRIDAY");
        days.put(easter.plusDays(1), "EASTER_MONDAY");
        days.put(LocalDate.of(year, 5, 1), "FIRST_OF_MAY");
        days.put(easter.plusDays(39), "ASCENSION");
        days.put(LocalDate.of(year, 6, 6), "NATIONAL_DAY");
        LocalDate midsummer = LocalDate.of(year, 6, 20).with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY));
        days.put(midsummer.minusDays(1), "MIDSUMMER_EVE");
        days.put(midsummer, "MIDSUMMER");
        days.put(LocalDate.of(year, 10, 31).with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY)), "ALL_SAINTS");
        days.put(LocalDate.of(year, 12, 24), "CHRISTMAS_EVE");
        days.put(LocalDate.of(year, 12, 25), "CHRISTMAS");
        days.put(LocalDate.of(year, 12, 26), "SECOND_CHRISTMAS");
        days.put(LocalDate.of(year, 12, 31), "NEW_YEARS_EVE");
        return days;
    }

    /** Easter Sunday by the Gregorian calendar (Meeus, Jones and Butcher). */
    static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
        int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
        return LocalDate.of(year, f / 31, f % 31 + 1);
    }
}
