package se.stegen.review;

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
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import se.stegen.access.AccessLog;
import se.stegen.access.AccessLog.Action;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.access.Role;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;
import se.stegen.guideline.LightStatus;
import se.stegen.guideline.ReviewMeasuring;
import se.stegen.guideline.ReviewStanding;
import se.stegen.spur.Area;
import se.stegen.spur.Grade;

/** The register of reviews: who was reviewed when, who is due, and the means of the grades. */
@Singleton
public class RegisterService {
    private static final int FIRST_YEAR = 1990;

    private final AccessPolicy access;
    private final AccessLog log;
    private final RegisterQuery query;
    private final ReviewRepository reviews;
    private final ReviewMeasuring measuring;
    private final Today today;

    RegisterService(
            AccessPolicy access,
            AccessLog log,
            RegisterQuery query,
            ReviewRepository reviews,
            ReviewMeasuring measuring,
            Today today) {
        this.access = access;
        this.log = log;
        this.query = query;
        this.reviews = reviews;
        this.measuring = measuring;
        this.today = today;
    }

    /** Whether the actor keeps the reviews of any clinic. */
    public boolean mayOpen(Actor actor) {
        return !access.reviewedClinics(actor).isEmpty();
    }

    /**
     * The clinics below an organisation whose reviews the actor keeps.
     *
     * @param year null is the running one
     * @throws Problem {@code NOT_FOUND} where there are none, {@code OUT_OF_RANGE} on {@code year}
     */
    @Transactional
    public Register ofOrganisation(Actor actor, long organisationId, @Nullable Integer year) {
        Set<Long> below = new HashSet<>(query.below(organisationId));
        below.retainAll(access.reviewedClinics(actor));
        if (below.isEmpty() && !actor.hasAtOrganisation(Role.OVERALL_STUDIEREKTOR, organisationId)) {
            throw Problem.notFound();
        }
        log.scope(actor, Action.READ, "REVIEW_REGISTER", organisationId, "organisation " + organisationId);
        return register(organisationId, below, year);
    }

    /** Every clinic whose reviews the actor keeps; throws {@code NOT_FOUND} and {@code OUT_OF_RANGE} as above. */
    @Transactional
    public Register mine(Actor actor, @Nullable Integer year) {
        Set<Long> clinics = access.reviewedClinics(actor);
        if (clinics.isEmpty()) {
            throw Problem.notFound();
        }
        log.scope(actor, Action.READ, "REVIEW_REGISTER", null, clinics.size() + " clinics");
        return register(0, clinics, year);
    }

    private Register register(long organisationId, Set<Long> clinicIds, @Nullable Integer wanted) {
        LocalDate now = today.date();
        int year = wanted == null ? now.getYear() : wanted;
        if (year < FIRST_YEAR || year > now.getYear()) {
            throw Problem.field("year", ProblemCode.OUT_OF_RANGE);
        }
        LocalDate last = LocalDate.of(year, 12, 31);
        LocalDate day = last.isAfter(now) ? now : last;
        if (clinicIds.isEmpty()) {
            return new Register(organisationId, year, day, 0, 0, List.of(), List.of());
        }
        Map<Long, ReviewStanding> standings = measuring.standings(List.copyOf(clinicIds), day);
        Map<Long, Integer> made = new HashMap<>();
        query.made(clinicIds, LocalDate.of(year, 1, 1), day).forEach(one -> made.put(one.clinicId(), one.reviews()));
        Map<Long, Map<Area, Integer>> points = points(clinicIds, day);
        List<Register.Line> lines = new ArrayList<>();
        List<RegisterMeans.Unit> units = new ArrayList<>();
        for (RegisterClinic clinic : query.clinics(clinicIds)) {
            ReviewStanding s = Objects.requireNonNull(standings.get(clinic.id()));
            lines.add(new Register.Line(
                    clinic.id(),
                    clinic.name(),
                    clinic.specialtyGroup(),
                    s.external(),
                    s.externalDue(),
                    s.externalStatus(day) == LightStatus.RED,
                    s.internal(),
                    s.internalDue(),
                    s.internalStatus(day) == LightStatus.RED || s.internalStatus(day) == LightStatus.YELLOW,
                    made.getOrDefault(clinic.id(), 0),
                    s.open(),
                    s.overdue()));
            units.add(new RegisterMeans.Unit(clinic.specialtyGroup(), points.getOrDefault(clinic.id(), Map.of())));
        }
        return new Register(
                organisationId,
                year,
                day,
                lines.stream().mapToInt(Register.Line::made).sum(),
                (int) lines.stream().filter(Register.Line::externalOverdue).count(),
                lines,
                RegisterMeans.of(units));
    }

    /** Points of each clinic's latest external review; of two regulations the lower. */
    private Map<Long, Map<Area, Integer>> points(Set<Long> clinicIds, LocalDate day) {
        Map<Long, Long> clinicOf = new HashMap<>();
        query.latest(clinicIds, day).forEach(one -> clinicOf.put(one.id(), one.clinicId()));
        Map<Long, Map<Area, Integer>> points = new HashMap<>();
        if (clinicOf.isEmpty()) {
            return points;
        }
        for (ReviewGrade one : reviews.grades(clinicOf.keySet(), day)) {
            Grade grade = one.grade();
            if (grade != null) {
                points.computeIfAbsent(
                                Objects.requireNonNull(clinicOf.get(one.reviewId())), none -> new EnumMap<>(Area.class))
                        .merge(one.area(), grade.points(), Math::min);
            }
        }
        return points;
    }
}

/** A clinic with the group of its specialty. */
@Introspected
record RegisterClinic(long id, String name, String specialtyGroup) {}

/** How many external reviews a clinic had. */
@Introspected
record MadeReviews(long clinicId, int reviews) {}

/** A clinic's latest external review. */
@Introspected
record LatestReview(long id, long clinicId) {}

@JdbcRepository(dialect = Dialect.MYSQL)
interface RegisterQuery extends GenericRepository<ReviewRepository.Row, Long> {
    @Query("WITH RECURSIVE below (id, depth) AS (SELECT o.id, 0 FROM organisation o WHERE o.id = :organisationId"
            + " UNION ALL SELECT o.id, below.depth + 1 FROM below JOIN organisation o ON o.parent_id = below.id"
            + "  WHERE below.depth < 20) SELECT c.id FROM clinic c JOIN below ON below.id = c.organisation_id")
    List<Long> below(long organisationId);

    @Query("SELECT c.id, c.name, COALESCE(s.specialty_group, '') AS specialty_group FROM clinic c"
            + " LEFT JOIN specialty s ON s.code = c.specialty_code WHERE c.id IN (:clinicIds) ORDER BY c.name, c.id")
    List<RegisterClinic> clinics(Collection<Long> clinicIds);

    @Query("SELECT r.clinic_id, COUNT(*) AS reviews FROM review r WHERE r.clinic_id IN (:clinicIds)"
            + " AND r.kind = 'EXTERNAL' AND r.state = 'CONFIRMED' AND r.reviewed_on BETWEEN :fromDay AND :toDay"
            + " GROUP BY r.clinic_id")
    List<MadeReviews> made(Collection<Long> clinicIds, LocalDate fromDay, LocalDate toDay);

    @Query("SELECT r.id, r.clinic_id FROM review r WHERE r.clinic_id IN (:clinicIds) AND r.kind = 'EXTERNAL'"
            + " AND r.state = 'CONFIRMED' AND r.reviewed_on <= :day AND r.id = (SELECT x.id FROM review x"
            + "  WHERE x.clinic_id = r.clinic_id AND x.kind = 'EXTERNAL' AND x.state = 'CONFIRMED'"
            + "  AND x.reviewed_on <= :day ORDER BY x.reviewed_on DESC, x.id DESC LIMIT 1)")
    List<LatestReview> latest(Collection<Long> clinicIds, LocalDate day);
}
