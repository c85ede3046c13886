package se.stegen.teaching;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TeachingDaysTest {
    private static final LocalDate THURSDAY = LocalDate.of(2026, 12, 17);

    @Test
    void aWeekApartAndTheHolidaysAmongThem() {
        LocalDate until = LocalDate.of(2027, 1, 14);
        assertEquals(
                List.of("2026-12-17", "2026-12-24", "2026-12-31", "2027-01-07", "2027-01-14"),
                TeachingDays.weekly(THURSDAY, until).stream()
                        .map(LocalDate::toString)
                        .toList());
        assertEquals(
                List.of(LocalDate.of(2026, 12, 24), LocalDate.of(2026, 12, 31)),
                TeachingDays.holidays(THURSDAY, until));
    }

    @Test
    void whatIsNotFilledInYetHasNoDays() {
        assertEquals(List.of(), TeachingDays.weekly(THURSDAY, null));
        assertEquals(List.of(), TeachingDays.holidays(null, THURSDAY));
        assertEquals(List.of(), TeachingDays.weekly(THURSDAY, THURSDAY.minusDays(1)));
        assertEquals(List.of(THURSDAY), TeachingDays.weekly(THURSDAY, THURSDAY));
    }
}
