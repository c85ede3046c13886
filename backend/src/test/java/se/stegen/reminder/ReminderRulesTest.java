package se.stegen.reminder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micronaut.core.annotation.Nullable;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.stegen.common.Today;

/** When a weekly digest is due. */
class ReminderRulesTest {
    @ParameterizedTest
    @CsvSource({
        "MONDAY, , 2026-11-23T06:29, false",
        "MONDAY, , 2026-11-23T06:30, true",
        "MONDAY, 2026-11-16, 2026-11-23T06:30, true",
        "MONDAY, 2026-11-23, 2026-11-24T06:30, false", // sent this week
        "MONDAY, 2026-11-16, 2026-11-24T07:00, true", // down on Monday
        "MONDAY, 2026-11-22, 2026-11-23T07:00, false", // came late last week
        "MONDAY, 2026-11-22, 2026-11-25T07:00, true",
        "THURSDAY, 2026-11-19, 2026-11-23T07:00, false",
        "THURSDAY, 2026-11-19, 2026-11-26T07:00, true",
        "MONDAY, 2026-12-28, 2027-01-01T07:00, false", // the same week of ISO 8601 in another year
    })
    void onceAWeekFromTheChosenDayOn(DayOfWeek weekday, @Nullable LocalDate lastSent, LocalDateTime now, boolean due) {
        assertEquals(due, ReminderRules.due(weekday, lastSent, now.atZone(Today.SWEDEN)));
    }

    /** Every ten minutes of the weeks around, told in hours that pass: one digest on each of the Sundays. */
    @ParameterizedTest
    @CsvSource({"2026-03-22, 2026-03-29", "2026-10-18, 2026-10-25"})
    void onceOnTheDayWhenTheClockChanges(LocalDate before, LocalDate change) {
        List<LocalDate> sent = new ArrayList<>();
        ZonedDateTime now = before.atStartOfDay(Today.SWEDEN);
        while (now.toLocalDate().isBefore(change.plusDays(6))) {
            if (ReminderRules.due(DayOfWeek.SUNDAY, sent.isEmpty() ? null : sent.getLast(), now)) {
                sent.add(now.toLocalDate());
            }
            now = now.plus(Duration.ofMinutes(10));
        }
        assertEquals(List.of(before, change), sent);
    }

    @Test
    void weeksAreThoseOfTheStandard() {
        assertEquals("2026-W53", ReminderRules.week(LocalDate.of(2027, 1, 3)));
        assertEquals("2027-W01", ReminderRules.week(LocalDate.of(2027, 1, 4)));
    }
}
