package se.stegen.guideline;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import se.stegen.access.AccessLog;
import se.stegen.access.AccessLog.Action;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;

/**
 * A clinic's lights backwards and forwards in time: the trend over the last month ends, and who will fall short if nothing is
 * booked. Rows are read once for all days, so that 36 days cost as many queries as one.
 */
@Singleton
public class OutlookService {
    /** Month ends of a trend where nothing else is asked for. */
    public static final int MONTHS = 36;

    /** Days ahead where nothing else is asked for. */
    public static final int DAYS_AHEAD = 60;

    private static final int MOST_MONTHS = 120;
    private static final int MOST_DAYS = 365;

    private final AccessPolicy access;
    private final AccessLog log;
    private final ComplianceQuery facts;
    private final BookedQuery bookings;
    private final GuidelineProfiles profiles;
    private final ComplianceMeasuring measuring;
    private final ClinicMeasuring clinicMeasuring;
    private final ReviewMeasuring reviews;
    private final OrganisationStandings organisations;
    private final Today today;

    OutlookService(
            AccessPolicy access,
            AccessLog log,
            ComplianceQuery facts,
            BookedQuery bookings,
            GuidelineProfiles profiles,
            ComplianceMeasuring measuring,
            ClinicMeasuring clinicMeasuring,
            ReviewMeasuring reviews,
            OrganisationStandings organisations,
            Today today) {
        this.access = access;
        this.log = log;
        this.facts = facts;
        this.bookings = bookings;
        this.profiles = profiles;
        this.measuring = measuring;
        this.clinicMeasuring = clinicMeasuring;
        this.reviews = reviews;
        this.organisations = organisations;
        this.today = today;
    }

    /**
     * A clinic's lights on the last month ends that have passed, the oldest first.
     *
     * @param code which; null is all of them
     * @param months how many, 1-120, or 1-36 for who does not see the doctors; null is {@link #MONTHS}
     * @throws Problem {@code NOT_FOUND}; {@code OUT_OF_RANGE} on {@code months}
     */
    @Transactional
    public Map<IndicatorCode, List<TrendPoint>> trend(
            Actor actor, long clinicId, @Nullable IndicatorCode code, @Nullable Integer months) {
        access.requireReadCompliance(actor, clinicId);
        int count = months == null ? MONTHS : months;
        boolean seesDoctors = access.mayReadClinicDoctors(actor, clinicId);
        if (count < 1 || count > (seesDoctors ? MOST_MONTHS : MONTHS)) {
            throw Problem.field("months", ProblemCode.OUT_OF_RANGE);
        }
        List<LocalDate> days = monthEnds(count);
        log.scope(actor, Action.READ, "COMPLIANCE", clinicId, "clinic " + clinicId + ", " + count + " months");
        Days span = new Days(days.getFirst(), days.getLast(), days.getLast());
        GuidelineBook book = profiles.book(List.of(clinicId));
        Cohort cohort = measuring.read(
                facts.postsOfClinics(List.of(clinicId), span.from(), span.to()), span, book.asksForCompetences());
        ClinicFacts ofClinic = clinicMeasuring.read(List.of(clinicId), span);
        ReviewFacts reviewed = reviews.read(List.of(clinicId), span);
        Map<IndicatorCode, List<TrendPoint>> trend = new HashMap<>();
        for (LocalDate day : days) {
            Map<Long, GuidelineProfile> byClinic = book.on(day);
            GuidelineProfile profile = byClinic.get(clinicId);
            Measured measured = cohort.on(day, byClinic).of(clinicId);
            ReviewStanding standing =
                    reviewed.on(List.of(clinicId), byClinic, day).get(clinicId);
            Set<IndicatorCode> kept = seesDoctors
                    ? Set.of()
                    : organisations.kept(actor, List.of(clinicId), day).getOrDefault(clinicId, Set.of());
            for (Indicator light : ClinicLights.of(
                    ClinicStanding.of(clinicId, profile, measured, ofClinic, standing, day),
                    profile,
                    actor.locale(),
                    seesDoctors,
                    kept)) {
                if (code == null || light.code() == code) {
                    Double part = part(light, clinicId, profile, measured, ofClinic, day);
                    trend.computeIfAbsent(light.code(), one -> new ArrayList<>())
                            .add(new TrendPoint(
                                    day,
                                    light,
                                    part,
                                    (profile == null ? GuidelineProfile.DEFAULT_GREEN : profile.greenFrom())
                                            .doubleValue(),
                                    (profile == null ? GuidelineProfile.DEFAULT_YELLOW : profile.yellowFrom())
                                            .doubleValue()));
                }
            }
        }
        return trend;
    }

    /**
     * The doctors who reach a target today, or are not asked for it yet, and will miss it within the days ahead with today's
     * records and the posts, leaves and appointments that are entered; by the day on which that happens.
     *
     * @param days how many, 1-365; null is {@link #DAYS_AHEAD}
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}; {@code OUT_OF_RANGE} on {@code days}
     */
    @Transactional
    public List<Shortfall> shortfalls(Actor actor, long clinicId, @Nullable Integer days) {
        access.requireReadClinicDoctors(actor, clinicId);
        int ahead = days == null ? DAYS_AHEAD : days;
        if (ahead < 1 || ahead > MOST_DAYS) {
            throw Problem.field("days", ProblemCode.OUT_OF_RANGE);
        }
        LocalDate day = today.date();
        LocalDate until = day.plusDays(ahead);
        log.scope(actor, Action.READ, "COMPLIANCE", clinicId, "clinic " + clinicId + ", " + ahead + " days ahead");
        Days span = new Days(day, until, day);
        GuidelineBook book = profiles.book(List.of(clinicId));
        Cohort cohort =
                measuring.read(facts.postsOfClinics(List.of(clinicId), day, until), span, book.asksForCompetences());
        Set<Key> known = new HashSet<>();
        collect(cohort.on(day, book.on(day)), known);
        List<Missed> missed = new ArrayList<>();
        for (LocalDate one = day.plusDays(1); !one.isAfter(until); one = one.plusDays(1)) {
            for (Measured.Doctor doctor : cohort.on(one, book.on(one)).doctors()) {
                TraineeCompliance who = doctor.compliance();
                for (TraineeIndicator indicator : who.indicators()) {
                    if (!indicator.met() && known.add(new Key(who.traineeId(), indicator.code()))) {
                        missed.add(new Missed(one, who, indicator));
                    }
                }
            }
        }
        Map<Key, Integer> booked = booked(missed, day, until);
        return missed.stream()
                .map(one -> shortfall(
                        one,
                        booked.getOrDefault(
                                new Key(one.who().traineeId(), one.indicator().code()), 0)))
                .sorted(Comparator.comparing(Shortfall::fallsOn).thenComparing(Shortfall::name))
                .toList();
    }

    private static @Nullable Double part(
            Indicator light,
            long clinicId,
            @Nullable GuidelineProfile profile,
            Measured measured,
            ClinicFacts ofClinic,
            LocalDate day) {
        if (light.code().ofReviews()) {
            return null;
        }
        return light.code().ofClinic()
                ? ofClinic.part(
                        light.code(), clinicId, profile, measured.doctors().size(), day)
                : light.share();
    }

    private record Key(long programmeId, IndicatorCode code) {}

    private record Missed(LocalDate day, TraineeCompliance who, TraineeIndicator indicator) {}

    private static void collect(Measured measured, Set<Key> known) {
        for (Measured.Doctor doctor : measured.doctors()) {
            doctor.compliance().indicators().stream()
                    .filter(one -> !one.met())
                    .forEach(one -> known.add(new Key(doctor.compliance().traineeId(), one.code())));
        }
    }

    private Map<Key, Integer> booked(List<Missed> missed, LocalDate day, LocalDate until) {
        if (missed.isEmpty()) {
            return Map.of();
        }
        List<Long> ids =
                missed.stream().map(one -> one.who().traineeId()).distinct().toList();
        return bookings.booked(ids, day, until).stream()
                .collect(Collectors.toMap(
                        one -> new Key(one.programmeId(), IndicatorCode.valueOf(one.code())),
                        Booked::number,
                        Integer::sum));
    }

    private static Shortfall shortfall(Missed one, int booked) {
        TraineeIndicator indicator = one.indicator();
        return new Shortfall(
                one.who().traineeId(),
                one.who().name(),
                indicator.code(),
                one.day(),
                indicator.required(),
                indicator.actual(),
                booked,
                indicator.actual() + booked >= indicator.required());
    }

    private List<LocalDate> monthEnds(int count) {
        // The day after the last month end is the first of a month, also where today is one.
        LocalDate first = today.date().plusDays(1).withDayOfMonth(1);
        List<LocalDate> days = new ArrayList<>();
        for (int back = count - 1; back >= 0; back--) {
            days.add(first.minusMonths(back).minusDays(1));
        }
        return days;
    }
}

/** What is booked or under way for a doctor. */
@Introspected
record Booked(long programmeId, String code, int number) {}

@JdbcRepository(dialect = Dialect.MYSQL)
interface BookedQuery extends GenericRepository<GuidelineProfile, Long> {
    @Query("SELECT s.programme_id, 'SUPERVISION' AS code, COUNT(*) AS number FROM supervision s"
            + "  WHERE s.programme_id IN (:programmeIds)"
            + "  AND ((s.state = 'PLANNED' AND s.held_on BETWEEN :day AND :until) OR s.state = 'SENT')"
            + "  GROUP BY s.programme_id"
            + " UNION ALL SELECT a.programme_id, 'ASSESSMENT', COUNT(*) FROM assessment a"
            + "  JOIN assessment_template t ON t.id = a.template_id AND t.formal"
            + "  WHERE a.programme_id IN (:programmeIds) AND a.state = 'SENT' GROUP BY a.programme_id"
            + " UNION ALL SELECT m.programme_id, m.kind, COUNT(*) FROM meeting m WHERE m.programme_id IN (:programmeIds)"
            + "  AND m.state = 'PLANNED' AND m.held_on BETWEEN :day AND :until"
            + "  AND m.kind IN ('DEVELOPMENT_TALK', 'RECONCILIATION', 'INTRODUCTION') GROUP BY m.programme_id, m.kind"
            + " UNION ALL SELECT c.programme_id, 'COLLEGIUM', COUNT(*) FROM collegium_trainee c"
            + "  JOIN collegium k ON k.id = c.collegium_id AND k.state = 'PLANNED' AND k.meets_on BETWEEN :day AND :until"
            + "  WHERE c.programme_id IN (:programmeIds) AND c.off_reason IS NULL GROUP BY c.programme_id"
            + " UNION ALL SELECT i.programme_id, x.code, COUNT(*) FROM iup i"
            + "  JOIN (SELECT 'IUP_REVISED' AS code UNION ALL SELECT 'IUP_ON_TIME') x"
            + "  WHERE i.programme_id IN (:programmeIds) AND i.state = 'SENT' GROUP BY i.programme_id, x.code")
    List<Booked> booked(List<Long> programmeIds, LocalDate day, LocalDate until);
}
