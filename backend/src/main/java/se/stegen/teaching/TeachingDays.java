package se.stegen.teaching;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import se.stegen.common.SwedishHolidays;

/** The days of a weekly series. Pure. */
public final class TeachingDays {
    private static final Period WEEK = Period.ofWeeks(1);

    private TeachingDays() {}

    /** The days from the first on, a week apart, up to the last; none where that lies before, or one is missing. */
    public static List<LocalDate> weekly(@Nullable LocalDate first, @Nullable LocalDate until) {
        return first == null || until == null || until.isBefore(first)
                ? List.of()
                : first.datesUntil(until.plusDays(1), WEEK).toList();
    }

    /** Those of them on which clinics are closed. */
    public static List<LocalDate> holidays(@Nullable LocalDate first, @Nullable LocalDate until) {
        return weekly(first, until).stream()
                .filter(day -> SwedishHolidays.of(day).isPresent())
                .toList();
    }
}
