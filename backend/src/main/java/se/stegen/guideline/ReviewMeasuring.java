package se.stegen.guideline;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Measures clinics' reviews and their action plans: one query where there is no external review, four at most, whatever the
 * number of clinics. Only what is dated on or before the day counts, in the state that it had then.
 */
@Singleton
public class ReviewMeasuring {
    private static final int PLAN_MONTHS = 3;

    private final ReviewQuery facts;
    private final GuidelineProfiles profiles;

    ReviewMeasuring(ReviewQuery facts, GuidelineProfiles profiles) {
        this.facts = facts;
        this.profiles = profiles;
    }

    /** How the clinics stand on a day against the profiles that hold for them; every clinic has a standing. */
    public Map<Long, ReviewStanding> standings(List<Long> clinicIds, LocalDate day) {
        return standings(clinicIds, profiles.forClinics(clinicIds, day), day);
    }

    Map<Long, ReviewStanding> standings(List<Long> clinicIds, Map<Long, GuidelineProfile> byClinic, LocalDate day) {
        if (clinicIds.isEmpty()) {
            return Map.of();
        }
        Map<Long, ReviewHeld> external = new HashMap<>();
        Map<Long, ReviewHeld> internal = new HashMap<>();
        // In the order of their days, so that the last one put is the latest.
        facts.reviews(clinicIds, day)
                .forEach(review ->
                        ("EXTERNAL".equals(review.kind()) ? external : internal).put(review.clinicId(), review));
        Set<Long> latest = external.values().stream().map(ReviewHeld::id).collect(Collectors.toSet());
        Map<Long, List<ActionOnDay>> actions = latest.isEmpty()
                ? Map.of()
                : facts.actions(latest, day).stream().collect(Collectors.groupingBy(ActionOnDay::reviewId));
        Map<Long, List<FailedArea>> failed = latest.isEmpty()
                ? Map.of()
                : facts.failedAreas(latest, day).stream().collect(Collectors.groupingBy(FailedArea::reviewId));
        boolean late = actions.values().stream().flatMap(List::stream).anyMatch(action -> overdue(action, day));
        Map<Long, Set<String>> regulations = late ? regulations(external.keySet(), day) : Map.of();
        Map<Long, ReviewStanding> standings = new HashMap<>();
        for (long clinic : clinicIds) {
            ReviewHeld last = external.get(clinic);
            standings.put(
                    clinic,
                    standing(
                            clinic,
                            byClinic.get(clinic),
                            last,
                            internal.get(clinic),
                            last == null ? List.of() : actions.getOrDefault(last.id(), List.of()),
                            last == null ? List.of() : failed.getOrDefault(last.id(), List.of()),
                            regulations.getOrDefault(clinic, Set.of()),
                            day));
        }
        return standings;
    }

    private static ReviewStanding standing(
            long clinic,
            @Nullable GuidelineProfile profile,
            @Nullable ReviewHeld external,
            @Nullable ReviewHeld internal,
            List<ActionOnDay> actions,
            List<FailedArea> failed,
            Set<String> regulations,
            LocalDate day) {
        Integer years = profile == null ? null : profile.externalReviewYears();
        Integer months = profile == null ? null : profile.internalReviewMonths();
        List<ActionOnDay> late =
                actions.stream().filter(action -> overdue(action, day)).toList();
        Set<String> planned = actions.stream()
                .map(ActionOnDay::area)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(HashSet::new));
        boolean planMissing = external != null
                && Objects.requireNonNullElse(external.reportedOn(), external.reviewedOn())
                        .plusMonths(PLAN_MONTHS)
                        .isBefore(day)
                && failed.stream().anyMatch(area -> !planned.contains(area.area()));
        return new ReviewStanding(
                clinic,
                external == null ? null : external.reviewedOn(),
                external == null || years == null ? null : external.reviewedOn().plusYears(years),
                years != null,
                internal == null ? null : internal.reviewedOn(),
                internal == null || months == null
                        ? null
                        : internal.reviewedOn().plusMonths(months),
                months != null,
                (int) actions.stream().filter(ActionOnDay::open).count(),
                late.size(),
                late.stream().anyMatch(action -> binding(action, regulations)),
                planMissing);
    }

    private Map<Long, Set<String>> regulations(Collection<Long> clinicIds, LocalDate day) {
        return facts.regulations(clinicIds, day).stream()
                .collect(Collectors.groupingBy(
                        RegulationInScope::clinicId,
                        Collectors.mapping(RegulationInScope::regulation, Collectors.toSet())));
    }

    private static boolean overdue(ActionOnDay action, LocalDate day) {
        LocalDate due = action.dueOn();
        return action.open() && due != null && due.isBefore(day);
    }

    /** An action whose item nobody recognised is on no föreskrift. */
    private static boolean binding(ActionOnDay action, Set<String> regulations) {
        return (regulations.contains("2015") && "BINDING".equals(action.kind2015()))
                || (regulations.contains("2021") && "BINDING".equals(action.kind2021()));
    }
}

/** A confirmed review. */
@Introspected
record ReviewHeld(
        long id,
        long clinicId,
        String kind,
        LocalDate reviewedOn,
        @Nullable LocalDate reportedOn) {}

/** An action as it stood on the day, with how binding its item is. */
@Introspected
record ActionOnDay(
        long reviewId,
        String state,
        @Nullable LocalDate dueOn,
        @Nullable String area,
        @Nullable String kind2015,
        @Nullable String kind2021) {
    boolean open() {
        return "OPEN".equals(state) || "IN_PROGRESS".equals(state);
    }
}

/** An area that was graded D on the day. */
@Introspected
record FailedArea(long reviewId, String area) {}

/** A regulation that a doctor in scope was under on the day. */
@Introspected
record RegulationInScope(long clinicId, String regulation) {}

@JdbcRepository(dialect = Dialect.MYSQL)
interface ReviewQuery extends GenericRepository<GuidelineProfile, Long> {
    @Query("SELECT r.id, r.clinic_id, r.kind, r.reviewed_on, r.reported_on FROM review r"
            + " WHERE r.clinic_id IN (:clinicIds) AND r.state = 'CONFIRMED' AND r.reviewed_on <= :day"
            + " ORDER BY r.reviewed_on, r.id")
    List<ReviewHeld> reviews(Collection<Long> clinicIds, LocalDate day);

    @Query("SELECT a.review_id, e.state, e.due_on, e.area, i.kind_2015 AS kind2015, i.kind_2021 AS kind2021"
            + " FROM review_action a JOIN review_action_event e ON e.action_id = a.id"
            + "  AND e.id = (SELECT MAX(x.id) FROM review_action_event x WHERE x.action_id = a.id"
            + "   AND x.effective_on <= :day)"
            + " LEFT JOIN review_item i ON i.code = e.item_code WHERE a.review_id IN (:reviewIds)")
    List<ActionOnDay> actions(Collection<Long> reviewIds, LocalDate day);

    @Query("SELECT DISTINCT g.review_id, g.area FROM review_grade g WHERE g.review_id IN (:reviewIds)"
            + " AND g.grade = 'D' AND (g.since IS NULL OR g.since <= :day)"
            + " AND g.id = (SELECT MAX(h.id) FROM review_grade h WHERE h.review_id = g.review_id AND h.area = g.area"
            + "  AND h.regulation = g.regulation AND (h.since IS NULL OR h.since <= :day))")
    List<FailedArea> failedAreas(Collection<Long> reviewIds, LocalDate day);

    /** A programme has rows of its own only once it has changed its regulation. */
    @Query("SELECT DISTINCT o.clinic_id, COALESCE((SELECT r.regulation FROM programme_regulation r"
            + "  WHERE r.programme_id = p.id AND r.valid_from <= :day ORDER BY r.id DESC LIMIT 1), p.regulation) AS regulation"
            + " FROM post o JOIN programme p ON p.id = o.programme_id WHERE o.clinic_id IN (:clinicIds)"
            + " AND o.start_date <= :day AND (o.end_date IS NULL OR o.end_date >= :day)")
    List<RegulationInScope> regulations(Collection<Long> clinicIds, LocalDate day);
}
