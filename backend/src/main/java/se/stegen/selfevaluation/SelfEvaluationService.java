package se.stegen.selfevaluation;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import se.stegen.access.AccessLog;
import se.stegen.access.AccessLog.Action;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Texts;
import se.stegen.common.Today;
import se.stegen.common.Versions;
import se.stegen.review.ActionData;
import se.stegen.review.ReviewAction;
import se.stegen.review.ReviewActionService;
import se.stegen.review.ReviewService;
import se.stegen.review.ReviewState;
import se.stegen.selfevaluation.SelfEvaluationRepository.Kept;
import se.stegen.spur.Checklist;
import se.stegen.spur.ChecklistItem;

/**
 * Self-evaluations, one open at a time for a clinic, worked on by those who keep its reviews. Each item is saved by
 * itself, so that two can write at once on different ones.
 */
@Singleton
public class SelfEvaluationService {
    private static final String KIND = "SELF_EVALUATION";
    private static final Set<String> REGULATIONS = Set.of("2015", "2021");

    private final AccessPolicy access;
    private final AccessLog log;
    private final SelfEvaluationRepository evaluations;
    private final SelfEvaluationReader reader;
    private final ReviewService reviews;
    private final ReviewActionService actions;
    private final Today today;

    SelfEvaluationService(
            AccessPolicy access,
            AccessLog log,
            SelfEvaluationRepository evaluations,
            SelfEvaluationReader reader,
            ReviewService reviews,
            ReviewActionService actions,
            Today today) {
        this.access = access;
        this.log = log;
        this.evaluations = evaluations;
        this.reader = reader;
        this.reviews = reviews;
        this.actions = actions;
        this.today = today;
    }

    /** A clinic's self-evaluations, the latest first; throws {@code NOT_FOUND} or {@code FORBIDDEN}. */
    @Transactional
    public List<SelfEvaluation> list(Actor actor, long clinicId) {
        access.requireKeepReviews(actor, clinicId);
        log.scope(actor, Action.READ, "SELF_EVALUATIONS", clinicId, "clinic " + clinicId);
        return evaluations.ofClinic(clinicId);
    }

    /** One self-evaluation; throws {@code NOT_FOUND} or {@code FORBIDDEN}. */
    @Transactional
    public SelfEvaluation get(Actor actor, long id) {
        SelfEvaluation evaluation = keepable(actor, id);
        log.scope(actor, Action.READ, KIND, id, "clinic " + evaluation.clinicId());
        return evaluation;
    }

    /** Its items by area and number, with today's figures or those that were kept; throws as {@link #get}. */
    @Transactional
    public List<ItemEvaluation> items(Actor actor, long id) {
        return reader.items(actor, keepable(actor, id));
    }

    /** The regulations of the doctors who are at the clinic today: what a new self-evaluation is proposed for. */
    @Transactional
    public List<String> regulations(Actor actor, long clinicId) {
        access.requireKeepReviews(actor, clinicId);
        return evaluations.regulationsAt(clinicId, today.date());
    }

    /**
     * Starts a self-evaluation.
     *
     * @param regulations {@code 2015}, {@code 2021} or both; none is those of the clinic's doctors, else 2021
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}; {@code SELF_EVALUATION_OPEN} where one is open;
     *     {@code UNKNOWN_CODE} on {@code regulations}
     */
    @Transactional
    public SelfEvaluation start(Actor actor, long clinicId, List<String> regulations) {
        access.requireKeepReviews(actor, clinicId);
        Set<String> chosen = new TreeSet<>(regulations);
        if (!REGULATIONS.containsAll(chosen)) {
            throw Problem.field("regulations", ProblemCode.UNKNOWN_CODE, String.join(", ", chosen));
        }
        if (chosen.isEmpty()) {
            chosen.addAll(evaluations.regulationsAt(clinicId, today.date()));
            chosen.retainAll(REGULATIONS);
        }
        // Two at once: the second finds the first one's.
        evaluations.lockClinic(clinicId);
        if (evaluations.open(clinicId) > 0) {
            throw Problem.of(ProblemCode.SELF_EVALUATION_OPEN);
        }
        long id = evaluations
                .save(new SelfEvaluationRepository.Row(
                        0,
                        clinicId,
                        chosen.isEmpty() ? "2021" : String.join(",", chosen),
                        SelfEvaluationState.OPEN,
                        actor.personId(),
                        null,
                        actor.personId(),
                        today.utc(),
                        0))
                .id();
        log.scope(actor, Action.CREATE, KIND, id, "clinic " + clinicId);
        return reader.require(id);
    }

    /**
     * Saves what people say of an item.
     *
     * @param version of the item; 0 where nobody has written
     * @param judgement null is not judged yet
     * @return the item's new version
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}, {@code STATE_CONFLICT} once it is finished;
     *     {@code UNKNOWN_CODE} for an item that its regulations do not ask for; {@code STALE_VERSION}; {@code TOO_LONG}
     */
    @Transactional
    public int answer(
            Actor actor, long id, String itemCode, int version, @Nullable Judgement judgement, @Nullable String text) {
        SelfEvaluation evaluation = open(actor, id);
        ChecklistItem item = item(evaluation, itemCode);
        String words = Texts.optional("text", text, Texts.LONG);
        String judged = judgement == null ? null : judgement.name();
        int changed = version == 0
                ? evaluations.addAnswer(id, item.code(), judged, words, actor.personId(), today.utc())
                : evaluations.changeAnswer(id, item.code(), version, judged, words, actor.personId(), today.utc());
        if (changed == 0) {
            throw Problem.of(ProblemCode.STALE_VERSION);
        }
        log.scope(actor, Action.CHANGE, KIND, id, "clinic " + evaluation.clinicId());
        return version + 1;
    }

    /**
     * Makes an action of an item, in the clinic's latest confirmed review.
     *
     * @param due null is none
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}; {@code UNKNOWN_CODE}; {@code NO_REVIEW_YET} where the clinic
     *     has none; {@code STATE_CONFLICT} where an action was made of it; {@code REQUIRED} on {@code plannedAction}
     */
    @Transactional
    public ReviewAction makeAction(
            Actor actor, long id, String itemCode, @Nullable String planned, @Nullable LocalDate due) {
        SelfEvaluation evaluation = keepable(actor, id);
        ChecklistItem item = item(evaluation, itemCode);
        evaluations.lock(id);
        ItemEvaluation before = reader.items(actor, evaluation).stream()
                .filter(one -> one.item().equals(item))
                .findFirst()
                .orElseThrow(Problem::notFound);
        if (before.actionId() != null) {
            throw Problem.of(ProblemCode.STATE_CONFLICT, "ACTION", "ACTION");
        }
        long reviewId = reviews.list(actor, evaluation.clinicId()).stream()
                .filter(one -> one.state() == ReviewState.CONFIRMED)
                .findFirst()
                .orElseThrow(() -> Problem.of(ProblemCode.NO_REVIEW_YET))
                .id();
        ReviewAction action = actions.add(
                actor,
                reviewId,
                new ActionData(
                        item.area(),
                        item.text(),
                        item.code(),
                        planned,
                        due == null ? "" : due.toString(),
                        due,
                        "",
                        "",
                        null,
                        "",
                        null,
                        ""));
        if (before.version() == 0) {
            evaluations.addAnswer(id, item.code(), null, "", actor.personId(), today.utc());
        }
        evaluations.madeAction(id, item.code(), action.id());
        return action;
    }

    /** Those to whom it may be passed on; throws as {@link #get}. */
    @Transactional
    public List<Colleague> colleagues(Actor actor, long id) {
        SelfEvaluation evaluation = keepable(actor, id);
        return evaluations.candidates(evaluation.clinicId(), today.date()).stream()
                .map(one -> new Colleague(one.personId(), one.name()))
                .toList();
    }

    /**
     * Passes it on: from now on it stands in that person's to-do list. Everybody who keeps the reviews may go on writing.
     *
     * @param version null is the present one
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}, {@code STATE_CONFLICT}, {@code STALE_VERSION};
     *     {@code NOT_OF_CLINIC} on {@code personId}
     */
    @Transactional
    public SelfEvaluation pass(Actor actor, long id, @Nullable Integer version, long personId) {
        SelfEvaluation evaluation = open(actor, id);
        Versions.requireSame(evaluation.version(), version);
        if (evaluations.candidates(evaluation.clinicId(), today.date()).stream()
                .noneMatch(one -> one.personId() == personId)) {
            throw Problem.field("personId", ProblemCode.NOT_OF_CLINIC, "");
        }
        requireOne(evaluations.pass(id, evaluation.version(), personId, today.utc()));
        log.scope(actor, Action.FORWARD, KIND, id, "clinic " + evaluation.clinicId());
        return reader.require(id);
    }

    /**
     * Finishes it: the figures of today are kept with it and nothing is changed again. What is not answered stands on the
     * gap list.
     *
     * @param version null is the present one
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}, {@code STATE_CONFLICT}, {@code STALE_VERSION}
     */
    @Transactional
    public SelfEvaluation finish(Actor actor, long id, @Nullable Integer version) {
        SelfEvaluation evaluation = open(actor, id);
        Versions.requireSame(evaluation.version(), version);
        List<Kept> figures = reader.today(actor, evaluation.clinicId());
        requireOne(evaluations.finish(
                id,
                evaluation.version(),
                actor.personId(),
                today.date(),
                reader.surveyNow(actor, evaluation.clinicId())));
        for (Kept one : figures) {
            evaluations.keep(
                    id,
                    one.indicator().name(),
                    one.status().name(),
                    one.met(),
                    one.applicable(),
                    one.value(),
                    one.rule());
        }
        log.scope(actor, Action.CONFIRM, KIND, id, "clinic " + evaluation.clinicId());
        return reader.require(id);
    }

    private static ChecklistItem item(SelfEvaluation evaluation, String itemCode) {
        return Checklist.item(itemCode)
                .filter(evaluation::asks)
                .orElseThrow(() -> Problem.field("item", ProblemCode.UNKNOWN_CODE, itemCode));
    }

    private SelfEvaluation open(Actor actor, long id) {
        keepable(actor, id);
        evaluations.lock(id);
        SelfEvaluation evaluation = reader.require(id);
        if (evaluation.state() != SelfEvaluationState.OPEN) {
            throw Problem.of(ProblemCode.STATE_CONFLICT, evaluation.state().name(), SelfEvaluationState.OPEN.name());
        }
        return evaluation;
    }

    private SelfEvaluation keepable(Actor actor, long id) {
        SelfEvaluation evaluation = reader.require(id);
        access.requireKeepReviews(actor, evaluation.clinicId());
        return evaluation;
    }

    private static void requireOne(int changed) {
        if (changed == 0) {
            throw Problem.of(ProblemCode.STALE_VERSION);
        }
    }
}
