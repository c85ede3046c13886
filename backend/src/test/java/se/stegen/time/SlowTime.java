package se.stegen.time;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import se.stegen.common.Period;
import se.stegen.time.TimeFacts.Away;
import se.stegen.time.TimeFacts.Credited;
import se.stegen.time.TimeFacts.Rate;

/** The oracle: time in ST counted day by day, straight from the definition, without any cleverness. */
final class SlowTime {
    private SlowTime() {}

    static int worth(TimeFacts facts, LocalDate day) {
        if (facts.posts().stream().noneMatch(post -> post.contains(day))) {
            return 0;
        }
        int rate = facts.rates().stream()
                .filter(one -> !one.from().isAfter(day))
                .max(Comparator.comparing(Rate::from))
                .map(Rate::percent)
                .orElse(100);
        int away = facts.leaves().stream()
                .filter(leave -> leave.period().contains(day))
                .mapToInt(Away::percent)
                .sum();
        return rate * (100 - Math.min(100, away));
    }

    static long served(TimeFacts facts, LocalDate last) {
        long sum = 0;
        for (LocalDate day = facts.start(); !day.isAfter(last); day = day.plusDays(1)) {
            sum += worth(facts, day);
        }
        return sum;
    }

    static long required(TimeFacts facts) {
        LocalDate until = facts.start()
                .plusMonths(facts.plannedMonths()
                        - facts.credits().stream().mapToInt(Credited::months).sum())
                .minusDays(facts.credits().stream().mapToInt(Credited::days).sum());
        LocalDate least = facts.start().plusMonths(Math.min(facts.leastMonths(), facts.plannedMonths()));
        long units = 0;
        for (LocalDate day = facts.start(); day.isBefore(until) || day.isBefore(least); day = day.plusDays(1)) {
            units += 10_000;
        }
        return units;
    }

    /** Empty where nothing is served any more on the last of {@code days} days, after the last change of anything. */
    static Optional<LocalDate> end(TimeFacts facts, int days) {
        long missing = required(facts);
        LocalDate day = facts.start();
        for (int i = 0; i < days && missing > 0; i++) {
            missing -= worth(facts, day);
            day = day.plusDays(1);
        }
        if (missing <= 0) {
            return Optional.of(day.minusDays(1));
        }
        int each = worth(facts, day);
        if (each == 0) {
            return Optional.empty();
        }
        while (missing > 0) {
            missing -= each;
            day = day.plusDays(1);
        }
        return Optional.of(day.minusDays(1));
    }

    /** As {@code docs/indicators.md} has it. */
    static LocalDate iupDeadline(LocalDate start, int iupMonths, List<Period> fullLeaves) {
        int n = 0;
        for (LocalDate d = start; d.isBefore(start.plusMonths(iupMonths)); d = d.plusDays(1)) {
            n++;
        }
        LocalDate d = start;
        while (n > 0) {
            LocalDate day = d;
            if (fullLeaves.stream().noneMatch(leave -> leave.contains(day))) {
                n--;
            }
            d = d.plusDays(1);
        }
        return d;
    }

    static int daysInside(LocalDate from, LocalDate to, List<Period> periods) {
        int inside = 0;
        for (LocalDate d = from; !d.isAfter(to); d = d.plusDays(1)) {
            LocalDate day = d;
            if (periods.stream().anyMatch(period -> period.contains(day))) {
                inside++;
            }
        }
        return inside;
    }
}
