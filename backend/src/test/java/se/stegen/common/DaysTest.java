package se.stegen.common;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DaysTest {
    @Test
    void shortAndWithoutFullStops() {
        assertEquals("5 dec 2025", Days.text(LocalDate.of(2025, 12, 5), Messages.SWEDISH));
        assertEquals("29 feb 2028", Days.text(LocalDate.of(2028, 2, 29), Messages.SWEDISH));
        assertEquals("1 Jan 2026", Days.text(LocalDate.of(2026, 1, 1), Locale.ENGLISH));
    }
}
