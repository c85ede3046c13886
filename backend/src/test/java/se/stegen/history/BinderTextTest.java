package se.stegen.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.stegen.history.BinderText.Day;
import se.stegen.history.BinderText.Goals;
import se.stegen.history.BinderText.Kind;

class BinderTextTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Set<String> GOALS = new TreeSet<>();

    static {
        for (int i = 1; i <= 12; i++) {
            GOALS.add("c" + i);
        }
        for (int i = 1; i <= 6; i++) {
            GOALS.add("a" + i);
        }
        GOALS.addAll(List.of("b1", "b2", "b3", "b4", "b5"));
    }

    /** The periods of the appendix to the rules, as a real list of placements has them. */
    @ParameterizedTest
    @CsvSource({
        "170403 - 171001, 2017-04-03, 2017-10-01",
        "171002 -180408, 2017-10-02, 2018-04-08",
        "181001 – 190331, 2018-10-01, 2019-03-31",
        "2020-01-29-2020-09-09, 2020-01-29, 2020-09-09",
        "2019-12-09 -2019-12-13, 2019-12-09, 2019-12-13"
    })
    void ofAPeriodTheLastDayCounts(String written, LocalDate from, LocalDate to) {
        assertEquals(new Day(to, from), BinderText.day(written, TODAY).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-29, 2024-02-29",
        "20240229, 2024-02-29",
        "240229, 2024-02-29",
        "990105, 1999-01-05",
        "2024.2.9, 2024-02-09",
        "27/2 2026, 2026-02-27",
        "1 april 2026, 2026-04-01",
        "45351, 2024-02-29"
    })
    void aDayAsPeopleWriteIt(String written, LocalDate day) {
        assertEquals(new Day(day, null), BinderText.day(written, TODAY).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({"201206, 2012-06", "200101, 2001-01", "201201-201212, 2012-01", "190403 - 201001, 2010-01"})
    void sixDigitsThatMayBeAMonthSaySo(String written, YearMonth month) {
        assertTrue(BinderText.day(written, TODAY).isPresent());
        assertEquals(month, BinderText.orMonth(written).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"240229", "201213", "201013", "20201206", "2020-12-06", "20-12-06", "990105", "40988"})
    void aDayThatIsNoMonthIsADay(String written) {
        assertTrue(BinderText.orMonth(written).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "våren 2024",
                "2024-02-30",
                "2023-02-29",
                "240230",
                "2024",
                "2024-02",
                "171001 - 170403",
                "Tjänstledig",
                "12/13 2024"
            })
    void whatIsNoDayStaysEmpty(String written) {
        assertTrue(BinderText.day(written, TODAY).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "c1,c2,c3,c6,c12          | c1 c2 c3 c6 c12 | false | false",
                "a1, a3, b1               | a1 a3 b1        | false | false",
                "A1 B 2                   | a1 b2           | false | false",
                "Del av delmål c2,c3,c8,c10 | c2 c3 c8 c10  | true  | false",
                "c5, delavdelmål c1-c4    | c5 c1 c2 c3 c4  | true  | true",
                "c1–4                     | c1 c2 c3 c4     | false | true",
                "delmål c IV              | c4              | false | true",
                "a1 och b2                | a1 b2           | false | false"
            })
    void goalsAsPeopleWriteThem(String written, String codes, boolean part, boolean read) {
        assertEquals(new Goals(List.of(codes.split(" ")), List.of(), "", part, read), BinderText.goals(written, GOALS));
    }

    @Test
    void whatIsNoGoalIsSaidAndNotGuessed() {
        assertEquals(new Goals(List.of("c1"), List.of("c99"), "", false, false), BinderText.goals("c1, c99", GOALS));
        assertEquals(new Goals(List.of(), List.of("3"), "", false, false), BinderText.goals("delmål 3", GOALS));
        assertEquals(new Goals(List.of(), List.of("sta1"), "", false, false), BinderText.goals("STa1", GOALS));
        assertEquals(
                new Goals(List.of("c2"), List.of(), "barn ungdom", false, false),
                BinderText.goals("c2 (barn & ungdom)", GOALS));
        assertEquals(new Goals(List.of(), List.of("a1-c3"), "", false, true), BinderText.goals("a1-c3", GOALS));
        assertEquals(
                List.of("STb2"),
                BinderText.goals("stb 2", Set.of("STb2", "STa1")).codes());
    }

    @ParameterizedTest
    @CsvSource({
        "Handledarsamtal, SUPERVISION,",
        "SUPERVISION, SUPERVISION,",
        "Mini-CEX, ASSESSMENT, mini-cex",
        "Bedömning, ASSESSMENT,",
        "360-graders, ASSESSMENT, msf-360",
        "IUP reviderad, IUP_APPROVAL,",
        "Specialistkollegium, COLLEGIUM,",
        "medarbetarsamtal, DEVELOPMENT_TALK,",
        "Avstämningsmöte, RECONCILIATION,",
        "introduktion, INTRODUCTION,",
        "Självstudier, SELF_STUDY,"
    })
    void kindsByTheWordsInUse(String written, TransferredKind kind, String form) {
        Map<String, String> forms = Map.of("mini cex", "mini-cex", "360", "msf-360");
        assertEquals(new Kind(kind, form), BinderText.kind(written, forms).orElseThrow());
    }

    @Test
    void aKindThatIsNotKnownStaysEmpty() {
        assertTrue(BinderText.kind("Rotationsmånad", Map.of()).isEmpty());
        assertTrue(BinderText.kind("", Map.of()).isEmpty());
        assertTrue(BinderText.kind("minicex", Map.of()).isEmpty(), "the clinic does not have the form");
    }

    @ParameterizedTest
    @CsvSource({"2, 2", "'2,5', 2.5", "2.5 h, 2.5", "4 tim, 4", "1:30, 1.50", "1 h 30 min, 1.50"})
    void hoursAsPeopleWriteThem(String written, BigDecimal hours) {
        assertEquals(0, hours.compareTo(BinderText.hours(written).orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "en timme", "1:20", "-2", "2-3"})
    void whatIsNoHoursStaysEmpty(String written) {
        assertTrue(BinderText.hours(written).isEmpty());
    }
}
