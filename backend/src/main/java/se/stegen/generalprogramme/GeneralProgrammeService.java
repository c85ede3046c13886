package se.stegen.generalprogramme;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import se.stegen.access.AccessLog;
import se.stegen.access.AccessLog.Action;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.access.PortfolioAccess;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Texts;
import se.stegen.common.Today;
import se.stegen.curriculum.CurriculumGoals;
import se.stegen.curriculum.CurriculumService;
import se.stegen.curriculum.Goal;
import se.stegen.curriculum.Regulation;
import se.stegen.generalprogramme.GeneralProgrammeRepository.Head;
import se.stegen.generalprogramme.GeneralProgrammeRepository.ItemRow;
import se.stegen.iup.IupKind;
import se.stegen.organisation.OrganisationService;
import se.stegen.programme.ProgrammeFacts;
import se.stegen.programme.ProgrammeService;

/**
 * The general programmes of clinics: kept by studierektor and clinic head, read by everybody who is signed in, as names
 * of clinics and goals are. A doctor copies from the one of the current clinic.
 */
@Singleton
public class GeneralProgrammeService {
    /** Most activities of one programme. */
    static final int MOST_ITEMS = 300;

    private static final int MAX_MONTHS = 240;

    private final AccessPolicy access;
    private final GeneralProgrammeRepository items;
    private final OrganisationService organisations;
    private final CurriculumGoals curricula;
    private final CurriculumService goals;
    private final ProgrammeService programmes;
    private final AccessLog log;
    private final Today today;

    GeneralProgrammeService(
            AccessPolicy access,
            GeneralProgrammeRepository items,
            OrganisationService organisations,
            CurriculumGoals curricula,
            CurriculumService goals,
            ProgrammeService programmes,
            AccessLog log,
            Today today) {
        this.access = access;
        this.items = items;
        this.organisations = organisations;
        this.curricula = curricula;
        this.goals = goals;
        this.programmes = programmes;
        this.log = log;
        this.today = today;
    }

    /**
     * A clinic's general programme; without items where nothing has been written.
     *
     * @param regulation {@code 2015} or {@code 2021}
     * @param specialtyCode which specialty; null is the clinic's own
     * @throws Problem {@code NOT_FOUND}; {@code REQUIRED} or {@code UNKNOWN_CODE} on {@code regulation},
     *     {@code UNKNOWN_CODE} on {@code specialtyCode}
     */
    @ReadOnly
    public GeneralProgramme get(
            Actor actor, long clinicId, @Nullable String regulation, @Nullable String specialtyCode) {
        access.requireSignedIn(actor);
        Regulation rules = Regulation.field("regulation", regulation);
        String specialty = specialty(actor, clinicId, rules, specialtyCode);
        return new GeneralProgramme(
                clinicId,
                specialty,
                rules,
                items.head(clinicId, specialty, rules.code())
                        .map(head -> itemsOf(head.id()))
                        .orElse(List.of()));
    }

    /**
     * Adds an activity.
     *
     * @throws Problem as {@link #get}, and {@code FORBIDDEN}; {@code REQUIRED}, {@code TOO_LONG}; {@code OUT_OF_RANGE} on
     *     {@code startMonth} or {@code months}, or on {@code items} where there are too many; {@code UNKNOWN_CODE} on
     *     {@code goalCodes}
     */
    @Transactional
    public GeneralItem add(
            Actor actor,
            long clinicId,
            @Nullable String regulation,
            @Nullable String specialtyCode,
            GeneralItemData data) {
        access.requireKeepGeneralProgramme(actor, clinicId);
        Regulation rules = Regulation.field("regulation", regulation);
        String specialty = specialty(actor, clinicId, rules, specialtyCode);
        items.begin(clinicId, specialty, rules.code());
        Head head = items.head(clinicId, specialty, rules.code()).orElseThrow();
        if (items.count(head.id()) >= MOST_ITEMS) {
            throw Problem.field("items", ProblemCode.OUT_OF_RANGE);
        }
        long id = items.save(valid(actor, head, data)).id();
        writeGoals(id, data);
        log.scope(actor, Action.CREATE, "GENERAL_PROGRAMME", id, "clinic " + clinicId);
        return item(head.id(), id);
    }

    /** Changes an activity; throws as {@link #add}, and {@code STALE_VERSION}. */
    @Transactional
    public GeneralItem change(Actor actor, long clinicId, long itemId, int version, GeneralItemData data) {
        access.requireKeepGeneralProgramme(actor, clinicId);
        Head head = items.headOfItem(itemId, clinicId).orElseThrow(Problem::notFound);
        ItemRow row = valid(actor, head, data);
        requireOne(items.update(
                itemId,
                version,
                row.kind(),
                row.title(),
                row.startMonth(),
                row.months(),
                row.assessmentMethod(),
                row.updatedBy(),
                row.updatedAt()));
        items.removeGoals(itemId);
        writeGoals(itemId, data);
        log.scope(actor, Action.CHANGE, "GENERAL_PROGRAMME", itemId, "clinic " + clinicId);
        return item(head.id(), itemId);
    }

    /** Takes an activity away; {@code NOT_FOUND}, {@code FORBIDDEN}, {@code STALE_VERSION}. Copies stay. */
    @Transactional
    public void remove(Actor actor, long clinicId, long itemId, int version) {
        access.requireKeepGeneralProgramme(actor, clinicId);
        if (items.headOfItem(itemId, clinicId).isEmpty()) {
            throw Problem.notFound();
        }
        items.removeGoals(itemId);
        requireOne(items.remove(itemId, version));
        log.scope(actor, Action.DELETE, "GENERAL_PROGRAMME", itemId, "clinic " + clinicId);
    }

    /**
     * What the current clinic's general programme would be for one doctor, by day: months are counted from the first day
     * of ST. Empty where there is no clinic or nothing is written.
     *
     * @throws Problem {@code NOT_FOUND}
     */
    @ReadOnly
    public List<ProposedItem> forProgramme(Actor actor, long programmeId) {
        access.requirePortfolio(actor, programmeId, PortfolioAccess.FACTS);
        ProgrammeFacts facts = programmes.facts(programmeId);
        Long clinicId = facts.clinicId();
        if (clinicId == null) {
            return List.of();
        }
        Set<String> known = goals.goalsOf(actor, facts.curriculumId()).stream()
                .map(Goal::code)
                .collect(Collectors.toSet());
        return items
                .head(clinicId, facts.specialtyCode(), facts.regulation())
                .map(head -> itemsOf(head.id()))
                .orElse(List.of())
                .stream()
                .map(item -> proposed(item, facts.startDate(), known))
                .toList();
    }

    private static ProposedItem proposed(GeneralItem item, LocalDate start, Set<String> known) {
        return new ProposedItem(
                item.id(),
                item.kind(),
                item.title(),
                start.plusMonths(item.startMonth()),
                start.plusMonths(item.startMonth() + (long) item.months()).minusDays(1),
                item.assessmentMethod(),
                item.goalCodes().stream().filter(known::contains).toList(),
                item.goalCodes().stream().filter(code -> !known.contains(code)).toList());
    }

    private String specialty(Actor actor, long clinicId, Regulation rules, @Nullable String specialtyCode) {
        String own = organisations.clinic(actor, clinicId).specialtyCode();
        String wanted = specialtyCode == null || specialtyCode.isBlank() ? own : specialtyCode.strip();
        curriculum(rules.code(), wanted);
        return wanted;
    }

    private long curriculum(String regulation, String specialty) {
        return Regulation.of(regulation)
                .flatMap(rules -> curricula.latestEdition(rules, specialty))
                .orElseThrow(() -> Problem.field("specialtyCode", ProblemCode.UNKNOWN_CODE, specialty));
    }

    private ItemRow valid(Actor actor, Head head, GeneralItemData data) {
        IupKind kind = data.kind();
        if (kind == null) {
            throw Problem.field("kind", ProblemCode.REQUIRED);
        }
        String title = Texts.required("title", data.title(), 200);
        int startMonth = inRange("startMonth", data.startMonth(), 0, MAX_MONTHS - 1);
        int months = inRange("months", data.months(), 1, MAX_MONTHS);
        String method = Texts.optional("assessmentMethod", data.assessmentMethod(), 500);
        curricula.requireGoals(curriculum(head.regulation(), head.specialtyCode()), data.goalCodes());
        return new ItemRow(
                0, head.id(), kind.name(), title, startMonth, months, method, actor.personId(), today.utc(), 0);
    }

    private void writeGoals(long itemId, GeneralItemData data) {
        new LinkedHashSet<>(data.goalCodes()).forEach(code -> items.addGoal(itemId, code));
    }

    private List<GeneralItem> itemsOf(long generalProgrammeId) {
        Map<Long, List<String>> codes = new HashMap<>();
        items.goals(generalProgrammeId)
                .forEach(g -> codes.computeIfAbsent(g.itemId(), id -> new ArrayList<>())
                        .add(g.goalCode()));
        return items.items(generalProgrammeId).stream()
                .map(row -> new GeneralItem(
                        row.id(),
                        IupKind.valueOf(row.kind()),
                        row.title(),
                        row.startMonth(),
                        row.months(),
                        row.assessmentMethod(),
                        codes.getOrDefault(row.id(), List.of()),
                        row.version()))
                .toList();
    }

    private GeneralItem item(long generalProgrammeId, long id) {
        return itemsOf(generalProgrammeId).stream()
                .filter(item -> item.id() == id)
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    private static int inRange(String field, @Nullable Integer given, int min, int max) {
        if (given == null) {
            throw Problem.field(field, ProblemCode.REQUIRED);
        }
        if (given < min || given > max) {
            throw Problem.field(field, ProblemCode.OUT_OF_RANGE);
        }
        return given;
    }

    private static void requireOne(int changed) {
        if (changed == 0) {
            throw Problem.of(ProblemCode.STALE_VERSION);
        }
    }
}
