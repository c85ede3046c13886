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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads clinics' reviews and their action plans: one query where there is no external review, two where no action is
 * overdue, four at most, whatever the number of clinics and of days. What is read once is evaluated for any of the days in
 * memory ({@link ReviewFacts}).
 */
@Singleton
public class ReviewMeasuring {
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

    Map<Long, ReviewStanding> standings(
            Collection<Long> clinicIds, Map<Long, GuidelineProfile> byClinic, LocalDate day) {
        return read(clinicIds, Days.of(day)).on(clinicIds, byClinic, day);
    }

    /** What these clinics' reviews are measured by on any of the days. */
    ReviewFacts read(Collection<Long> clinicIds, Days days) {
        if (clinicIds.isEmpty()) {
            return ReviewFacts.NONE;
        }
        Map<Long, List<ReviewHeld>> reviews =
                facts.reviews(clinicIds, days.to()).stream().collect(Collectors.groupingBy(ReviewHeld::clinicId));
        Set<Long> external = reviews.values().stream()
                .flatMap(List::stream)
                .filter(ReviewHeld::external)
                .map(ReviewHeld::id)
                .collect(Collectors.toSet());
        List<ReviewEvent> events = external.isEmpty() ? List.of() : facts.events(external, days.to());
        boolean late = events.stream().anyMatch(event -> event.overdueOn(days.to()));
        return new ReviewFacts(
                reviews,
                events.stream().collect(Collectors.groupingBy(ReviewEvent::reviewId)),
                late
                        ? facts.posts(reviews.keySet(), days.from(), days.to()).stream()
                                .collect(Collectors.groupingBy(RegulatedPost::clinicId))
                        : Map.of(),
                late
                        ? facts.regulations(reviews.keySet(), days.to()).stream()
                                .collect(Collectors.groupingBy(RegulationFrom::programmeId))
                        : Map.of());
    }
}

/** A confirmed review. */
@Introspected
record ReviewHeld(
        long id,
        long clinicId,
        boolean external,
        LocalDate reviewedOn,
        @Nullable LocalDate reportedOn) {}

/**
 * What was said of an action or of an area's grade.
 *
 * @param kind {@code ACTION} or {@code GRADE}
 * @param subject which action; which area under which regulation
 * @param effectiveOn from which day on; null is from the review on
 * @param state of an action; the grade
 * @param kind2015 how binding the action's item is under SOSFS 2015:8
 * @param kind2021 the same under HSLF-FS 2021:8
 */
@Introspected
record ReviewEvent(
        long reviewId,
        String kind,
        String subject,
        @Nullable LocalDate effectiveOn,
        @Nullable String state,
        @Nullable LocalDate dueOn,
        @Nullable String area,
        @Nullable String kind2015,
        @Nullable String kind2021) {
    /** An action that is still to be done. */
    boolean open() {
        return "OPEN".equals(state) || "IN_PROGRESS".equals(state);
    }

    /** An action without a due day is never overdue. */
    boolean overdueOn(LocalDate day) {
        return open() && dueOn != null && dueOn.isBefore(day);
    }
}

/** A post and the regulation under which its programme began. */
@Introspected
record RegulatedPost(
        long clinicId,
        long programmeId,
        LocalDate startDate,
        @Nullable LocalDate endDate,
        String regulation) {}

/** The regulation that a programme is under from a day on. */
@Introspected
record RegulationFrom(long programmeId, String regulation, LocalDate validFrom) {}

@JdbcRepository(dialect = Dialect.MYSQL)
interface ReviewQuery extends GenericRepository<GuidelineProfile, Long> {
    @Query("SELECT r.id, r.clinic_id, r.kind = 'EXTERNAL' AS external, r.reviewed_on, r.reported_on FROM review r"
            + " WHERE r.clinic_id IN (:clinicIds) AND r.state = 'CONFIRMED' AND r.reviewed_on <= :day"
            + " ORDER BY r.reviewed_on, r.id")
    List<ReviewHeld> reviews(Collection<Long> clinicIds, LocalDate day);

    @Query("SELECT x.* FROM (SELECT a.review_id, 'ACTION' AS kind, CONCAT(a.id) AS subject, e.id AS entered,"
            + "  e.effective_on, e.state, e.due_on, e.area, i.kind_2015 AS kind2015, i.kind_2021 AS kind2021"
            + "  FROM review_action a JOIN review_action_event e ON e.action_id = a.id AND e.effective_on <= :day"
            + "  LEFT JOIN review_item i ON i.code = e.item_code WHERE a.review_id IN (:reviewIds)"
            + " UNION ALL SELECT g.review_id, 'GRADE', CONCAT(g.area, ' ', g.regulation), g.id, g.since, g.grade, NULL,"
            + "  g.area, NULL, NULL FROM review_grade g WHERE g.review_id IN (:reviewIds)"
            + "  AND (g.since IS NULL OR g.since <= :day)"
            + ") x ORDER BY x.kind, x.entered")
    List<ReviewEvent> events(Collection<Long> reviewIds, LocalDate day);

    @Query("SELECT o.clinic_id, o.programme_id, o.start_date, o.end_date, p.regulation FROM post o"
            + " JOIN programme p ON p.id = o.programme_id WHERE o.clinic_id IN (:clinicIds)"
            + " AND o.start_date <= :toDay AND (o.end_date IS NULL OR o.end_date >= :fromDay)")
    List<RegulatedPost> posts(Collection<Long> clinicIds, LocalDate fromDay, LocalDate toDay);

    /** A programme has rows of its own only once it has changed its regulation. */
    @Query("SELECT r.programme_id, r.regulation, r.valid_from FROM programme_regulation r"
            + " WHERE r.programme_id IN (SELECT o.programme_id FROM post o WHERE o.clinic_id IN (:clinicIds))"
            + " AND r.valid_from <= :day ORDER BY r.id")
    List<RegulationFrom> regulations(Collection<Long> clinicIds, LocalDate day);
}
