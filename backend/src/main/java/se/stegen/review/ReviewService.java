package se.stegen.review;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import se.stegen.access.AccessLog;
import se.stegen.access.AccessLog.Action;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Texts;
import se.stegen.common.Today;
import se.stegen.common.Versions;
import se.stegen.review.ReviewRepository.Detail;
import se.stegen.review.ReviewRepository.Row;
import se.stegen.spur.Grade;
import se.stegen.spur.GradingVersion;

/** Granskningar of clinics: kept by studierektor, clinic head and overall studierektor, and read by them. */
@Singleton
public class ReviewService {
    static final String KIND = "REVIEW";
    private static final int ROLES = 500;
    private static final int REASON = 2000;

    private final AccessPolicy access;
    private final AccessLog log;
    private final ReviewRepository reviews;
    private final ReviewReader reader;
    private final Today today;

    ReviewService(AccessPolicy access, AccessLog log, ReviewRepository reviews, ReviewReader reader, Today today) {
        this.access = access;
        this.log = log;
        this.reviews = reviews;
        this.reader = reader;
        this.today = today;
    }

    /** A clinic's reviews, the latest first; throws {@code NOT_FOUND} or {@code FORBIDDEN}. */
    @Transactional
    public List<ReviewListItem> list(Actor actor, long clinicId) {
        access.requireKeepReviews(actor, clinicId);
        log.scope(actor, Action.READ, "REVIEWS", clinicId, "clinic " + clinicId);
        List<ReviewRepository.Line> lines = reviews.list(clinicId, today.date());
        if (lines.isEmpty()) {
            return List.of();
        }
        Map<Long, List<ReviewGrade>> grades =
                reviews.grades(lines.stream().map(ReviewRepository.Line::id).toList(), today.date()).stream()
                        .collect(Collectors.groupingBy(ReviewGrade::reviewId));
        return lines.stream()
                .map(line -> new ReviewListItem(
                        line.id(),
                        line.kind(),
                        line.state(),
                        line.reviewedOn(),
                        line.reportedOn(),
                        line.twoRegulations(),
                        grades.getOrDefault(line.id(), List.of()),
                        line.actions(),
                        line.open(),
                        line.overdue(),
                        line.version()))
                .toList();
    }

    /** One review; throws {@code NOT_FOUND} or {@code FORBIDDEN}. */
    @Transactional
    public Review get(Actor actor, long id) {
        Detail detail = keepable(actor, id);
        log.scope(actor, Action.READ, KIND, id, "clinic " + detail.clinicId());
        return reader.review(id);
    }

    /**
     * Enters a review by hand; it counts at once.
     *
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}; {@code REQUIRED} without a kind or a day;
     *     {@code DATE_IN_FUTURE}, {@code END_BEFORE_START}, {@code TOO_LONG}
     */
    @Transactional
    public Review create(Actor actor, long clinicId, @Nullable ReviewKind kind, ReviewData data) {
        access.requireKeepReviews(actor, clinicId);
        if (kind == null) {
            throw Problem.field("kind", ProblemCode.REQUIRED);
        }
        Checked checked = check(data);
        Row row = reviews.save(new Row(
                0,
                clinicId,
                kind,
                ReviewState.CONFIRMED,
                checked.date(),
                true,
                data.reportedOn(),
                checked.inspectors(),
                data.grading(),
                data.twoRegulations(),
                checked.strengths(),
                checked.weaknesses(),
                checked.potential(),
                checked.unsorted(),
                null,
                actor.personId(),
                today.utc(),
                today.utc(),
                actor.personId(),
                today.utc(),
                0));
        grades(actor, row.id(), data);
        log.scope(actor, Action.CREATE, KIND, row.id(), "clinic " + clinicId);
        reader.changed(clinicId);
        return reader.review(row.id());
    }

    /** Changes a review that is not voided; throws as {@link #create}, and {@code STALE_VERSION}. */
    @Transactional
    public Review change(Actor actor, long id, int version, ReviewData data) {
        Detail detail = keepable(actor, id);
        requireNotVoided(detail);
        Checked checked = check(data);
        GradingVersion grading = data.grading();
        requireOne(reviews.update(
                id,
                version,
                checked.date(),
                detail.dayKnown() || !checked.date().equals(detail.reviewedOn()),
                data.reportedOn(),
                checked.inspectors(),
                grading == null ? null : grading.name(),
                data.twoRegulations(),
                checked.strengths(),
                checked.weaknesses(),
                checked.potential(),
                checked.unsorted(),
                today.utc()));
        grades(actor, id, data);
        log.scope(actor, Action.CHANGE, KIND, id, "clinic " + detail.clinicId());
        reader.changed(detail.clinicId());
        return reader.review(id);
    }

    /**
     * Voids a review, a draft too: it counts on no date.
     *
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}, {@code STATE_CONFLICT}, {@code STALE_VERSION};
     *     {@code REASON_REQUIRED} for one that was confirmed
     */
    @Transactional
    public Review voidReview(Actor actor, long id, @Nullable Integer version, @Nullable String reason) {
        Detail detail = keepable(actor, id);
        requireNotVoided(detail);
        String words = Texts.optional("reason", reason, REASON);
        if (words.isEmpty() && detail.state() == ReviewState.CONFIRMED) {
            throw Problem.field("reason", ProblemCode.REASON_REQUIRED);
        }
        Versions.requireSame(detail.version(), version);
        requireOne(reviews.voidReview(id, detail.version(), actor.personId(), words, today.utc()));
        log.scope(actor, Action.VOID, KIND, id, "clinic " + detail.clinicId());
        reader.changed(detail.clinicId());
        return reader.review(id);
    }

    private void grades(Actor actor, long id, ReviewData data) {
        List<ReviewGrade> before = reader.grades(id);
        LocalDate since = data.gradesSince();
        if (since != null && since.isAfter(today.date())) {
            throw Problem.field("gradesSince", ProblemCode.DATE_IN_FUTURE);
        }
        for (GradeData one : data.grades()) {
            Grade was = before.stream()
                    .filter(known ->
                            known.area() == one.area() && known.regulation().equals(one.regulation()))
                    .map(ReviewGrade::grade)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
            Grade now = one.grade();
            if (was != now) {
                reviews.addGrade(
                        id,
                        one.area().name(),
                        one.regulation(),
                        now == null ? null : now.name(),
                        "",
                        since,
                        actor.personId(),
                        today.utc());
            }
        }
        data.areas()
                .forEach((area, text) -> reviews.putArea(id, area.name(), Texts.optional("areas", text, Texts.LONG)));
    }

    private record Checked(
            LocalDate date,
            String inspectors,
            String strengths,
            String weaknesses,
            String potential,
            String unsorted) {}

    private Checked check(ReviewData data) {
        LocalDate reported = data.reportedOn();
        LocalDate date = data.date();
        if (date == null) {
            throw Problem.field("date", ProblemCode.REQUIRED);
        }
        if (date.isAfter(today.date())) {
            throw Problem.field("date", ProblemCode.DATE_IN_FUTURE);
        }
        if (reported != null && reported.isAfter(today.date())) {
            throw Problem.field("reportedOn", ProblemCode.DATE_IN_FUTURE);
        }
        if (reported != null && reported.isBefore(date)) {
            throw Problem.field("reportedOn", ProblemCode.END_BEFORE_START);
        }
        return new Checked(
                date,
                Texts.optional("inspectors", data.inspectors(), ROLES),
                Texts.optional("strengths", data.strengths(), Texts.LONG),
                Texts.optional("weaknesses", data.weaknesses(), Texts.LONG),
                Texts.optional("potential", data.potential(), Texts.LONG),
                Texts.optional("unsorted", data.unsorted(), Texts.LONG));
    }

    private Detail keepable(Actor actor, long id) {
        Detail detail = reader.require(id);
        access.requireKeepReviews(actor, detail.clinicId());
        return detail;
    }

    private static void requireNotVoided(Detail detail) {
        if (detail.state() == ReviewState.VOIDED) {
            throw Problem.of(ProblemCode.STATE_CONFLICT, "VOIDED", "CONFIRMED");
        }
    }

    private static void requireOne(int changed) {
        if (changed == 0) {
            throw Problem.of(ProblemCode.STALE_VERSION);
        }
    }
}
