package se.stegen.placement;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import se.stegen.access.AccessLog;
import se.stegen.access.AccessLog.Action;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.access.PortfolioAccess;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Texts;
import se.stegen.common.Today;
import se.stegen.organisation.OrganisationService;
import se.stegen.placement.EvaluationRepository.EvaluationRow;

/**
 * What doctors say of placements and courses. One's own words are one's own; a clinic reads the means, and the comments
 * without name and day, once three different doctors have answered.
 */
@Singleton
public class EvaluationService {
    private static final int LONGEST_COMMENT = 2000;

    private final AccessPolicy access;
    private final EvaluationRepository evaluations;
    private final OrganisationService organisations;
    private final AccessLog log;
    private final Today today;

    EvaluationService(
            AccessPolicy access,
            EvaluationRepository evaluations,
            OrganisationService organisations,
            AccessLog log,
            Today today) {
        this.access = access;
        this.evaluations = evaluations;
        this.organisations = organisations;
        this.log = log;
        this.today = today;
    }

    /**
     * The doctor's own evaluations.
     *
     * @throws Problem {@code NOT_FOUND}; {@code FORBIDDEN} for everybody else
     */
    @Transactional
    public List<Evaluation> own(Actor actor, long programmeId) {
        access.requireEvaluate(actor, programmeId);
        log.portfolio(actor, programmeId, Action.READ, "EVALUATION", null);
        return evaluations.ofProgramme(programmeId);
    }

    /**
     * Evaluates a placement or a course, or changes what was said of it within 14 days.
     *
     * @param version of the evaluation that is changed; null where there is none yet
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}; {@code REQUIRED} on {@code placementId} where not exactly one
     *     is named, {@code UNKNOWN_ID} on {@code placementId} or {@code itemId}; {@code NOT_YET_ENDED};
     *     {@code REQUIRED} or {@code OUT_OF_RANGE} on a rating, {@code TOO_LONG} on {@code comment};
     *     {@code VERSION_MISSING}, {@code STALE_VERSION}; {@code EVALUATION_FIXED}
     */
    @Transactional
    public Evaluation evaluate(Actor actor, long programmeId, @Nullable Integer version, EvaluationData data) {
        access.requireEvaluate(actor, programmeId);
        if (evaluations.lockProgramme(programmeId).isEmpty()) {
            throw Problem.notFound();
        }
        if (today.date().isBefore(lastDay(programmeId, data))) {
            throw Problem.of(ProblemCode.NOT_YET_ENDED);
        }
        int supervision = rating("supervision", data.supervision());
        int introduction = rating("introduction", data.introduction());
        int learning = rating("learning", data.learning());
        int recommend = rating("recommend", data.recommend());
        String comment = Texts.optional("comment", data.comment(), LONGEST_COMMENT);
        Optional<Evaluation> before = find(programmeId, data);
        if (before.isEmpty()) {
            evaluations.save(new EvaluationRow(
                    0,
                    programmeId,
                    data.placementId(),
                    data.itemId(),
                    supervision,
                    introduction,
                    learning,
                    recommend,
                    comment,
                    today.utc(),
                    today.utc(),
                    0));
        } else {
            Evaluation known = before.get();
            if (version == null) {
                throw Problem.of(ProblemCode.VERSION_MISSING);
            }
            if (!mayChange(actor, known)) {
                throw Problem.of(ProblemCode.EVALUATION_FIXED, EvaluationRules.CHANGEABLE_DAYS);
            }
            if (evaluations.update(
                            known.id(), version, supervision, introduction, learning, recommend, comment, today.utc())
                    == 0) {
                throw Problem.of(ProblemCode.STALE_VERSION);
            }
        }
        log.portfolio(actor, programmeId, before.isEmpty() ? Action.CREATE : Action.CHANGE, "EVALUATION", null);
        return find(programmeId, data).orElseThrow();
    }

    /** Whether the actor's own evaluation may still be changed today: 14 days from the one on which it was written. */
    public boolean mayChange(Actor actor, Evaluation evaluation) {
        access.requireSignedIn(actor);
        return !today.date().isAfter(Today.dayOf(evaluation.createdAt()).plusDays(EvaluationRules.CHANGEABLE_DAYS));
    }

    /**
     * The courses of a doctor's plan by their first day; for those who may read the plan.
     *
     * @throws Problem {@code NOT_FOUND}; {@code FORBIDDEN} for an admin
     */
    @Transactional
    public List<Course> courses(Actor actor, long programmeId) {
        access.requirePortfolio(actor, programmeId, PortfolioAccess.SIGNED);
        log.portfolio(actor, programmeId, Action.READ, "COURSE", null);
        Map<Long, List<String>> goals = new HashMap<>();
        evaluations
                .courseGoals(programmeId)
                .forEach(g -> goals.computeIfAbsent(g.itemId(), id -> new ArrayList<>())
                        .add(g.goalCode()));
        LocalDate day = today.date();
        return evaluations.courses(programmeId).stream()
                .map(c -> new Course(
                        c.id(),
                        c.title(),
                        c.startDate(),
                        c.endDate(),
                        c.leader(),
                        goals.getOrDefault(c.id(), List.of()),
                        CourseState.on(day, c.startDate(), c.endDate())))
                .toList();
    }

    /**
     * What doctors say of placements at a clinic and of courses that its own doctors went to.
     *
     * @throws Problem {@code NOT_FOUND}; {@code FORBIDDEN} for those who see the clinic's figures without leading it
     */
    @Transactional
    public ClinicEvaluations ofClinic(Actor actor, long clinicId) {
        access.requireReadEvaluations(actor, clinicId);
        log.scope(actor, Action.READ, "EVALUATION", clinicId, "clinic " + clinicId);
        return new ClinicEvaluations(
                clinicId,
                organisations.clinic(actor, clinicId).name(),
                EvaluationRules.summary("", evaluations.ofPlacementsAt(clinicId)),
                EvaluationRules.byTitle(evaluations.ofCoursesOf(clinicId)));
    }

    private LocalDate lastDay(long programmeId, EvaluationData data) {
        Long placementId = data.placementId();
        Long itemId = data.itemId();
        if (placementId != null && itemId == null) {
            return evaluations
                    .endOfPlacement(placementId, programmeId)
                    .orElseThrow(() -> Problem.field("placementId", ProblemCode.UNKNOWN_ID));
        }
        if (itemId != null && placementId == null) {
            return evaluations
                    .endOfCourse(itemId, programmeId)
                    .orElseThrow(() -> Problem.field("itemId", ProblemCode.UNKNOWN_ID));
        }
        throw Problem.field("placementId", ProblemCode.REQUIRED);
    }

    private Optional<Evaluation> find(long programmeId, EvaluationData data) {
        return evaluations.ofProgramme(programmeId).stream()
                .filter(one -> Objects.equals(one.placementId(), data.placementId())
                        && Objects.equals(one.itemId(), data.itemId()))
                .findFirst();
    }

    private static int rating(String field, @Nullable Integer given) {
        if (given == null) {
            throw Problem.field(field, ProblemCode.REQUIRED);
        }
        if (given < 1 || given > 5) {
            throw Problem.field(field, ProblemCode.OUT_OF_RANGE);
        }
        return given;
    }
}
