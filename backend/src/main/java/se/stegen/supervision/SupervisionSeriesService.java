package se.stegen.supervision;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import se.stegen.access.AccessLog;
import se.stegen.access.AccessLog.Action;
import se.stegen.access.Actor;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Texts;
import se.stegen.common.Today;
import se.stegen.coverage.Term;
import se.stegen.guideline.ComplianceService;
import se.stegen.guideline.IndicatorCode;
import se.stegen.guideline.TraineeIndicator;
import se.stegen.programme.ProgrammeFacts;
import se.stegen.programme.ProgrammeService;
import se.stegen.signing.RecordAction;
import se.stegen.signing.RecordKind;
import se.stegen.signing.RecordState;

/** Books a term's sessions in one go: by the doctor, or by a supervisor for sessions with herself. */
@Singleton
public class SupervisionSeriesService {
    /** With fewer days left of a term the next one is booked as well. */
    private static final int DAYS_LEFT = 28;

    private static final int LONGEST_KEY = 64;
    private static final int WIDEST = 26;
    private static final DayOfWeek USUAL = DayOfWeek.TUESDAY;

    private final Sessions shared;
    private final SeriesQuery series;
    private final ComplianceService compliance;
    private final ProgrammeService programmes;
    private final AccessLog log;
    private final Today today;

    SupervisionSeriesService(
            Sessions shared,
            SeriesQuery series,
            ComplianceService compliance,
            ProgrammeService programmes,
            AccessLog log,
            Today today) {
        this.shared = shared;
        this.series = series;
        this.compliance = compliance;
        this.programmes = programmes;
        this.log = log;
        this.today = today;
    }

    /**
     * What the guideline still asks for until the end of the term, and a rhythm for it.
     *
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN} for who books no sessions of this doctor
     */
    @Transactional
    public SeriesProposal proposal(Actor actor, long programmeId) {
        shared.requireWriter(actor, programmeId, actor.personId());
        ProgrammeFacts programme = programmes.facts(programmeId);
        boolean own = programme.personId() == actor.personId();
        LocalDate from = today.date().plusDays(1);
        LocalDate to = end(today.date());
        Integer required = required(actor, programmeId);
        int counted = series.counting(programmeId, to.minusYears(1), to, today.date());
        int needed = required == null ? 0 : Math.clamp((long) required - counted, 0, SeriesRules.MOST);
        return new SeriesProposal(
                needed,
                required,
                counted,
                own ? programme.mainSupervisorId() : Long.valueOf(actor.personId()),
                own ? programme.mainSupervisorName() : actor.name(),
                new SeriesRhythm(USUAL, SeriesRules.everyWeeks(needed, from, to), from, to, Math.max(1, needed)));
    }

    /**
     * The days of a rhythm, with what stands in the way of some.
     *
     * @throws Problem {@code OUT_OF_RANGE} at {@code everyWeeks}, {@code count} or {@code to},
     *     {@code END_BEFORE_START}
     */
    @Transactional
    public List<SeriesDay> days(Actor actor, long programmeId, SeriesRhythm rhythm) {
        shared.requireWriter(actor, programmeId, actor.personId());
        check(rhythm);
        List<SeriesQuery.FullLeave> leaves = series.leaves(programmeId);
        return SeriesRules.days(
                rhythm,
                day -> leaves.stream().anyMatch(leave -> leave.contains(day)),
                new HashSet<>(series.planned(programmeId, rhythm.from())));
    }

    /** What stands in the way of one day, if anything; {@code NOT_FOUND}, {@code FORBIDDEN}. */
    @Transactional
    public SeriesDay day(Actor actor, long programmeId, LocalDate day) {
        shared.requireWriter(actor, programmeId, actor.personId());
        return obstacles(programmeId, List.of(day), Set.of()).getFirst();
    }

    /**
     * What stands in the way where a planned session is moved, for the day and where asked for the rest of its series.
     *
     * @return the new days in order, those without an obstacle among them
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}, {@code STATE_CONFLICT} where it cannot be moved
     */
    @Transactional
    public List<SeriesDay> moved(Actor actor, long sessionId, LocalDate to, boolean rest) {
        SupervisionDetail first = shared.requireFor(actor, sessionId, RecordAction.MOVE);
        long days = ChronoUnit.DAYS.between(first.date(), to);
        List<LocalDate> old = new ArrayList<>(List.of(first.date()));
        Long seriesId = first.seriesId();
        if (rest && seriesId != null) {
            old.addAll(series.restDays(seriesId, first.date()));
        }
        return obstacles(
                first.programmeId(), old.stream().map(day -> day.plusDays(days)).toList(), Set.copyOf(old));
    }

    /** @param free days that are planned now and will not be */
    private List<SeriesDay> obstacles(long programmeId, List<LocalDate> days, Set<LocalDate> free) {
        List<SeriesQuery.FullLeave> leaves = series.leaves(programmeId);
        Set<LocalDate> planned = new HashSet<>(series.planned(programmeId, today.date()));
        planned.removeAll(free);
        return days.stream()
                .map(day ->
                        SeriesRules.day(day, one -> leaves.stream().anyMatch(leave -> leave.contains(one)), planned))
                .toList();
    }

    /**
     * Books the sessions as planned; booked once however often it is sent.
     *
     * @return their keys by day
     * @throws Problem {@code REQUIRED} at {@code startsAt} or {@code days}, {@code OUT_OF_RANGE} at {@code days} for too
     *     many, for one twice or one that has passed, and what {@link SupervisionService#create} refuses
     */
    @Transactional
    public List<Long> book(Actor actor, long programmeId, SeriesBooking booking) {
        shared.requireWriter(actor, programmeId, booking.supervisorId());
        String key = Texts.required("key", booking.key(), LONGEST_KEY);
        SessionTime time = booking.time().checked();
        if (time.startsAt() == null) {
            throw Problem.field("startsAt", ProblemCode.REQUIRED);
        }
        NavigableSet<LocalDate> days = days(booking);
        ProgrammeFacts programme = programmes.facts(programmeId);
        days.forEach(day -> shared.check(programme, data(booking, day), RecordState.PLANNED));
        if (series.add(programmeId, key, actor.personId(), today.utc()) == 0) {
            return series.sessions(series.find(programmeId, key));
        }
        long id = series.find(programmeId, key);
        for (LocalDate day : days) {
            long made = shared.add(actor, programmeId, data(booking, day), RecordState.PLANNED, time, id)
                    .id();
            log.portfolio(actor, programmeId, Action.CREATE, RecordKind.SUPERVISION.name(), made);
        }
        return series.sessions(id);
    }

    private NavigableSet<LocalDate> days(SeriesBooking booking) {
        NavigableSet<LocalDate> days = new TreeSet<>(booking.days());
        if (days.isEmpty()) {
            throw Problem.field("days", ProblemCode.REQUIRED);
        }
        boolean twice = days.size() < booking.days().size();
        if (twice
                || days.size() > SeriesRules.MOST
                || days.first().isBefore(today.date())
                || days.last().isAfter(today.date().plusYears(2))) {
            throw Problem.field("days", ProblemCode.OUT_OF_RANGE);
        }
        return days;
    }

    private static SupervisionData data(SeriesBooking booking, LocalDate day) {
        return new SupervisionData(day, booking.supervisorId(), false, List.of(), null, null);
    }

    private static void check(SeriesRhythm rhythm) {
        if (rhythm.everyWeeks() < 1 || rhythm.everyWeeks() > WIDEST) {
            throw Problem.field("everyWeeks", ProblemCode.OUT_OF_RANGE);
        }
        if (rhythm.count() < 1 || rhythm.count() > SeriesRules.MOST) {
            throw Problem.field("count", ProblemCode.OUT_OF_RANGE);
        }
        if (rhythm.to().isBefore(rhythm.from())) {
            throw Problem.field("to", ProblemCode.END_BEFORE_START);
        }
        if (rhythm.to().isAfter(rhythm.from().plusYears(2))) {
            throw Problem.field("to", ProblemCode.OUT_OF_RANGE);
        }
    }

    private @Nullable Integer required(Actor actor, long programmeId) {
        Optional<Integer> required = compliance.trainee(actor, programmeId).stream()
                .flatMap(trainee -> trainee.indicators().stream())
                .filter(indicator -> indicator.code() == IndicatorCode.SUPERVISION)
                .map(TraineeIndicator::required)
                .findFirst();
        return required.orElse(null);
    }

    private static LocalDate end(LocalDate day) {
        LocalDate end = Term.of(day).period().to();
        return end != null && end.isBefore(day.plusDays(DAYS_LEFT)) ? end(end.plusDays(1)) : or(end, day);
    }

    private static LocalDate or(@Nullable LocalDate end, LocalDate day) {
        return end == null ? day : end;
    }
}
