package se.stegen.ui.iup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.stegen.common.Period;
import se.stegen.iup.IupItemData;

class QuickWordsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Period TERM = new Period(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 6, 30));
    private static final List<String> CODES = List.of("STa5", "STb1", "STc1", "STc6", "BT1", "a1");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "DOPS × 4 laparoskopi, STc6, februari–maj | OTHER | 2027-02-01 | 2027-05-31",
                "Urologi, STc1, VT27                      | PLACEMENT | 2027-01-01 | 2027-06-30",
                "Kurs LIVA, STa5 STb1, ht 2027            | COURSE | 2027-07-01 | 2027-12-31",
                "KAVA, STc1, VT24-HT25                    | PLACEMENT | 2024-01-01 | 2025-12-31",
                "Självstudier, STc1, dec                  | SELF_STUDY | 2026-12-01 | 2026-12-31",
                "Förbättringsarbete, STa5, nov–feb        | QUALITY_WORK | 2026-11-01 | 2027-02-28",
                "Vetenskapligt arbete, a1, nov 2025–feb   | RESEARCH | 2025-11-01 | 2026-02-28",
                "Journal club, STa5, 2027-02-28           | TEACHING | 2027-02-28 | 2027-02-28",
                "Research course, Sp27–Au27, stb1         | RESEARCH | 2027-01-01 | 2027-12-31",
                "Mini-CEX, January–mars 2028, bt1         | OTHER | 2028-01-01 | 2028-03-31",
                "Randning utan tid                        | PLACEMENT | 2027-01-01 | 2027-06-30"
            })
    void aLineIsRead(String line, String kind, LocalDate from, LocalDate to) {
        IupItemData data = read(line).orElseThrow();
        assertEquals(kind, data.kind());
        assertEquals(from, data.from());
        assertEquals(to, data.to());
    }

    @Test
    void goalsAreKnownInAnyCaseAndOnlyWhereAPartIsNothingButGoals() {
        IupItemData data =
                read("Kurs om STa5 och etik, sta5 + STB1, ledarskap, BT1").orElseThrow();
        assertEquals("Kurs om STa5 och etik, ledarskap", data.title());
        assertEquals(List.of("STa5", "STb1", "BT1"), data.goalCodes());
    }

    @Test
    void whatIsNoPeriodStaysInTheTitle() {
        assertEquals(
                "Kurs, 2027-02-31, ht27–vt27",
                read("Kurs, 2027-02-31, ht27–vt27").orElseThrow().title());
        assertTrue(read(" , STc1, VT27").isEmpty());
        assertTrue(read("").isEmpty());
    }

    private static Optional<IupItemData> read(String line) {
        return QuickWords.read(line, CODES, TODAY, TERM);
    }
}
