package se.stegen.regulation;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import se.stegen.access.AccessLog;
import se.stegen.access.AccessLog.Action;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.access.PortfolioAccess;
import se.stegen.common.Problem;
import se.stegen.common.Problem.FieldError;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;
import se.stegen.curriculum.CurriculumGoals;
import se.stegen.curriculum.CurriculumService;
import se.stegen.curriculum.Goal;
import se.stegen.curriculum.Regulation;
import se.stegen.programme.ProgrammeChanges;
import se.stegen.regulation.RegulationRepository.PeriodRow;
import se.stegen.regulation.RegulationRepository.Standing;

/**
 * A doctor who began under SOSFS 2015:8 may choose HSLF-FS 2021:8 instead, never the other way round (HSLF-FS 2021:8,
 * transitional provisions; PSF 2020:1098). The doctor maps the goals; what is signed or approved stays as it is, and the
 * mapping tells which new goal it serves.
 */
@Singleton
public class RegulationService {
    private static final Regulation NEXT = Regulation.HSLF_2021;
    private static final int MAX_MONTHS = 240;

    private final AccessPolicy access;
    private final RegulationRepository regulations;
    private final Rewriting rewriting;
    private final CurriculumGoals curricula;
    private final CurriculumService goals;
    private final ProgrammeChanges changes;
    private final AccessLog log;
    private final Today today;

    RegulationService(
            AccessPolicy access,
            RegulationRepository regulations,
            Rewriting rewriting,
            CurriculumGoals curricula,
            CurriculumService goals,
            ProgrammeChanges changes,
            AccessLog log,
            Today today) {
        this.access = access;
        this.regulations = regulations;
        this.rewriting = rewriting;
        this.curricula = curricula;
        this.goals = goals;
        this.changes = changes;
        this.log = log;
        this.today = today;
    }

    /**
     * Where a programme stands, and what it came from.
     *
     * @throws Problem {@code NOT_FOUND}
     */
    @Transactional
    public RegulationHistory get(Actor actor, long programmeId) {
        access.requirePortfolio(actor, programmeId, PortfolioAccess.FACTS);
        log.portfolio(actor, programmeId, Action.READ, "REGULATION", null);
        return history(actor, programmeId);
    }

    /**
     * Proposes what each goal corresponds to under 2021.
     *
     * @throws Problem {@code NOT_FOUND}; {@code FORBIDDEN} for everybody but the doctor; {@code STATE_CONFLICT} where the
     *     programme is under 2021 already; {@code UNKNOWN_CODE} where the specialty has no goals there
     */
    @Transactional
    public RegulationProposal proposal(Actor actor, long programmeId) {
        access.requireChooseRegulation(actor, programmeId);
        Standing before = regulations.standing(programmeId).orElseThrow(Problem::notFound);
        requireEarlier(before);
        List<Goal> next = goals.goalsOf(actor, nextEdition(before));
        Map<String, Integer> uses = uses(programmeId);
        List<MappingLine> lines = goals.goalsOf(actor, before.curriculumId()).stream()
                .map(goal -> {
                    MappingRules.Found found = MappingRules.propose(goal, next);
                    return new MappingLine(goal, found.to(), found.source(), uses.getOrDefault(goal.code(), 0));
                })
                .toList();
        log.portfolio(actor, programmeId, Action.READ, "REGULATION", null);
        return new RegulationProposal(NEXT, Math.max(NEXT.months(), before.plannedMonths()), lines, next);
    }

    /**
     * Changes to 2021. The goals of plan, placements and unsent drafts are rewritten by the mapping; what is sent, signed
     * or approved keeps its own, and an approved plan becomes a draft.
     *
     * @throws Problem as {@link #proposal}; {@code REQUIRED} or {@code UNKNOWN_CODE} on {@code regulation};
     *     {@code UNKNOWN_CODE} or {@code ALREADY_EXISTS} on {@code mapping}; {@code MAPPING_INCOMPLETE} where a goal in
     *     use is not named; {@code OUT_OF_RANGE} on {@code plannedMonths}; {@code ALREADY_EXISTS} where the doctor has a
     *     programme in the specialty under 2021; {@code PLAN_IS_SENT}
     */
    @Transactional
    public RegulationHistory change(Actor actor, long programmeId, RegulationChange change) {
        access.requireChooseRegulation(actor, programmeId);
        Standing before = regulations.lock(programmeId).orElseThrow(Problem::notFound);
        requireEarlier(before);
        Regulation wanted = Regulation.field("regulation", change.regulation());
        if (wanted != NEXT) {
            throw Problem.field("regulation", ProblemCode.UNKNOWN_CODE, wanted.code());
        }
        if (regulations.exists(before.personId(), NEXT.code(), before.specialtyCode())) {
            throw Problem.field("regulation", ProblemCode.ALREADY_EXISTS);
        }
        long edition = nextEdition(before);
        Integer given = change.plannedMonths();
        int months = given == null ? Math.max(NEXT.months(), before.plannedMonths()) : given;
        if (months < 1 || months > MAX_MONTHS) {
            throw Problem.field("plannedMonths", ProblemCode.OUT_OF_RANGE);
        }
        Map<String, Set<String>> mapping = valid(actor, programmeId, before, edition, change.mapping());

        rewriting.requireOpenPlan(programmeId);
        regulations.save(new PeriodRow(
                0,
                programmeId,
                before.regulation(),
                before.curriculumId(),
                before.plannedMonths(),
                before.startDate(),
                null,
                today.utc()));
        long id = regulations
                .save(new PeriodRow(
                        0, programmeId, NEXT.code(), edition, months, today.date(), actor.personId(), today.utc()))
                .id();
        mapping.forEach((from, to) -> to.forEach(code -> regulations.addPair(programmeId, from, code, id)));
        rewriting.rewrite(actor, programmeId, before.curriculumId(), edition);
        regulations.change(programmeId, NEXT.code(), edition, months);
        log.portfolio(actor, programmeId, Action.CHANGE, "REGULATION", id);
        changes.changed(programmeId);
        return history(actor, programmeId);
    }

    private RegulationHistory history(Actor actor, long programmeId) {
        Standing now = regulations.standing(programmeId).orElseThrow(Problem::notFound);
        Map<String, List<String>> mapping = new LinkedHashMap<>();
        regulations
                .mapping(programmeId)
                .forEach(pair -> mapping.computeIfAbsent(pair.fromCode(), code -> new ArrayList<>())
                        .add(pair.toCode()));
        return new RegulationHistory(
                now.regulation(),
                goals.edition(actor, now.curriculumId()).edition().number(),
                curricula.newerEdition(now.curriculumId()),
                regulations.periods(programmeId),
                mapping.entrySet().stream()
                        .map(line -> new GoalMapping(line.getKey(), List.copyOf(line.getValue())))
                        .toList());
    }

    private Map<String, Set<String>> valid(
            Actor actor, long programmeId, Standing before, long edition, List<GoalMapping> given) {
        Set<String> old = codes(actor, before.curriculumId());
        Set<String> next = codes(actor, edition);
        Map<String, Set<String>> mapping = new LinkedHashMap<>();
        for (GoalMapping line : given) {
            requireKnown(old, line.from());
            line.to().forEach(code -> requireKnown(next, code));
            if (mapping.put(line.from(), new LinkedHashSet<>(line.to())) != null) {
                throw Problem.field("mapping", ProblemCode.ALREADY_EXISTS, line.from());
            }
        }
        Set<String> missing = new TreeSet<>(uses(programmeId).keySet());
        missing.retainAll(old);
        missing.removeAll(mapping.keySet());
        if (!missing.isEmpty()) {
            throw Problem.fields(List.of(
                    new FieldError("mapping", ProblemCode.MAPPING_INCOMPLETE, List.of(String.join(", ", missing)))));
        }
        return mapping;
    }

    private static void requireKnown(Set<String> codes, @Nullable String code) {
        if (code == null || !codes.contains(code)) {
            throw Problem.field("mapping", ProblemCode.UNKNOWN_CODE, String.valueOf(code));
        }
    }

    private Set<String> codes(Actor actor, long curriculumId) {
        return goals.goalsOf(actor, curriculumId).stream()
                .map(Goal::code)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private Map<String, Integer> uses(long programmeId) {
        Map<String, Integer> uses = new HashMap<>();
        regulations.uses(programmeId).forEach(use -> uses.put(use.goalCode(), use.links()));
        return uses;
    }

    private long nextEdition(Standing before) {
        return curricula
                .latestEdition(NEXT, before.specialtyCode())
                .orElseThrow(() -> Problem.field("regulation", ProblemCode.UNKNOWN_CODE, NEXT.code()));
    }

    private static void requireEarlier(Standing before) {
        if (!Regulation.SOSFS_2015.code().equals(before.regulation())) {
            throw Problem.of(ProblemCode.STATE_CONFLICT);
        }
    }
}
