package se.stegen.guideline;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import se.stegen.common.Period;

/**
 * Clinics' reviews with what became of them, read once for some days and evaluated for any of them. Only what is dated on or
 * before the day counts, in the state that it had then.
 *
 * @param reviews confirmed ones by clinic, in the order of their days
 * @param events what became of actions and grades by review, in the order in which it was entered
 * @param doctors posts by clinic, where an action may be overdue
 * @param regulations changes of regulation by programme, in the order in which they were entered
 */
record ReviewFacts(
        Map<Long, List<ReviewHeld>> reviews,
        Map<Long, List<ReviewEvent>> events,
        Map<Long, List<RegulatedPost>> doctors,
        Map<Long, List<RegulationFrom>> regulations) {
    /** No reviews. */
    static final ReviewFacts NONE = new ReviewFacts(Map.of(), Map.of(), Map.of(), Map.of());

    private static final int PLAN_MONTHS = 3;

    /** How the clinics stood on the day against the profiles that hold for them; every clinic has a standing. */
    Map<Long, ReviewStanding> on(Collection<Long> clinicIds, Map<Long, GuidelineProfile> byClinic, LocalDate day) {
        Map<Long, ReviewStanding> standings = new HashMap<>();
        for (long clinic : clinicIds) {
            standings.put(clinic, on(clinic, byClinic.get(clinic), day));
        }
        return standings;
    }

    private ReviewStanding on(long clinic, @Nullable GuidelineProfile profile, LocalDate day) {
        Integer years = profile == null ? null : profile.externalReviewYears();
        Integer months = profile == null ? null : profile.internalReviewMonths();
        ReviewHeld external = latest(clinic, true, day);
        ReviewHeld internal = latest(clinic, false, day);
        List<ReviewEvent> known = external == null ? List.of() : events.getOrDefault(external.id(), List.of());
        List<ReviewEvent> actions = last(known, "ACTION", day);
        List<ReviewEvent> late =
                actions.stream().filter(action -> action.overdueOn(day)).toList();
        Set<String> planned = actions.stream()
                .map(ReviewEvent::area)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(HashSet::new));
        boolean planMissing = external != null
                && Objects.requireNonNullElse(external.reportedOn(), external.reviewedOn())
                        .plusMonths(PLAN_MONTHS)
                        .isBefore(day)
                && last(known, "GRADE", day).stream()
                        .anyMatch(grade -> "D".equals(grade.state()) && !planned.contains(grade.area()));
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
                (int) actions.stream().filter(ReviewEvent::open).count(),
                late.size(),
                !late.isEmpty() && binding(late, clinic, day),
                planMissing);
    }

    private @Nullable ReviewHeld latest(long clinic, boolean external, LocalDate day) {
        return reviews.getOrDefault(clinic, List.of()).stream()
                .filter(review ->
                        review.external() == external && !review.reviewedOn().isAfter(day))
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    /** What was last said, as of the day, of each action or of each area's grade. */
    private static List<ReviewEvent> last(List<ReviewEvent> events, String kind, LocalDate day) {
        Map<String, ReviewEvent> last = new HashMap<>();
        for (ReviewEvent event : events) {
            LocalDate from = event.effectiveOn();
            if (kind.equals(event.kind()) && (from == null || !from.isAfter(day))) {
                last.put(event.subject(), event);
            }
        }
        return List.copyOf(last.values());
    }

    /** An action whose item nobody recognised is on no föreskrift. */
    private boolean binding(List<ReviewEvent> late, long clinic, LocalDate day) {
        Set<String> inScope = doctors.getOrDefault(clinic, List.of()).stream()
                .filter(post -> new Period(post.startDate(), post.endDate()).contains(day))
                .map(post -> regulation(post, day))
                .collect(Collectors.toSet());
        return late.stream()
                .anyMatch(action -> (inScope.contains("2015") && "BINDING".equals(action.kind2015()))
                        || (inScope.contains("2021") && "BINDING".equals(action.kind2021())));
    }

    private String regulation(RegulatedPost post, LocalDate day) {
        return regulations.getOrDefault(post.programmeId(), List.of()).stream()
                .filter(change -> !change.validFrom().isAfter(day))
                .reduce((earlier, later) -> later)
                .map(RegulationFrom::regulation)
                .orElse(post.regulation());
    }
}
