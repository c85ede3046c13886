package se.stegen.supervision;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import se.stegen.common.SwedishHolidays;

/** Which days a series falls on. Pure. */
final class SeriesRules {
    /** The greatest number of sessions in one series. */
    static final int MOST = 40;

    private static final int WIDEST = 26;

    private SeriesRules() {}

    /** So many weeks between that the needed sessions are spread over the time that is left: 1-26. */
    static int everyWeeks(int needed, LocalDate from, LocalDate to) {
        long weeks = Math.max(1, ChronoUnit.WEEKS.between(from, to.plusDays(1)));
        return Math.clamp(weeks / Math.max(1, needed), 1, WIDEST);
    }

    /** The days of a rhythm in order: those that are proposed, and those passed over with what stands in the way. */
    static List<SeriesDay> days(SeriesRhythm rhythm, Predicate<LocalDate> onLeave, Set<LocalDate> planned) {
        List<SeriesDay> days = new ArrayList<>();
        int proposed = 0;
        for (LocalDate day = rhythm.from().with(TemporalAdjusters.nextOrSame(rhythm.weekday()));
                !day.isAfter(rhythm.to()) && proposed < rhythm.count();
                day = day.plusWeeks(rhythm.everyWeeks())) {
            SeriesDay next = day(day, onLeave, planned);
            proposed += next.obstacle() == null ? 1 : 0;
            days.add(next);
        }
        return days;
    }

    /** A day with what stands in its way, if anything. */
    static SeriesDay day(LocalDate day, Predicate<LocalDate> onLeave, Set<LocalDate> planned) {
        String holiday = SwedishHolidays.of(day).orElse(null);
        if (holiday != null) {
            return new SeriesDay(day, SeriesDay.Obstacle.HOLIDAY, holiday);
        }
        if (onLeave.test(day)) {
            return new SeriesDay(day, SeriesDay.Obstacle.LEAVE, null);
        }
        return new SeriesDay(day, planned.contains(day) ? SeriesDay.Obstacle.PLANNED : null, null);
    }
}
