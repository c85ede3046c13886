package se.stegen.time;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.stegen.access.AccessLog;
import se.stegen.access.AccessLog.Action;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.access.PortfolioAccess;
import se.stegen.common.Period;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;
import se.stegen.curriculum.Regulation;
import se.stegen.programme.Leave;
import se.stegen.programme.LeaveService;
import se.stegen.time.ProgrammeTime.ShiftInWords;
import se.stegen.time.TimeFacts.Away;
import se.stegen.time.TimeFacts.Credited;
import se.stegen.time.TimeFacts.Rate;
import se.stegen.time.TimeQuery.CreditSpan;
import se.stegen.time.TimeQuery.LeaveRow;
import se.stegen.time.TimeQuery.PostRow;
import se.stegen.time.TimeQuery.ProgrammeRow;
import se.stegen.time.TimeQuery.RateRow;

/** Served time, what remains and the projected end of a programme: for whoever may read its facts. */
@Singleton
public class TimeService {
    /** At least a year remains after all credits: HSLF-FS 2021:8 7 kap. 9 §. 2015:8 has no such rule. */
    private static final int LEAST_MONTHS_2021 = 12;

    private static final LocalDate EARLIEST = LocalDate.of(1980, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 12, 31);

    private final AccessPolicy access;
    private final TimeQuery query;
    private final CreditRepository credits;
    private final LeaveService leaves;
    private final AccessLog log;
    private final Today today;

    TimeService(
            AccessPolicy access,
            TimeQuery query,
            CreditRepository credits,
            LeaveService leaves,
            AccessLog log,
            Today today) {
        this.access = access;
        this.query = query;
        this.credits = credits;
        this.leaves = leaves;
        this.log = log;
        this.today = today;
    }

    /**
     * Where a programme stands.
     *
     * @param date the day; null is today, one ahead is answered as things are planned
     * @throws Problem {@code NOT_FOUND}, {@code OUT_OF_RANGE} on {@code date}
     */
    @Transactional
    public ProgrammeTime get(Actor actor, long programmeId, @Nullable LocalDate date) {
        access.requirePortfolio(actor, programmeId, PortfolioAccess.FACTS);
        log.portfolio(actor, programmeId, Action.READ, "TIME", programmeId);
        LocalDate day = date == null ? today.date() : date;
        if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
            throw Problem.field("date", ProblemCode.OUT_OF_RANGE);
        }
        TimeFacts facts = facts(query.programmes(List.of(programmeId))).get(programmeId);
        if (facts == null) {
            throw Problem.notFound();
        }
        Projection projection = TimeRules.project(facts);
        LocalDate end = projection.end();
        long required = TimeRules.required(facts);
        long served = TimeRules.served(facts, day);
        int requiredDays = wholeDays(required);
        int servedDays = wholeDays(served);
        int remainingDays = Math.max(0, requiredDays - servedDays);
        int requiredMonths = TimeRules.months(facts.start(), requiredDays);
        int servedMonths = TimeRules.months(facts.start(), servedDays);
        return new ProgrammeTime(
                programmeId,
                day,
                facts.start(),
                facts.plannedMonths(),
                requiredDays,
                requiredMonths,
                servedDays,
                servedMonths,
                remainingDays,
                remainingDays == 0 ? 0 : Math.max(1, requiredMonths - servedMonths),
                projection.nominalEnd(),
                end,
                projection.endless(),
                end == null ? null : Math.toIntExact(ChronoUnit.DAYS.between(projection.nominalEnd(), end)),
                inWords(actor, programmeId, projection.shifts()));
    }

    /** How far the actor's own programmes have come today; seeing one's own home is not logged. */
    @ReadOnly
    public Map<Long, Progress> mine(Actor actor) {
        access.requireSignedIn(actor);
        LocalDate day = today.date();
        return facts(query.ofPerson(actor.personId())).entrySet().stream()
                .map(one -> progress(one.getKey(), one.getValue(), day))
                .collect(Collectors.toMap(Progress::programmeId, Function.identity()));
    }

    /**
     * The last day of a programme as things stand; where none can be told, the one without what
     * leaves none; never before the nominal end.
     *
     * @throws Problem {@code NOT_FOUND}
     */
    @ReadOnly
    public LocalDate lastDay(Actor actor, long programmeId) {
        access.requirePortfolio(actor, programmeId, PortfolioAccess.FACTS);
        TimeFacts known = facts(query.programmes(List.of(programmeId))).get(programmeId);
        if (known == null) {
            throw Problem.notFound();
        }
        Projection projection = TimeRules.project(known);
        LocalDate end = projection.end();
        if (end == null) {
            // What leaves no end is the last of the shifts; the others have moved it before.
            int moved = projection.shifts().stream()
                    .map(Shift::days)
                    .filter(Objects::nonNull)
                    .mapToInt(Integer::intValue)
                    .sum();
            end = projection.nominalEnd().plusDays(moved);
        }
        return end.isBefore(projection.nominalEnd()) ? projection.nominalEnd() : end;
    }

    private static Progress progress(long programmeId, TimeFacts facts, LocalDate day) {
        int months = TimeRules.months(facts.start(), wholeDays(TimeRules.required(facts)));
        int served = TimeRules.months(facts.start(), wholeDays(TimeRules.served(facts, day.minusDays(1))));
        return new Progress(programmeId, Math.clamp(served + 1L, 1, Math.max(1, months)), months);
    }

    private List<ShiftInWords> inWords(Actor actor, long programmeId, List<Shift> shifts) {
        if (shifts.isEmpty()) {
            return List.of();
        }
        TimeWords words = new TimeWords(actor.locale());
        Map<Long, Credit> byCredit =
                credits.credits(programmeId).stream().collect(Collectors.toMap(Credit::id, Function.identity()));
        boolean away = shifts.stream().anyMatch(shift -> shift.kind() == ShiftKind.LEAVE);
        Map<Long, Leave> byLeave = away
                ? leaves.list(actor, programmeId).stream().collect(Collectors.toMap(Leave::id, Function.identity()))
                : Map.of();
        return shifts.stream()
                .map(shift -> new ShiftInWords(shift, text(words, shift, byCredit, byLeave)))
                .toList();
    }

    private static String text(TimeWords words, Shift shift, Map<Long, Credit> credits, Map<Long, Leave> leaves) {
        return switch (shift.kind()) {
            case CREDIT -> {
                Credit credit = credits.get(shift.id());
                yield credit == null ? "" : words.credit(credit);
            }
            case LEAVE -> {
                Leave leave = leaves.get(shift.id());
                yield words.leave(shift, leave == null ? null : leave.reason());
            }
            case GAP, PART_TIME -> words.other(shift);
        };
    }

    private Map<Long, TimeFacts> facts(List<ProgrammeRow> programmes) {
        if (programmes.isEmpty()) {
            return Map.of();
        }
        List<Long> ids = programmes.stream().map(ProgrammeRow::id).toList();
        Map<Long, List<PostRow>> posts = grouped(query.posts(ids), PostRow::programmeId);
        Map<Long, List<RateRow>> rates = grouped(query.rates(ids), RateRow::programmeId);
        Map<Long, List<LeaveRow>> away = grouped(query.leaves(ids), LeaveRow::programmeId);
        Map<Long, List<CreditSpan>> credited = grouped(query.credits(ids), CreditSpan::programmeId);
        return programmes.stream().collect(Collectors.toMap(ProgrammeRow::id, one -> {
            long id = one.id();
            boolean newRules = Regulation.HSLF_2021.code().equals(one.regulation());
            return new TimeFacts(
                    one.startDate(),
                    one.plannedMonths(),
                    newRules ? LEAST_MONTHS_2021 : 0,
                    posts.getOrDefault(id, List.of()).stream()
                            .map(post -> new Period(post.startDate(), post.endDate()))
                            .toList(),
                    rates.getOrDefault(id, List.of()).stream()
                            .map(rate -> new Rate(rate.id(), rate.validFrom(), rate.rate()))
                            .toList(),
                    away.getOrDefault(id, List.of()).stream()
                            .map(leave -> new Away(
                                    leave.id(), new Period(leave.startDate(), leave.endDate()), leave.extent()))
                            .toList(),
                    credited.getOrDefault(id, List.of()).stream()
                            .map(credit -> new Credited(credit.id(), credit.months(), credit.days()))
                            .toList());
        }));
    }

    private static <T> Map<Long, List<T>> grouped(List<T> rows, Function<T, Long> programme) {
        return rows.stream().collect(Collectors.groupingBy(programme));
    }

    private static int wholeDays(long units) {
        return Math.toIntExact(units / TimeRules.DAY);
    }
}
