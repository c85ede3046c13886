package se.stegen.guideline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import se.stegen.common.Period;

class GuidelineRulesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final Period LONG_POST = new Period(LocalDate.of(2020, 1, 1), null);

    @Test
    void theYearEndsOnTheDayAndHasEveryDayOnce() {
        assertEquals(new Period(LocalDate.of(2025, 11, 22), DAY), GuidelineRules.yearEnding(DAY));
        assertEquals(365, GuidelineRules.daysInYearEnding(DAY));
        assertEquals(366, GuidelineRules.daysInYearEnding(LocalDate.of(2024, 2, 29)));
        assertEquals(366, GuidelineRules.daysInYearEnding(LocalDate.of(2024, 6, 1)));
        assertEquals(366, GuidelineRules.daysInYearEnding(LocalDate.of(2025, 2, 28)));
        assertEquals(365, GuidelineRules.daysInYearEnding(LocalDate.of(2025, 3, 1)));
    }

    @Test
    void aPostThatBeganLateServesFewerDays() {
        assertEquals(365, GuidelineRules.served(DAY, LONG_POST, List.of()));
        assertEquals(1, GuidelineRules.served(DAY, new Period(DAY, null), List.of()));
        assertEquals(10, GuidelineRules.served(DAY, new Period(DAY.minusDays(9), DAY.plusYears(1)), List.of()));
        assertEquals(0, GuidelineRules.served(DAY, new Period(DAY.plusDays(1), null), List.of()));
    }

    @Test
    void fourteenDaysOfLeaveChangeNothingFifteenDo() {
        assertEquals(365, GuidelineRules.served(DAY, LONG_POST, List.of(leave(14))));
        assertEquals(350, GuidelineRules.served(DAY, LONG_POST, List.of(leave(15))));
    }

    @Test
    void overlappingLeavesCountOnceAndOpenOnesToTheDay() {
        Period first = new Period(DAY.minusDays(99), DAY.minusDays(50));
        Period second = new Period(DAY.minusDays(69), DAY.minusDays(40));
        assertEquals(365 - 60, GuidelineRules.served(DAY, LONG_POST, List.of(second, first)));
        assertEquals(365 - 30, GuidelineRules.served(DAY, LONG_POST, List.of(new Period(DAY.minusDays(29), null))));
        assertEquals(0, GuidelineRules.served(DAY, LONG_POST, List.of(new Period(DAY.minusYears(3), null))));
    }

    @Test
    void leaveOutsideThePostIsNotTakenOff() {
        Period post = new Period(DAY.minusDays(99), null);
        assertEquals(
                100, GuidelineRules.served(DAY, post, List.of(new Period(DAY.minusDays(300), DAY.minusDays(100)))));
        // Only the 14 days that lie inside the post are counted against the least.
        assertEquals(100, GuidelineRules.served(DAY, post, List.of(new Period(DAY.minusDays(300), DAY.minusDays(86)))));
    }

    @Test
    void requiredIsRoundedDown() {
        assertEquals(9, GuidelineRules.required(9, 365, 365));
        assertEquals(8, GuidelineRules.required(9, 364, 365));
        assertEquals(0, GuidelineRules.required(9, 40, 365));
        assertEquals(1, GuidelineRules.required(9, 41, 365));
        assertEquals(9, GuidelineRules.required(9, 366, 366));
    }

    @Test
    void sharesAreExact() {
        BigDecimal green = new BigDecimal("0.900");
        BigDecimal yellow = new BigDecimal("0.700");
        assertEquals(LightStatus.GREEN, GuidelineRules.status(9, 10, green, yellow));
        assertEquals(LightStatus.YELLOW, GuidelineRules.status(8, 9, green, yellow));
        assertEquals(LightStatus.YELLOW, GuidelineRules.status(7, 10, green, yellow));
        assertEquals(LightStatus.RED, GuidelineRules.status(2, 3, green, yellow));
        assertEquals(LightStatus.NOT_APPLICABLE, GuidelineRules.status(0, 0, green, yellow));
    }

    @Test
    void trainingHoldsToTheDayItTurnsTooOld() {
        assertTrue(GuidelineRules.trainingHolds(DAY.minusYears(5), 5, DAY));
        assertFalse(GuidelineRules.trainingHolds(DAY.minusYears(5).minusDays(1), 5, DAY));
        assertTrue(GuidelineRules.trainingHolds(DAY.minusYears(40), null, DAY));
    }

    private static Period leave(int days) {
        return new Period(DAY.minusDays(100), DAY.minusDays(100).plusDays(days - 1L));
    }

    @Test
    void ofATotalAsManyAreAskedForAsHaveBeenServed() {
        LocalDate start = LocalDate.of(2021, 1, 1);
        // 60 months are 1826 days: the first of three is due on the day that a third of them has been served.
        LocalDate first = start.plusDays(608);
        assertEquals(0, GuidelineRules.requiredOfTotal(3, start, 60, List.of(), first.minusDays(1)));
        assertEquals(1, GuidelineRules.requiredOfTotal(3, start, 60, List.of(), first));
        assertEquals(2, GuidelineRules.requiredOfTotal(3, start, 60, List.of(), start.plusDays(1217)));
        assertEquals(2, GuidelineRules.requiredOfTotal(3, start, 60, List.of(), start.plusDays(1824)));
        assertEquals(3, GuidelineRules.requiredOfTotal(3, start, 60, List.of(), start.plusDays(1825)));
        assertEquals(3, GuidelineRules.requiredOfTotal(3, start, 60, List.of(), start.plusYears(30)));
        assertEquals(0, GuidelineRules.requiredOfTotal(3, start, 60, List.of(), start.minusDays(1)));
        List<Period> oneDay = List.of(new Period(start.plusDays(9), start.plusDays(9)));
        assertEquals(0, GuidelineRules.requiredOfTotal(3, start, 60, oneDay, first));
        assertEquals(1, GuidelineRules.requiredOfTotal(3, start, 60, oneDay, first.plusDays(1)));
    }

    @Test
    void anIntroductionIsAskedForFromTheNinetiethDayWithoutLeave() {
        assertFalse(GuidelineRules.asksForIntroduction(DAY.minusDays(88), List.of(), DAY));
        assertTrue(GuidelineRules.asksForIntroduction(DAY.minusDays(89), List.of(), DAY));
        List<Period> away = List.of(new Period(DAY.minusDays(50), DAY.minusDays(50)));
        assertFalse(GuidelineRules.asksForIntroduction(DAY.minusDays(89), away, DAY));
        assertFalse(GuidelineRules.asksForIntroduction(DAY.plusDays(1), List.of(), DAY));
    }

    @Test
    void hoursAreAskedForByTheWeekServed() {
        assertEquals(52, GuidelineRules.requiredHours(BigDecimal.ONE, 365));
        assertEquals(0, GuidelineRules.requiredHours(BigDecimal.ONE, 6));
        assertEquals(1, GuidelineRules.requiredHours(BigDecimal.ONE, 7));
        assertEquals(3, GuidelineRules.requiredHours(new BigDecimal("1.50"), 14));
        assertEquals(130, GuidelineRules.requiredHours(new BigDecimal("2.50"), 366));
    }

    @Test
    void teachingIsGreenFromNineTenthsAndYellowFromSeven() {
        assertEquals(LightStatus.GREEN, GuidelineRules.teachingStatus(9, 10));
        assertEquals(LightStatus.YELLOW, GuidelineRules.teachingStatus(37, 42));
        assertEquals(LightStatus.GREEN, GuidelineRules.teachingStatus(38, 42));
        assertEquals(LightStatus.RED, GuidelineRules.teachingStatus(29, 42));
        assertEquals(LightStatus.YELLOW, GuidelineRules.teachingStatus(30, 42));
    }

    @Test
    void servedAsCountedDayByDay() {
        for (long seed = 1; seed <= 10_000; seed++) {
            Random random = new Random(seed);
            LocalDate day = LocalDate.of(2024, 2, 29).plusDays(random.nextInt(1500));
            LocalDate from = day.minusDays(random.nextInt(600));
            Period post = new Period(from, random.nextBoolean() ? null : from.plusDays(random.nextInt(600)));
            List<Period> leaves = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                LocalDate away = from.plusDays(random.nextInt(500) - 100L);
                leaves.add(new Period(away, random.nextInt(9) == 0 ? null : away.plusDays(random.nextInt(60))));
            }
            int inPost = 0;
            int onLeave = 0;
            for (LocalDate d = day.minusYears(1).plusDays(1); !d.isAfter(day); d = d.plusDays(1)) {
                LocalDate one = d;
                if (post.contains(one)) {
                    inPost++;
                    onLeave += leaves.stream().anyMatch(leave -> leave.contains(one)) ? 1 : 0;
                }
            }
            assertEquals(
                    inPost - (onLeave < 15 ? 0 : onLeave),
                    GuidelineRules.served(day, post, leaves),
                    "seed " + seed + ": " + day + post + leaves);
        }
    }
}
