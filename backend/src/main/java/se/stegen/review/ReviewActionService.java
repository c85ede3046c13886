package se.stegen.review;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
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

/**
 * Åtgärder as work. Who keeps the clinic's reviews plans them; their owner sees the own ones, comments, begins and closes
 * them. Closing asks for proof. Everything that happens stays to be read.
 */
@Singleton
public class ReviewActionService {
    private static final String KIND = "REVIEW_ACTION";

    private final AccessPolicy access;
    private final AccessLog log;
    private final ActionRepository actions;
    private final ActionInput input;
    private final ReviewReader reader;
    private final Today today;

    ReviewActionService(
            AccessPolicy access,
            AccessLog log,
            ActionRepository actions,
            ActionInput input,
            ReviewReader reader,
            Today today) {
        this.access = access;
        this.log = log;
        this.actions = actions;
        this.input = input;
        this.reader = reader;
        this.today = today;
    }

    /** Whether the actor may change the plan itself, not only work with the action. */
    public boolean mayPlan(Actor actor, ReviewAction action) {
        return access.mayKeepReviews(actor, action.clinicId());
    }

    /** The actions of a review in the report's order; throws {@code NOT_FOUND} or {@code FORBIDDEN}. */
    @Transactional
    public List<ReviewAction> ofReview(Actor actor, long reviewId) {
        Detail review = reader.require(reviewId);
        access.requireKeepReviews(actor, review.clinicId());
        log.scope(actor, Action.READ, "REVIEW_ACTIONS", reviewId, "clinic " + review.clinicId());
        return actions.ofReview(reviewId);
    }

    /** The actions of a clinic's confirmed reviews, the next due first; throws as {@link #ofReview}. */
    @Transactional
    public List<ReviewAction> ofClinic(Actor actor, long clinicId) {
        access.requireKeepReviews(actor, clinicId);
        log.scope(actor, Action.READ, "REVIEW_ACTIONS", clinicId, "clinic " + clinicId);
        return actions.ofClinic(clinicId);
    }

    /** The open actions that the actor owns, the next due first. */
    @Transactional
    public List<ReviewAction> mine(Actor actor) {
        access.requireSignedIn(actor);
        return actions.ofOwner(actor.personId());
    }

    /** One action; throws {@code NOT_FOUND} or {@code FORBIDDEN}. */
    @Transactional
    public ReviewAction get(Actor actor, long id) {
        ReviewAction action = workable(actor, id);
        log.scope(actor, Action.READ, KIND, id, "clinic " + action.clinicId());
        return action;
    }

    /** What happened with it, the first thing first; throws as {@link #get}. */
    @Transactional
    public List<ActionEvent> events(Actor actor, long id) {
        workable(actor, id);
        return actions.events(id);
    }

    /**
     * Adds an action to a review that is not voided, from today.
     *
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}; {@code REQUIRED} on {@code plannedAction}; {@code TOO_LONG};
     *     {@code UNKNOWN_CODE} on {@code itemCode}; {@code NOT_OF_CLINIC} on {@code owner}; {@code STATE_CONFLICT}
     */
    @Transactional
    public ReviewAction add(Actor actor, long reviewId, ActionData data) {
        Detail review = reader.require(reviewId);
        access.requireKeepReviews(actor, review.clinicId());
        if (review.state() == ReviewState.VOIDED) {
            throw Problem.of(ProblemCode.STATE_CONFLICT, "VOIDED", "CONFIRMED");
        }
        ActionData checked = input.check(data, review.clinicId(), null);
        Texts.required("plannedAction", checked.plannedAction(), Texts.LONG);
        ReviewAction action = require(input.insert(reviewId, actions.nextPosition(reviewId), checked));
        if (review.state() == ReviewState.CONFIRMED) {
            event(actor, action.id(), ActionEvent.Kind.CREATED, today.date(), "");
        }
        done(actor, action, Action.CREATE);
        return action;
    }

    /** Changes the plan of an action; throws as {@link #add}, and {@code STALE_VERSION}. */
    @Transactional
    public ReviewAction change(Actor actor, long id, int version, ActionData data) {
        ReviewAction before = workable(actor, id);
        requirePlan(actor, before);
        requireNotVoided(before);
        ActionData checked = input.check(data, before.clinicId(), before.ownerId());
        requireOne(input.update(id, version, checked));
        ReviewAction after = require(id);
        String changes = ActionInput.changes(before, after);
        if (before.reviewState() == ReviewState.CONFIRMED && !changes.isEmpty()) {
            event(actor, id, ActionEvent.Kind.CHANGED, today.date(), changes);
        }
        done(actor, after, Action.CHANGE);
        return after;
    }

    /** Says in a draft that a row was held against the report, or not; {@code STATE_CONFLICT} elsewhere. */
    @Transactional
    public ReviewAction check(Actor actor, long id, int version, boolean checked) {
        ReviewAction action = draft(actor, id);
        requireOne(actions.check(action.id(), version, checked, today.utc()));
        return require(id);
    }

    /** Takes a row out of a draft; an action of a confirmed review is dropped with a reason instead. */
    @Transactional
    public void remove(Actor actor, long id) {
        actions.remove(draft(actor, id).id());
    }

    /**
     * Begins an action, closes it with proof, drops it with a reason or opens it again.
     *
     * @param version null is the present one
     * @param note proof for DONE, reason for DROPPED; else a comment or nothing
     * @param on the day on which it was done; null is today
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}; {@code STATE_CONFLICT} for the state it has and for a review
     *     that is not confirmed; {@code PROOF_REQUIRED} on {@code proof}; {@code REASON_REQUIRED};
     *     {@code DATE_IN_FUTURE}, {@code END_BEFORE_START} on {@code closedOn}; {@code STALE_VERSION}
     */
    @Transactional
    public ReviewAction setState(
            Actor actor,
            long id,
            @Nullable Integer version,
            ActionState state,
            @Nullable String note,
            @Nullable LocalDate on) {
        ReviewAction before = workable(actor, id);
        requireConfirmed(before);
        if (before.state() == state) {
            throw Problem.of(ProblemCode.STATE_CONFLICT, state.name(), state.name());
        }
        if (state == ActionState.DROPPED) {
            // That something need not be done is for those who answer for the clinic to say.
            requirePlan(actor, before);
        }
        String words = Texts.optional("proof", note, Texts.LONG);
        if (!state.open() && words.isEmpty()) {
            throw state == ActionState.DONE
                    ? Problem.field("proof", ProblemCode.PROOF_REQUIRED)
                    : Problem.field("reason", ProblemCode.REASON_REQUIRED);
        }
        LocalDate day = on == null ? today.date() : on;
        if (day.isAfter(today.date())) {
            throw Problem.field("closedOn", ProblemCode.DATE_IN_FUTURE);
        }
        if (day.isBefore(before.reviewedOn())) {
            throw Problem.field("closedOn", ProblemCode.END_BEFORE_START);
        }
        Versions.requireSame(before.version(), version);
        boolean closed = !state.open();
        requireOne(actions.state(
                id,
                before.version(),
                state.name(),
                closed ? words : null,
                closed ? day : null,
                closed ? actor.personId() : null,
                today.utc()));
        event(actor, id, ActionEvent.Kind.STATE, closed ? day : today.date(), words);
        ReviewAction after = require(id);
        done(actor, after, Action.CHANGE);
        return after;
    }

    /** Adds a comment; throws {@code NOT_FOUND}, {@code FORBIDDEN}, {@code REQUIRED} on {@code text}, {@code TOO_LONG}. */
    @Transactional
    public ReviewAction comment(Actor actor, long id, @Nullable String text) {
        ReviewAction action = workable(actor, id);
        requireConfirmed(action);
        event(actor, id, ActionEvent.Kind.COMMENT, today.date(), Texts.required("text", text, Texts.LONG));
        log.scope(actor, Action.CHANGE, KIND, id, "clinic " + action.clinicId());
        return require(id);
    }

    private ReviewAction workable(Actor actor, long id) {
        ReviewAction action = require(id);
        // The owner of a row sees it once its review counts.
        Long owner = action.reviewState() == ReviewState.CONFIRMED ? action.ownerId() : null;
        access.requireWorkWithAction(actor, action.clinicId(), owner);
        return action;
    }

    private ReviewAction draft(Actor actor, long id) {
        ReviewAction action = workable(actor, id);
        requirePlan(actor, action);
        if (action.reviewState() != ReviewState.DRAFT) {
            throw Problem.of(ProblemCode.STATE_CONFLICT, action.reviewState().name(), ReviewState.DRAFT.name());
        }
        return action;
    }

    /** The owner sees the action, but its plan is not the owner's to change. */
    private void requirePlan(Actor actor, ReviewAction action) {
        if (!mayPlan(actor, action)) {
            throw Problem.forbidden();
        }
    }

    private ReviewAction require(long id) {
        return actions.action(id).orElseThrow(Problem::notFound);
    }

    private void event(Actor actor, long id, ActionEvent.Kind kind, LocalDate on, String note) {
        actions.addEvent(id, kind.name(), on, note, actor.personId(), today.utc());
    }

    private void done(Actor actor, ReviewAction action, Action what) {
        log.scope(actor, what, KIND, action.id(), "clinic " + action.clinicId());
        reader.changed(action.clinicId());
    }

    private static void requireConfirmed(ReviewAction action) {
        if (action.reviewState() != ReviewState.CONFIRMED) {
            throw Problem.of(ProblemCode.STATE_CONFLICT, action.reviewState().name(), ReviewState.CONFIRMED.name());
        }
    }

    private static void requireNotVoided(ReviewAction action) {
        if (action.reviewState() == ReviewState.VOIDED) {
            throw Problem.of(ProblemCode.STATE_CONFLICT, "VOIDED", "CONFIRMED");
        }
    }

    private static void requireOne(int changed) {
        if (changed == 0) {
            throw Problem.of(ProblemCode.STALE_VERSION);
        }
    }
}
