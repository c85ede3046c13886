package se.stegen.time;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import se.stegen.common.Period;
import se.stegen.time.Course.Part;
import se.stegen.time.TimeFacts.Away;
import se.stegen.time.TimeFacts.Credited;
import se.stegen.time.TimeFacts.Rate;

/**
 * The arithmetic of time in ST, without database or clock. Exact: a day of full time is {@link #DAY} units, a day at a rate
 * {@code rate × (100 − leave)} percents, so nothing is ever rounded but to whole days at the very end.
 *
 * <p>Sources: part time lengthens ST so that it sums to full time, vacation and time off in lieu count (HSLF-FS 2021:8 3
 * kap. 2 §); least length (SOSFS 2015:8 2 kap. 2 §, HSLF-FS 2021:8 3 kap. 1 §); at least a year remains after all credits
 * (HSLF-FS 2021:8 7 kap. 9 §). That leave does not count is general practice. See {@code docs/decisions/006-time.md}.
 */
public final class TimeRules {
    /** Units of one day of full time. */
    public static final int DAY = Course.DAY;

    private static final int WHOLE = 100;

    /** A cause with its place in time, before it is known how much it does. */
    private record Cause(ShiftKind kind, long id, Part part) {}

    private TimeRules() {}

    /** Units served from the programme's start to the day, both counted; 0 for a day before the start. */
    public static long served(TimeFacts facts, LocalDate day) {
        List<Cause> causes = causes(facts);
        return course(facts.start(), causes, causes.size()).sum(day);
    }

    /** Units that the programme asks for after its credits: at least those of {@link TimeFacts#leastMonths}. */
    public static long required(TimeFacts facts) {
        return required(facts, facts.credits().size());
    }

    /** The whole months that so many days of full time are, laid out from the programme's start. */
    public static int months(LocalDate start, long days) {
        return (int) ChronoUnit.MONTHS.between(start, start.plusDays(days));
    }

    /**
     * When the programme ends and what each credit, gap, part-time period and leave does to that. What each does is told
     * by adding one after the other, credits first and then by first day; what begins after the end does nothing and is
     * left out.
     */
    public static Projection project(TimeFacts facts) {
        LocalDate nominalEnd = facts.start().plusMonths(facts.plannedMonths()).minusDays(1);
        List<Shift> shifts = new ArrayList<>();
        long end = nominalEnd.toEpochDay();
        for (int i = 0; i < facts.credits().size(); i++) {
            long earlier = facts.start().toEpochDay() + required(facts, i + 1) / DAY - 1;
            shifts.add(new Shift(
                    ShiftKind.CREDIT, facts.credits().get(i).id(), null, null, 0, Math.toIntExact(earlier - end)));
            end = earlier;
        }
        long required = required(facts);
        List<Cause> causes = causes(facts);
        for (int i = 0; i < causes.size(); i++) {
            Cause cause = causes.get(i);
            if (cause.part().from() > end) {
                break;
            }
            OptionalLong later = course(facts.start(), causes, i + 1).reaches(required);
            if (later.isEmpty()) {
                shifts.add(shift(cause, null));
                return new Projection(nominalEnd, null, endless(facts, cause), shifts);
            }
            shifts.add(shift(cause, Math.toIntExact(later.getAsLong() - end)));
            end = later.getAsLong();
        }
        return new Projection(nominalEnd, LocalDate.ofEpochDay(end), null, shifts);
    }

    /** Days from one to another, both counted, that lie in none of the periods; periods that overlap count once. */
    public static int daysOutside(LocalDate from, LocalDate to, List<Period> periods) {
        return Math.toIntExact(outside(from, periods).sum(to) / DAY);
    }

    /** Days from one to another, both counted, that lie in at least one of the periods. */
    public static int daysInside(LocalDate from, LocalDate to, List<Period> periods) {
        return days(from, to) - daysOutside(from, to, periods);
    }

    /** Days from one to another, both counted; 0 where the second lies before the first. */
    public static int days(LocalDate from, LocalDate to) {
        return Math.toIntExact(Math.max(0, ChronoUnit.DAYS.between(from, to) + 1));
    }

    /**
     * The last day on which the first IUP is in time: the days from the start to {@code start.plusMonths(iupMonths)} have
     * passed, not counting those in full leave. The definition is in {@code docs/indicators.md}, {@code IUP_ON_TIME}.
     *
     * @param start first day of the post
     * @param iupMonths months that the guideline gives, not below 0
     * @param fullLeaves single leaves of extent 100, open ones included
     * @return empty where a full leave without a last day leaves no deadline
     */
    public static Optional<LocalDate> iupDeadline(LocalDate start, int iupMonths, List<Period> fullLeaves) {
        long days = ChronoUnit.DAYS.between(start, start.plusMonths(iupMonths));
        return outside(start, fullLeaves).dayOf(days * DAY).map(last -> last.plusDays(1));
    }

    private static Course outside(LocalDate from, List<Period> periods) {
        return Course.of(
                from, periods.stream().map(period -> Part.of(period, 0)).toList(), List.of(), List.of());
    }

    private static long required(TimeFacts facts, int credits) {
        LocalDate start = facts.start();
        int months = facts.plannedMonths();
        int days = 0;
        for (Credited credit : facts.credits().subList(0, credits)) {
            months -= credit.months();
            days += credit.days();
        }
        LocalDate until = start.plusMonths(months).minusDays(days);
        LocalDate least = start.plusMonths(Math.min(facts.leastMonths(), facts.plannedMonths()));
        return (until.isBefore(least) ? least : until).toEpochDay() * DAY - start.toEpochDay() * DAY;
    }

    private static Course course(LocalDate start, List<Cause> causes, int first) {
        List<Part> gaps = new ArrayList<>();
        List<Part> rates = new ArrayList<>();
        List<Part> leaves = new ArrayList<>();
        for (Cause cause : causes.subList(0, first)) {
            switch (cause.kind()) {
                case GAP -> gaps.add(cause.part());
                case PART_TIME -> rates.add(cause.part());
                case LEAVE -> leaves.add(cause.part());
                case CREDIT -> throw new IllegalArgumentException("a credit has no days");
            }
        }
        return Course.of(start, gaps, rates, leaves);
    }

    /** Gaps, part-time periods and leaves by first day. */
    private static List<Cause> causes(TimeFacts facts) {
        List<Cause> causes = new ArrayList<>();
        long next = facts.start().toEpochDay();
        List<Part> posts = facts.posts().stream()
                .map(post -> Part.of(post, WHOLE))
                .sorted(Comparator.comparingLong(Part::from))
                .toList();
        for (Part post : posts) {
            if (post.from() > next) {
                causes.add(new Cause(ShiftKind.GAP, 0, new Part(next, post.from(), 0)));
            }
            next = Math.max(next, post.end());
        }
        if (next != Long.MAX_VALUE) {
            causes.add(new Cause(ShiftKind.GAP, 0, new Part(next, Long.MAX_VALUE, 0)));
        }
        List<Rate> rates =
                facts.rates().stream().sorted(Comparator.comparing(Rate::from)).toList();
        for (int i = 0; i < rates.size(); i++) {
            Rate rate = rates.get(i);
            if (rate.percent() != WHOLE) {
                long end = i + 1 < rates.size() ? rates.get(i + 1).from().toEpochDay() : Long.MAX_VALUE;
                causes.add(new Cause(
                        ShiftKind.PART_TIME, rate.id(), new Part(rate.from().toEpochDay(), end, rate.percent())));
            }
        }
        for (Away leave : facts.leaves()) {
            causes.add(new Cause(ShiftKind.LEAVE, leave.id(), Part.of(leave)));
        }
        causes.removeIf(cause -> cause.part().end() <= facts.start().toEpochDay());
        causes.sort(Comparator.<Cause>comparingLong(cause -> cause.part().from())
                .thenComparing(Cause::kind)
                .thenComparingLong(Cause::id));
        return causes;
    }

    private static Shift shift(Cause cause, @Nullable Integer days) {
        Part part = cause.part();
        return new Shift(
                cause.kind(),
                cause.id(),
                LocalDate.ofEpochDay(part.from()),
                part.end() == Long.MAX_VALUE ? null : LocalDate.ofEpochDay(part.end() - 1),
                part.percent(),
                days);
    }

    private static Endless endless(TimeFacts facts, Cause last) {
        if (facts.posts().isEmpty()) {
            return Endless.NO_POST;
        }
        return last.kind() == ShiftKind.LEAVE ? Endless.LEAVE_OPEN : Endless.POST_ENDS;
    }
}
