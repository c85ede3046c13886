package se.stegen.review;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import se.stegen.common.Problem;
import se.stegen.common.Today;
import se.stegen.programme.ProgrammeChanges;
import se.stegen.review.ReviewRepository.Detail;
import se.stegen.spur.Area;

/** Puts reviews together for the services of this package, after they have asked the policy. */
@Singleton
class ReviewReader {
    private final ReviewRepository reviews;
    private final ActionRepository actions;
    private final ProgrammeChanges changes;
    private final Today today;

    ReviewReader(ReviewRepository reviews, ActionRepository actions, ProgrammeChanges changes, Today today) {
        this.reviews = reviews;
        this.actions = actions;
        this.changes = changes;
        this.today = today;
    }

    Detail require(long id) {
        return reviews.detail(id).orElseThrow(Problem::notFound);
    }

    /** The clinic's figures are counted from this. */
    void changed(long clinicId) {
        changes.clinicChanged(clinicId);
    }

    List<ReviewGrade> grades(long reviewId) {
        return reviews.grades(List.of(reviewId), today.date());
    }

    Review review(long id) {
        Detail d = require(id);
        Map<Area, String> areas = new EnumMap<>(Area.class);
        reviews.areas(id).forEach(one -> areas.put(one.area(), one.text()));
        List<ReviewGrade> grades = grades(id);
        return new Review(
                d.id(),
                d.clinicId(),
                d.clinicName(),
                d.kind(),
                d.state(),
                d.reviewedOn(),
                d.dayKnown(),
                d.reportedOn(),
                d.inspectors(),
                d.grading(),
                d.twoRegulations(),
                grades,
                areas,
                d.strengths(),
                d.weaknesses(),
                d.potential(),
                d.unsorted(),
                d.fileName(),
                d.createdByName(),
                d.updatedAt(),
                d.voidReason(),
                asks(d, grades),
                d.version());
    }

    /** Of the clinic's latest external review only: a new one asks anew. */
    private List<Review.Ask> asks(Detail d, List<ReviewGrade> grades) {
        boolean latest = d.kind() == ReviewKind.EXTERNAL
                && d.state() == ReviewState.CONFIRMED
                && reviews.list(d.clinicId(), today.date()).stream()
                        .filter(line -> line.kind() == ReviewKind.EXTERNAL && line.state() == ReviewState.CONFIRMED)
                        .findFirst()
                        .map(line -> line.id() == d.id())
                        .orElse(false);
        if (!latest) {
            return List.of();
        }
        Set<Area> planned = EnumSet.noneOf(Area.class);
        for (ReviewAction action : actions.ofReview(d.id())) {
            Area area = action.area();
            if (area != null) {
                planned.add(area);
            }
        }
        LocalDate from = Objects.requireNonNullElse(d.reportedOn(), d.reviewedOn());
        return ReviewRules.asks(grades, from, planned, reviews.internalAfter(d.clinicId(), from) > 0);
    }
}
