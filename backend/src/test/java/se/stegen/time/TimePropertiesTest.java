package se.stegen.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import se.stegen.common.Period;
import se.stegen.time.TimeFacts.Away;
import se.stegen.time.TimeFacts.Credited;
import se.stegen.time.TimeFacts.Rate;

/** What holds for every programme: 10 000 random ones against {@link SlowTime}. The seed stands in each message. */
class TimePropertiesTest {
    private static final int PROGRAMMES = 10_000;
    private static final long FIRST_SEED = 20_261_122L;
    /** Days from the start after which nothing changes any more in these programmes. */
    private static final int HORIZON = 14 * 366;

    @Test
    void theFastOneAgreesWithTheSlowOne() {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + PROGRAMMES; seed++) {
            Made made = new Made(seed);
            TimeFacts facts = made.facts();
            String which = "seed " + seed + ": " + facts;
            for (int i = 0; i < 2; i++) {
                LocalDate day = made.day(facts.start().minusDays(40), 3500);
                assertEquals(SlowTime.served(facts, day), TimeRules.served(facts, day), which + " on " + day);
            }
            assertEquals(SlowTime.required(facts), TimeRules.required(facts), which);
            Projection projection = TimeRules.project(facts);
            LocalDate end = projection.end();
            assertEquals(SlowTime.end(facts, HORIZON).orElse(null), end, which);
            assertEquals(end == null, projection.endless() != null, which);
            long nominal = projection.nominalEnd().toEpochDay();
            assertEquals(
                    facts.start().plusMonths(facts.plannedMonths()).minusDays(1).toEpochDay(), nominal, which);
            if (end == null) {
                assertEquals(
                        1,
                        projection.shifts().stream()
                                .filter(shift -> shift.days() == null)
                                .count(),
                        which);
            } else {
                long sum = projection.shifts().stream()
                        .mapToLong(shift -> Objects.requireNonNull(shift.days()))
                        .sum();
                assertEquals(end.toEpochDay() - nominal, sum, which);
            }
            for (Shift shift : projection.shifts()) {
                Integer days = shift.days();
                assertTrue(days == null || (shift.kind() == ShiftKind.CREDIT ? days <= 0 : days >= 0), which);
            }
        }
    }

    @Test
    void deadlinesAndDaysInsidePeriods() {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + PROGRAMMES; seed++) {
            Made made = new Made(seed);
            TimeFacts facts = made.facts();
            List<Period> periods = facts.leaves().stream().map(Away::period).toList();
            String which = "seed " + seed + ": " + facts;
            int months = made.random.nextInt(13);
            boolean endless = periods.stream().anyMatch(leave -> leave.to() == null);
            LocalDate deadline =
                    TimeRules.iupDeadline(facts.start(), months, periods).orElse(null);
            if (deadline != null || !endless) {
                assertEquals(SlowTime.iupDeadline(facts.start(), months, periods), deadline, which);
            } else {
                // Even the years in front of the endless leave have too few days.
                assertTrue(
                        SlowTime.daysInside(facts.start(), facts.start().plusDays(HORIZON), periods)
                                > HORIZON
                                        + 1
                                        - (facts.start().plusMonths(months).toEpochDay()
                                                - facts.start().toEpochDay()),
                        which);
            }
            LocalDate from = made.day(facts.start(), 900);
            LocalDate to = from.plusDays(made.random.nextInt(800) - 1);
            assertEquals(
                    SlowTime.daysInside(from, to, periods), TimeRules.daysInside(from, to, periods), which + from + to);
            assertEquals(
                    TimeRules.days(from, to),
                    TimeRules.daysInside(from, to, periods) + TimeRules.daysOutside(from, to, periods),
                    which);
        }
    }

    @Test
    void lessTimeNeverEndsEarlierAndACreditNeverLater() {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + PROGRAMMES; seed++) {
            Made made = new Made(seed);
            TimeFacts facts = made.facts();
            long end = end(facts);
            String which = "seed " + seed + ": " + facts;

            List<Away> moreLeave = new ArrayList<>(facts.leaves());
            moreLeave.add(made.leave(99));
            assertTrue(end(with(facts, facts.rates(), moreLeave, facts.credits())) >= end, which + " + " + moreLeave);

            List<Rate> moreRate = facts.rates().stream()
                    .map(rate -> new Rate(rate.id(), rate.from(), Math.min(100, rate.percent() + 15)))
                    .toList();
            assertTrue(end(with(facts, moreRate, facts.leaves(), facts.credits())) <= end, which + " + " + moreRate);

            List<Credited> moreCredit = new ArrayList<>(facts.credits());
            moreCredit.add(made.credit(99));
            assertTrue(end(with(facts, facts.rates(), facts.leaves(), moreCredit)) <= end, which + " + " + moreCredit);
        }
    }

    private static long end(TimeFacts facts) {
        LocalDate end = TimeRules.project(facts).end();
        return end == null ? Long.MAX_VALUE : end.toEpochDay();
    }

    private static TimeFacts with(TimeFacts facts, List<Rate> rates, List<Away> leaves, List<Credited> credits) {
        return new TimeFacts(
                facts.start(), facts.plannedMonths(), facts.leastMonths(), facts.posts(), rates, leaves, credits);
    }

    /** A programme that follows from its seed; every second one has odd days. */
    private static final class Made {
        final Random random;
        private final boolean odd;
        private final LocalDate start;

        Made(long seed) {
            random = new Random(seed);
            odd = seed % 2 == 0;
            start = day(LocalDate.of(2015, 1, 1), 4500);
        }

        LocalDate day(LocalDate from, int within) {
            LocalDate day = from.plusDays(random.nextInt(within));
            if (!odd) {
                return day;
            }
            return switch (random.nextInt(4)) {
                case 0 -> LocalDate.of(day.getYear(), 2, 1).plusMonths(1).minusDays(1);
                case 1 -> LocalDate.of(day.getYear(), 12, 31);
                case 2 -> day.withDayOfMonth(day.lengthOfMonth());
                default -> day;
            };
        }

        TimeFacts facts() {
            boolean old = random.nextBoolean();
            int months = random.nextInt(5) == 0 ? 1 + random.nextInt(90) : old ? 60 : 66;
            List<Rate> rates = new ArrayList<>();
            if (random.nextInt(8) > 0) {
                rates.add(new Rate(1, start, random.nextBoolean() ? 100 : 1 + random.nextInt(100)));
            }
            for (int i = random.nextInt(4); i > 0; i--) {
                LocalDate from = day(start, 2500);
                if (rates.stream().noneMatch(rate -> rate.from().equals(from))) {
                    rates.add(new Rate(1L + i, from, 20 + random.nextInt(81)));
                }
            }
            List<Away> leaves = new ArrayList<>();
            for (int i = random.nextInt(6); i > 0; i--) {
                leaves.add(leave(i));
            }
            List<Credited> credits = new ArrayList<>();
            for (int i = random.nextInt(3); i > 0; i--) {
                credits.add(credit(i));
            }
            return new TimeFacts(start, months, old ? 0 : 12, posts(), rates, leaves, credits);
        }

        Away leave(long id) {
            LocalDate from = day(start.minusDays(100), 2600);
            LocalDate to = day(from, 500);
            boolean open = random.nextInt(12) == 0;
            int percent = random.nextBoolean() ? 100 : 1 + random.nextInt(100);
            return new Away(id, new Period(from, open ? null : to.isBefore(from) ? from : to), percent);
        }

        Credited credit(long id) {
            return new Credited(id, random.nextInt(30), random.nextInt(31));
        }

        private List<Period> posts() {
            if (random.nextInt(50) == 0) {
                return List.of();
            }
            List<Period> posts = new ArrayList<>();
            LocalDate from = random.nextInt(5) == 0 ? start.plusDays(random.nextInt(60)) : start;
            for (int i = random.nextInt(4); i > 0; i--) {
                LocalDate to = day(from, 800);
                Period post = new Period(from, to.isBefore(from) ? from : to);
                posts.add(post);
                from = Objects.requireNonNull(post.to()).plusDays(1L + (random.nextBoolean() ? 0 : random.nextInt(40)));
            }
            posts.add(new Period(from, random.nextInt(6) == 0 ? from.plusDays(1 + random.nextInt(900)) : null));
            return posts;
        }
    }
}
