package se.stegen.placement;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import se.stegen.access.AccessLog;
import se.stegen.access.AccessLog.Action;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.access.PortfolioAccess;
import se.stegen.common.Period;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Texts;
import se.stegen.common.Today;
import se.stegen.curriculum.CurriculumGoals;
import se.stegen.organisation.OrganisationFacts;
import se.stegen.placement.BookingRepository.Activity;
import se.stegen.placement.PlacementRecordsQuery.Held;
import se.stegen.placement.PlacementRepository.PlacementRow;
import se.stegen.programme.ProgrammeChanges;
import se.stegen.programme.ProgrammeFacts;
import se.stegen.programme.ProgrammeService;

/**
 * Placements: written by an admin and by studierektor and clinic head of the current clinic, their introduction by their
 * supervisor, too; read by whoever may read the portfolio. A placement on which something has been signed stays.
 */
@Singleton
public class PlacementService {
    private static final LocalDate LATEST = LocalDate.of(2100, 12, 31);

    private final AccessPolicy access;
    private final PlacementRepository placements;
    private final PlacementRecordsQuery records;
    private final BookingRepository bookings;
    private final ProgrammeService programmes;
    private final CurriculumGoals curricula;
    private final OrganisationFacts organisations;
    private final ProgrammeChanges changes;
    private final AccessLog log;
    private final Today today;

    PlacementService(
            AccessPolicy access,
            PlacementRepository placements,
            PlacementRecordsQuery records,
            BookingRepository bookings,
            ProgrammeService programmes,
            CurriculumGoals curricula,
            OrganisationFacts organisations,
            ProgrammeChanges changes,
            AccessLog log,
            Today today) {
        this.access = access;
        this.placements = placements;
        this.records = records;
        this.bookings = bookings;
        this.programmes = programmes;
        this.curricula = curricula;
        this.organisations = organisations;
        this.changes = changes;
        this.log = log;
        this.today = today;
    }

    /**
     * The placements of a programme by their first day.
     *
     * @throws Problem {@code NOT_FOUND}
     */
    @Transactional
    public List<Placement> list(Actor actor, long programmeId) {
        access.requirePortfolio(actor, programmeId, PortfolioAccess.FACTS);
        log.portfolio(actor, programmeId, Action.READ, "PLACEMENT", null);
        return placementsOf(programmeId);
    }

    /**
     * Plans a placement. Its supervisor reads the portfolio from its first to its last day.
     *
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}; {@code REQUIRED}, {@code TOO_LONG}; {@code UNKNOWN_ID} on
     *     {@code clinicId}, {@code supervisorId} or {@code iupItemId}; {@code OWN_RECORD} on {@code supervisorId};
     *     {@code UNKNOWN_CODE} on {@code goalCodes}; {@code OUTSIDE_PROGRAMME} on {@code from};
     *     {@code END_BEFORE_START} on {@code to}; {@code STATE_CONFLICT} where the activity is booked already
     */
    @Transactional
    public Placement add(Actor actor, long programmeId, PlacementData data) {
        access.requireManageProgramme(actor, programmeId);
        PlacementRow row = valid(locked(programmeId), data);
        long id = placements.save(row).id();
        writeGoals(id, data);
        book(programmeId, id, data);
        changed(actor, programmeId, Action.CREATE, id);
        return placement(programmeId, id);
    }

    /**
     * Changes a placement; throws as {@link #add}, and {@code STALE_VERSION}; {@code HAS_RECORDS} where records of its
     * supervisor or its introduction would no longer lie on its days, or where it is evaluated and moves to another
     * clinic.
     */
    @Transactional
    public Placement change(Actor actor, long programmeId, long placementId, int version, PlacementData data) {
        access.requireManageProgramme(actor, programmeId);
        ProgrammeFacts programme = locked(programmeId);
        Placement before = placement(programmeId, placementId);
        PlacementRow row = valid(programme, data);
        requireKept(programmeId, before, row);
        requireOne(placements.update(
                placementId, version, row.title(), row.clinicId(), row.supervisorId(), row.startDate(), row.endDate()));
        placements.removeGoals(placementId);
        writeGoals(placementId, data);
        if (!Objects.equals(data.iupItemId(), before.iupItemId())) {
            book(programmeId, placementId, data);
        }
        changed(actor, programmeId, Action.CHANGE, placementId);
        return placement(programmeId, placementId);
    }

    /**
     * Takes a placement away; the activity that it was booked for stays in the plan.
     *
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}, {@code STALE_VERSION}; {@code HAS_RECORDS} where its
     *     supervisor has held sessions or assessed on its days, an introduction is recorded, or it is evaluated
     */
    @Transactional
    public void remove(Actor actor, long programmeId, long placementId, int version) {
        access.requireManageProgramme(actor, programmeId);
        locked(programmeId);
        Placement before = placement(programmeId, placementId);
        LocalDate after = before.to().plusDays(1);
        requireNone(
                held(programmeId, before, after, after), before.introducedOn() != null, records.evaluated(placementId));
        placements.removeGoals(placementId);
        bookings.release(placementId);
        requireOne(placements.remove(placementId, version));
        changed(actor, programmeId, Action.DELETE, placementId);
    }

    /**
     * Notes when the doctor was introduced, or with null that it was not.
     *
     * @param introducedOn on one of its days or up to 30 days before them, not after today
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}, {@code STALE_VERSION}; {@code DATE_IN_FUTURE} or
     *     {@code OUT_OF_RANGE} on {@code introducedOn}
     */
    @Transactional
    public Placement introduce(
            Actor actor, long programmeId, long placementId, int version, @Nullable LocalDate introducedOn) {
        access.requirePortfolio(actor, programmeId, PortfolioAccess.FACTS);
        locked(programmeId);
        Placement before = placement(programmeId, placementId);
        access.requireRecordIntroduction(actor, programmeId, before.supervisorId());
        if (introducedOn != null) {
            if (introducedOn.isAfter(today.date())) {
                throw Problem.field("introducedOn", ProblemCode.DATE_IN_FUTURE);
            }
            if (!PlacementRules.isIntroduction(introducedOn, before.from(), before.to())) {
                throw Problem.field("introducedOn", ProblemCode.OUT_OF_RANGE);
            }
        }
        requireOne(placements.introduce(
                placementId, version, introducedOn, introducedOn == null ? null : (Long) actor.personId()));
        changed(actor, programmeId, Action.CHANGE, placementId);
        return placement(programmeId, placementId);
    }

    private void requireKept(long programmeId, Placement before, PlacementRow row) {
        boolean sameSupervisor = Objects.equals(before.supervisorId(), row.supervisorId());
        LocalDate after = before.to().plusDays(1);
        Held outside = sameSupervisor
                ? held(programmeId, before, row.startDate(), row.endDate())
                : held(programmeId, before, after, after);
        LocalDate introduced = before.introducedOn();
        requireNone(
                outside,
                introduced != null && !PlacementRules.isIntroduction(introduced, row.startDate(), row.endDate()),
                !Objects.equals(before.clinicId(), row.clinicId()) && records.evaluated(before.id()));
    }

    private Held held(long programmeId, Placement placement, LocalDate keptFrom, LocalDate keptTo) {
        Long supervisor = placement.supervisorId();
        return supervisor == null
                ? new Held(0, 0)
                : records.heldOutside(programmeId, supervisor, placement.from(), placement.to(), keptFrom, keptTo);
    }

    private static void requireNone(Held held, boolean introduction, boolean evaluation) {
        if (held.sessions() + held.assessments() > 0 || introduction || evaluation) {
            throw Problem.of(
                    ProblemCode.HAS_RECORDS,
                    held.sessions(),
                    held.assessments(),
                    introduction ? 1 : 0,
                    evaluation ? 1 : 0);
        }
    }

    private void book(long programmeId, long placementId, PlacementData data) {
        Long itemId = data.iupItemId();
        if (itemId == null) {
            return;
        }
        Activity activity = bookings.activity(itemId, programmeId)
                .filter(a -> "PLACEMENT".equals(a.kind()))
                .orElseThrow(() -> Problem.field("iupItemId", ProblemCode.UNKNOWN_ID));
        if (activity.placementId() != null) {
            throw Problem.field("iupItemId", ProblemCode.STATE_CONFLICT);
        }
        bookings.release(placementId);
        bookings.book(itemId, placementId);
    }

    private ProgrammeFacts locked(long programmeId) {
        if (placements.lockProgramme(programmeId).isEmpty()) {
            throw Problem.notFound();
        }
        return programmes.facts(programmeId);
    }

    private void changed(Actor actor, long programmeId, Action action, long id) {
        log.portfolio(actor, programmeId, action, "PLACEMENT", id);
        changes.changed(programmeId);
    }

    private List<Placement> placementsOf(long programmeId) {
        Map<Long, List<String>> goals = new HashMap<>();
        placements
                .goals(programmeId)
                .forEach(g -> goals.computeIfAbsent(g.placementId(), id -> new ArrayList<>())
                        .add(g.goalCode()));
        return placements.placements(programmeId).stream()
                .map(l -> new Placement(
                        l.id(),
                        l.title(),
                        l.clinicId(),
                        l.clinicName(),
                        l.supervisorId(),
                        l.supervisorName(),
                        l.startDate(),
                        l.endDate(),
                        goals.getOrDefault(l.id(), List.of()),
                        l.introducedOn(),
                        l.introducedByName(),
                        l.iupItemId(),
                        l.version()))
                .toList();
    }

    private Placement placement(long programmeId, long id) {
        return placementsOf(programmeId).stream()
                .filter(l -> l.id() == id)
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    private PlacementRow valid(ProgrammeFacts programme, PlacementData data) {
        String title = Texts.required("title", data.title(), 200);
        Period period = PlacementRules.period(programme.startDate(), data.from(), data.to(), LATEST);
        Long clinicId = data.clinicId();
        if (clinicId != null) {
            organisations.requireClinic("clinicId", clinicId);
        }
        Long supervisorId = data.supervisorId();
        if (supervisorId != null) {
            organisations.requirePerson("supervisorId", supervisorId);
            if (supervisorId == programme.personId()) {
                throw Problem.field("supervisorId", ProblemCode.OWN_RECORD);
            }
        }
        curricula.requireGoals(programme.curriculumId(), data.goalCodes());
        LocalDate to = Objects.requireNonNull(period.to());
        return new PlacementRow(0, programme.programmeId(), title, clinicId, supervisorId, period.from(), to, 0);
    }

    private void writeGoals(long placementId, PlacementData data) {
        new LinkedHashSet<>(data.goalCodes()).forEach(code -> placements.addGoal(placementId, code));
    }

    private static void requireOne(int changed) {
        if (changed == 0) {
            throw Problem.of(ProblemCode.STALE_VERSION);
        }
    }
}
