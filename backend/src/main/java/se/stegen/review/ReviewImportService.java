package se.stegen.review;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Objects;
import se.stegen.access.AccessLog;
import se.stegen.access.AccessLog.Action;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;
import se.stegen.common.Versions;
import se.stegen.review.ReviewRepository.Detail;
import se.stegen.spur.ReportReader;
import se.stegen.spur.SpurReport;

/** A SPUR report becomes a draft that people hold against the report, row by row, and confirm. */
@Singleton
public class ReviewImportService {
    private final AccessPolicy access;
    private final AccessLog log;
    private final ReportReader reports;
    private final ReviewDrafts drafts;
    private final ReviewRepository reviews;
    private final ActionRepository actions;
    private final ReviewReader reader;
    private final Today today;

    ReviewImportService(
            AccessPolicy access,
            AccessLog log,
            ReportReader reports,
            ReviewDrafts drafts,
            ReviewRepository reviews,
            ActionRepository actions,
            ReviewReader reader,
            Today today) {
        this.access = access;
        this.log = log;
        this.reports = reports;
        this.drafts = drafts;
        this.reviews = reviews;
        this.actions = actions;
        this.reader = reader;
        this.today = today;
    }

    /**
     * Reads a report into a draft, which counts nowhere. The file itself is not kept. Not one transaction: reading takes
     * its time, and no connection waits for it.
     *
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}, and what {@link ReportReader#read} throws
     */
    public Review importReport(Actor actor, long clinicId, @Nullable String fileName, byte[] file) {
        access.requireKeepReviews(actor, clinicId);
        SpurReport report = reports.read(file);
        return reader.review(drafts.save(actor, clinicId, fileName == null ? "" : fileName, report));
    }

    /**
     * Confirms a draft: from now on it counts.
     *
     * @param date day of the visit; null is the draft's, which is the day of the import where the report tells none
     * @param everyRow refuses while a row of the plan has not been held against the report
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}; {@code STATE_CONFLICT}, {@code STALE_VERSION};
     *     {@code DATE_IN_FUTURE} on {@code date}; {@code ROWS_UNCHECKED}
     */
    @Transactional
    public Review confirm(Actor actor, long id, @Nullable Integer version, @Nullable LocalDate date, boolean everyRow) {
        access.requireKeepReviews(actor, reader.require(id).clinicId());
        reviews.hold(id);
        Detail detail = reader.require(id);
        if (detail.state() != ReviewState.DRAFT) {
            throw Problem.of(ProblemCode.STATE_CONFLICT, detail.state().name(), ReviewState.DRAFT.name());
        }
        Versions.requireSame(detail.version(), version);
        LocalDate day = Objects.requireNonNullElse(date, detail.reviewedOn());
        if (day.isAfter(today.date())) {
            throw Problem.field("date", ProblemCode.DATE_IN_FUTURE);
        }
        long unchecked = actions.ofReview(id).stream()
                .filter(action -> !action.checked())
                .count();
        if (everyRow && unchecked > 0) {
            throw Problem.of(ProblemCode.ROWS_UNCHECKED, unchecked);
        }
        if (reviews.confirm(id, detail.version(), day, actor.personId(), today.utc()) == 0) {
            throw Problem.of(ProblemCode.STALE_VERSION);
        }
        actions.addCreated(id, day, actor.personId(), today.utc());
        log.scope(actor, Action.CONFIRM, ReviewService.KIND, id, "clinic " + detail.clinicId());
        reader.changed(detail.clinicId());
        return reader.review(id);
    }
}
