package se.stegen.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.stegen.common.Period;
import se.stegen.time.TimeFacts.Away;
import se.stegen.time.TimeFacts.Credited;
import se.stegen.time.TimeFacts.Rate;

class TimeRulesTest {
    private static final LocalDate START = LocalDate.of(2024, 2, 1);
    private static final LocalDate NOMINAL = LocalDate.of(2029, 7, 31);
    private static final List<Period> POST = List.of(new Period(START, null));

    private static TimeFacts facts(List<Period> posts, List<Rate> rates, List<Away> leaves, Credited... credits) {
        return new TimeFacts(START, 66, 12, posts, rates, leaves, List.of(credits));
    }

    private static Away leave(String from, String to, int percent) {
        return new Away(1, new Period(LocalDate.parse(from), to.isEmpty() ? null : LocalDate.parse(to)), percent);
    }

    private static List<Integer> shifts(Projection projection) {
        return projection.shifts().stream()
                .map(Shift::days)
                .map(Objects::requireNonNull)
                .toList();
    }

    @Test
    void fullTimeInOneGoEndsOnTheNominalDay() {
        TimeFacts facts = facts(POST, List.of(new Rate(1, START, 100)), List.of());
        assertEquals(new Projection(NOMINAL, NOMINAL, null, List.of()), TimeRules.project(facts));
        assertEquals(10_000, TimeRules.served(facts, START));
        assertEquals(0, TimeRules.served(facts, START.minusDays(1)));
        assertEquals(366L * 10_000, TimeRules.served(facts, LocalDate.of(2025, 1, 31)));
        assertEquals(TimeRules.required(facts), TimeRules.served(facts, NOMINAL));
    }

    @Test
    void aFullLeaveMovesTheEndByItsDays() {
        Projection projection =
                TimeRules.project(facts(POST, List.of(), List.of(leave("2025-02-01", "2025-07-31", 100))));
        assertEquals(List.of(181), shifts(projection));
        assertEquals(NOMINAL.plusDays(181), projection.end());
        assertEquals(
                new Shift(ShiftKind.LEAVE, 1, LocalDate.of(2025, 2, 1), LocalDate.of(2025, 7, 31), 100, 181),
                projection.shifts().getFirst());
    }

    @Test
    void partLeaveIsAPartOfThePostsOwnTime() {
        // Half of 80 percent is 40 percent served: 366 days of 2024-02-01 to 2025-01-31.
        TimeFacts facts = facts(
                POST,
                List.of(new Rate(7, START, 80), new Rate(8, LocalDate.of(2025, 2, 1), 100)),
                List.of(leave("2024-02-01", "2025-01-31", 50)));
        assertEquals(366L * 4_000, TimeRules.served(facts, LocalDate.of(2025, 1, 31)));
        // 366 × 0.2 = 73.2 is 74 whole days; with the leave 366 × 0.6 = 219.6, 220 days in all.
        assertEquals(List.of(74, 146), shifts(TimeRules.project(facts)));
    }

    @Test
    void leavesOfTheSameDaysAreAddedUpToAHundred() {
        TimeFacts facts = facts(
                POST, List.of(), List.of(leave("2025-01-01", "2025-01-10", 60), leave("2025-01-06", "2025-01-15", 60)));
        LocalDate before = LocalDate.of(2024, 12, 31);
        long served = TimeRules.served(facts, LocalDate.of(2025, 1, 15)) - TimeRules.served(facts, before);
        assertEquals(5 * 4_000 + 0 + 5 * 4_000, served);
    }

    @Test
    void daysWithoutAPostDoNotCountAndALeaveAcrossPostsIsOne() {
        List<Period> posts =
                List.of(new Period(START, LocalDate.of(2024, 12, 31)), new Period(LocalDate.of(2025, 1, 11), null));
        assertEquals(List.of(10), shifts(TimeRules.project(facts(posts, List.of(), List.of()))));
        Projection both = TimeRules.project(facts(posts, List.of(), List.of(leave("2024-12-22", "2025-01-20", 100))));
        assertEquals(List.of(30, 0), shifts(both));
        // A leave that begins before the post: only the post's days are lost twice over.
        Projection late = TimeRules.project(facts(
                List.of(new Period(START.plusDays(10), null)),
                List.of(),
                List.of(new Away(1, new Period(START.minusDays(5), START.plusDays(19)), 100))));
        assertEquals(NOMINAL.plusDays(20), late.end());
    }

    @Test
    void creditsShortenButUnder2021AYearRemains() {
        Credited dissertation = new Credited(1, 6, 0);
        Projection six = TimeRules.project(facts(POST, List.of(), List.of(), dissertation));
        assertEquals(LocalDate.of(2029, 1, 31), six.end());
        assertEquals(List.of(-181), shifts(six));
        Projection floor = TimeRules.project(
                facts(POST, List.of(), List.of(), dissertation, new Credited(2, 54, 15), new Credited(3, 1, 0)));
        assertEquals(LocalDate.of(2025, 1, 31), floor.end());
        assertEquals(0, shifts(floor).getLast());
        TimeFacts everything = new TimeFacts(START, 60, 0, POST, List.of(), List.of(), List.of(new Credited(1, 70, 0)));
        assertEquals(START.minusDays(1), TimeRules.project(everything).end());
    }

    @Test
    void noEndWithTheReason() {
        Projection open = TimeRules.project(
                facts(POST, List.of(), List.of(leave("2025-01-01", "2025-01-10", 100), leave("2026-01-01", "", 100))));
        assertNull(open.end());
        assertEquals(Endless.LEAVE_OPEN, open.endless());
        assertEquals(10, open.shifts().getFirst().days());
        assertNull(open.shifts().getLast().days());
        Projection ends =
                TimeRules.project(facts(List.of(new Period(START, LocalDate.of(2026, 1, 31))), List.of(), List.of()));
        assertEquals(Endless.POST_ENDS, ends.endless());
        assertEquals(
                Endless.NO_POST,
                TimeRules.project(facts(List.of(), List.of(), List.of())).endless());
        // What comes after the end takes nothing away.
        assertEquals(
                NOMINAL,
                TimeRules.project(facts(
                                List.of(new Period(START, NOMINAL)), List.of(), List.of(leave("2030-01-01", "", 100))))
                        .end());
        // Two halves without a last day are a whole.
        assertEquals(
                Endless.LEAVE_OPEN,
                TimeRules.project(facts(
                                POST, List.of(), List.of(leave("2025-01-01", "", 50), leave("2026-01-01", "", 50))))
                        .endless());
    }

    @Test
    void iupDeadline() {
        LocalDate start = LocalDate.of(2025, 8, 31);
        assertEquals(Optional.of(LocalDate.of(2026, 2, 28)), TimeRules.iupDeadline(start, 6, List.of()));
        List<Period> leaves = List.of(
                new Period(LocalDate.of(2025, 10, 1), LocalDate.of(2025, 10, 31)),
                new Period(LocalDate.of(2025, 10, 15), LocalDate.of(2025, 11, 4)),
                new Period(LocalDate.of(2020, 1, 1), LocalDate.of(2025, 8, 31)));
        assertEquals(Optional.of(LocalDate.of(2026, 2, 28).plusDays(36)), TimeRules.iupDeadline(start, 6, leaves));
        assertEquals(
                Optional.empty(),
                TimeRules.iupDeadline(start, 6, List.of(new Period(LocalDate.of(2025, 12, 1), null))));
        // An endless leave that begins once the days have passed changes nothing.
        assertEquals(
                Optional.of(LocalDate.of(2026, 2, 28)),
                TimeRules.iupDeadline(start, 6, List.of(new Period(LocalDate.of(2026, 2, 28), null))));
        assertEquals(Optional.of(start), TimeRules.iupDeadline(start, 0, List.of(new Period(start, null))));
    }

    @Test
    void monthsOfDays() {
        assertEquals(0, TimeRules.months(START, 28));
        assertEquals(1, TimeRules.months(START, 29));
        assertEquals(66, TimeRules.months(START, TimeRules.required(facts(POST, List.of(), List.of())) / 10_000));
    }
}
