package se.stegen.time;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import se.stegen.common.Period;
import se.stegen.time.TimeFacts.Away;

/**
 * What each day from a first one on is worth, as stretches of equal days: the last one is open. This is where days are
 * summed, and nowhere else.
 */
final class Course {
    /** What a day of full time is worth: 100 percent of a post times 100 percent present. */
    static final int DAY = 10_000;

    private static final int WHOLE = 100;

    /** Equal days from a first one to the day before the next stretch. */
    private record Stretch(long from, int worth) {}

    /** Days at a rate, to before {@code end}; {@link Long#MAX_VALUE} is open. */
    record Part(long from, long end, int percent) {
        static Part of(Period period, int percent) {
            return new Part(period.from().toEpochDay(), after(period.to()), percent);
        }

        static Part of(Away leave) {
            return of(leave.period(), leave.percent());
        }

        boolean has(long day) {
            return from <= day && day < end;
        }
    }

    private final List<Stretch> stretches;

    private Course(List<Stretch> stretches) {
        this.stretches = stretches;
    }

    /**
     * The course of days from a first one.
     *
     * @param gaps days worth nothing
     * @param rates days at another rate than 100 percent; they do not overlap
     * @param leaves what is taken off of that rate; overlapping ones are added, at most to 100 percent
     */
    static Course of(LocalDate first, Collection<Part> gaps, Collection<Part> rates, Collection<Part> leaves) {
        long start = first.toEpochDay();
        TreeSet<Long> turns = new TreeSet<>();
        turns.add(start);
        for (Collection<Part> parts : List.of(gaps, rates, leaves)) {
            for (Part part : parts) {
                if (part.from() > start) {
                    turns.add(part.from());
                }
                if (part.end() > start && part.end() != Long.MAX_VALUE) {
                    turns.add(part.end());
                }
            }
        }
        List<Stretch> stretches = new ArrayList<>(turns.size());
        for (long turn : turns) {
            stretches.add(new Stretch(turn, worth(turn, gaps, rates, leaves)));
        }
        return new Course(stretches);
    }

    private static int worth(long day, Collection<Part> gaps, Collection<Part> rates, Collection<Part> leaves) {
        for (Part gap : gaps) {
            if (gap.has(day)) {
                return 0;
            }
        }
        int rate = WHOLE;
        for (Part part : rates) {
            if (part.has(day)) {
                rate = part.percent();
            }
        }
        int away = 0;
        for (Part leave : leaves) {
            if (leave.has(day)) {
                away += leave.percent();
            }
        }
        return rate * (WHOLE - Math.min(WHOLE, away));
    }

    /** What the days from the first one to this one, both counted, are worth together; 0 before the first. */
    long sum(LocalDate last) {
        long end = last.toEpochDay() + 1;
        long sum = 0;
        for (int i = 0; i < stretches.size(); i++) {
            Stretch one = stretches.get(i);
            long until = Math.min(end, endOf(i));
            if (until > one.from()) {
                sum += (until - one.from()) * one.worth();
            }
        }
        return sum;
    }

    /** The first day with which the sum is reached: the day before the first one for 0, empty where it never is. */
    OptionalLong reaches(long sum) {
        long missing = sum;
        if (missing <= 0) {
            return OptionalLong.of(stretches.getFirst().from() - 1);
        }
        for (int i = 0; i < stretches.size(); i++) {
            Stretch one = stretches.get(i);
            if (one.worth() == 0) {
                continue;
            }
            long needed = Math.ceilDiv(missing, one.worth());
            if (endOf(i) == Long.MAX_VALUE || needed <= endOf(i) - one.from()) {
                return OptionalLong.of(one.from() + needed - 1);
            }
            missing -= (endOf(i) - one.from()) * one.worth();
        }
        return OptionalLong.empty();
    }

    /** {@link #reaches} as a day. */
    Optional<LocalDate> dayOf(long sum) {
        OptionalLong day = reaches(sum);
        return day.isPresent() ? Optional.of(LocalDate.ofEpochDay(day.getAsLong())) : Optional.empty();
    }

    private long endOf(int stretch) {
        return stretch + 1 < stretches.size() ? stretches.get(stretch + 1).from() : Long.MAX_VALUE;
    }

    private static long after(@Nullable LocalDate last) {
        return last == null ? Long.MAX_VALUE : last.toEpochDay() + 1;
    }
}
