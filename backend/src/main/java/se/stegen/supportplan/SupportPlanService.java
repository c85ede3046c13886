package se.stegen.supportplan;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import se.stegen.access.AccessLog;
import se.stegen.access.AccessLog.Action;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.calendar.Appointment;
import se.stegen.calendar.AppointmentKind;
import se.stegen.calendar.Appointments;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Texts;
import se.stegen.common.Today;
import se.stegen.programme.ProgrammeFacts;
import se.stegen.programme.ProgrammeService;
import se.stegen.supportplan.FollowUpRepository.FollowUpRow;
import se.stegen.supportplan.SupportPlanRepository.Detail;
import se.stegen.supportplan.SupportPlanRepository.Row;

/**
 * Åtgärdsplaner (HSLF-FS 2021:8, 5 kap. 7 §): opened by the studierektor or the clinic head, seen by the doctor, the main
 * supervisor and those two only. For everybody else, those who read the rest of the portfolio included, there are none.
 */
@Singleton
public class SupportPlanService {
    private static final String KIND = "SUPPORT_PLAN";
    private static final int MINUTES = 60;

    private final AccessPolicy access;
    private final AccessLog log;
    private final SupportPlanRepository plans;
    private final FollowUpRepository followUps;
    private final ProgrammeService programmes;
    private final Appointments appointments;
    private final Today today;

    SupportPlanService(
            AccessPolicy access,
            AccessLog log,
            SupportPlanRepository plans,
            FollowUpRepository followUps,
            ProgrammeService programmes,
            Appointments appointments,
            Today today) {
        this.access = access;
        this.log = log;
        this.plans = plans;
        this.followUps = followUps;
        this.programmes = programmes;
        this.appointments = appointments;
        this.today = today;
    }

    /** Whether the actor may know of the doctor's support plans. */
    public boolean mayRead(Actor actor, long programmeId) {
        return access.mayReadSupportPlans(actor, programmeId);
    }

    /** Whether the actor may open one. */
    public boolean mayOpen(Actor actor, long programmeId) {
        return access.mayWriteSupportPlans(actor, programmeId);
    }

    /** A doctor's support plans, the latest first; {@code NOT_FOUND} for who is not concerned. */
    @Transactional
    public List<SupportPlan> list(Actor actor, long programmeId) {
        access.requireReadSupportPlans(actor, programmeId);
        log.portfolio(actor, programmeId, Action.READ, "SUPPORT_PLANS", null);
        return plans.list(programmeId).stream()
                .map(detail -> seenBy(actor, detail))
                .toList();
    }

    /** Whether the doctor has or had one; {@code NOT_FOUND} for who is not concerned. */
    @Transactional
    public boolean any(Actor actor, long programmeId) {
        access.requireReadSupportPlans(actor, programmeId);
        return plans.count(programmeId) > 0;
    }

    /** One plan; {@code NOT_FOUND} for who is not concerned. */
    @Transactional
    public SupportPlan get(Actor actor, long id) {
        Detail detail = readable(actor, id);
        log.portfolio(actor, detail.programmeId(), Action.READ, KIND, id);
        return seenBy(actor, detail);
    }

    /**
     * Opens a plan, from today.
     *
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}; {@code REQUIRED} on {@code reason}; {@code TOO_LONG};
     *     {@code STATE_CONFLICT} where one is open
     */
    @Transactional
    public SupportPlan open(Actor actor, long programmeId, SupportPlanData data) {
        access.requireWriteSupportPlans(actor, programmeId);
        plans.holdProgramme(programmeId);
        if (plans.list(programmeId).stream().anyMatch(plan -> plan.state() == SupportPlanState.OPEN)) {
            throw Problem.of(ProblemCode.STATE_CONFLICT, "OPEN", "OPEN");
        }
        Row row = plans.save(new Row(
                0,
                programmeId,
                SupportPlanState.OPEN,
                Texts.required("reason", data.reason(), Texts.LONG),
                Texts.optional("planChanges", data.planChanges(), Texts.LONG),
                Texts.optional("efforts", data.efforts(), Texts.LONG),
                Texts.optional("demands", data.demands(), Texts.LONG),
                today.date(),
                actor.personId(),
                today.utc(),
                0));
        log.portfolio(actor, programmeId, Action.CREATE, KIND, row.id());
        return seenBy(actor, require(row.id()));
    }

    /** Changes an open plan; throws as {@link #open}, {@code STATE_CONFLICT} once it has ended, {@code STALE_VERSION}. */
    @Transactional
    public SupportPlan change(Actor actor, long id, int version, SupportPlanData data) {
        Detail detail = writable(actor, id);
        requireOne(plans.update(
                id,
                version,
                Texts.required("reason", data.reason(), Texts.LONG),
                Texts.optional("planChanges", data.planChanges(), Texts.LONG),
                Texts.optional("efforts", data.efforts(), Texts.LONG),
                Texts.optional("demands", data.demands(), Texts.LONG),
                today.utc()));
        log.portfolio(actor, detail.programmeId(), Action.CHANGE, KIND, id);
        return seenBy(actor, require(id));
    }

    /**
     * A day on which it is followed up; it has a place in the calendars of those concerned.
     *
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}; {@code REQUIRED}, {@code DATE_IN_PAST} on {@code due};
     *     {@code STATE_CONFLICT} once it has ended
     */
    @Transactional
    public SupportPlan addFollowUp(Actor actor, long id, @Nullable LocalDate due, @Nullable LocalTime startsAt) {
        Detail detail = writable(actor, id);
        FollowUpRow row = followUps.save(new FollowUpRow(0, id, ahead(due), startsAt, "", 0));
        book(actor, detail.programmeId(), row.id(), row.dueOn(), startsAt);
        log.portfolio(actor, detail.programmeId(), Action.CHANGE, KIND, id);
        return seenBy(actor, require(id));
    }

    /** Moves a follow-up that is not held; throws as {@link #addFollowUp}, and {@code STALE_VERSION}. */
    @Transactional
    public SupportPlan moveFollowUp(
            Actor actor,
            long id,
            long followUpId,
            @Nullable Integer version,
            @Nullable LocalDate due,
            @Nullable LocalTime startsAt) {
        Detail detail = writable(actor, id);
        FollowUp followUp = followUp(id, followUpId);
        requireOne(
                plans.moveFollowUp(followUpId, version == null ? followUp.version() : version, ahead(due), startsAt));
        book(actor, detail.programmeId(), followUpId, ahead(due), startsAt);
        log.portfolio(actor, detail.programmeId(), Action.CHANGE, KIND, id);
        return seenBy(actor, require(id));
    }

    /** Takes away a follow-up that was not held; {@code STATE_CONFLICT} for one that was. */
    @Transactional
    public SupportPlan removeFollowUp(Actor actor, long id, long followUpId) {
        Detail detail = writable(actor, id);
        followUp(id, followUpId);
        if (plans.removeFollowUp(followUpId) == 0) {
            throw Problem.of(ProblemCode.STATE_CONFLICT, "HELD", "DELETED");
        }
        appointments.cancel(AppointmentKind.SUPPORT_PLAN, followUpId);
        log.portfolio(actor, detail.programmeId(), Action.CHANGE, KIND, id);
        return seenBy(actor, require(id));
    }

    /**
     * Notes that a follow-up was held and what it has shown; the main supervisor may, too.
     *
     * @param heldOn null is the day agreed
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}; {@code NOT_YET_HELD} on {@code heldOn}; {@code REQUIRED} on
     *     {@code result}; {@code STATE_CONFLICT} where it is noted; {@code STALE_VERSION}
     */
    @Transactional
    public SupportPlan noteResult(
            Actor actor,
            long id,
            long followUpId,
            @Nullable Integer version,
            @Nullable LocalDate heldOn,
            @Nullable String result) {
        Detail detail = readable(actor, id);
        access.requireFollowUp(actor, detail.programmeId());
        detail = open(id);
        FollowUp followUp = followUp(id, followUpId);
        if (followUp.heldOn() != null) {
            throw Problem.of(ProblemCode.STATE_CONFLICT, "HELD", "HELD");
        }
        LocalDate day = heldOn == null ? followUp.due() : heldOn;
        if (day.isAfter(today.date())) {
            throw Problem.field("heldOn", ProblemCode.NOT_YET_HELD);
        }
        if (day.isBefore(detail.openedOn())) {
            throw Problem.field("heldOn", ProblemCode.END_BEFORE_START);
        }
        requireOne(plans.noteResult(
                followUpId,
                version == null ? followUp.version() : version,
                day,
                Texts.required("result", result, Texts.LONG),
                actor.personId()));
        if (!day.equals(followUp.due())) {
            // It was another day: what the calendars say was not held.
            appointments.cancel(AppointmentKind.SUPPORT_PLAN, followUpId);
        }
        log.portfolio(actor, detail.programmeId(), Action.CHANGE, KIND, id);
        return seenBy(actor, require(id));
    }

    /**
     * Ends a plan; follow-ups that lie ahead are taken out of the calendars.
     *
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}; {@code REQUIRED} on {@code outcome} or {@code note};
     *     {@code STATE_CONFLICT}, {@code STALE_VERSION}
     */
    @Transactional
    public SupportPlan end(
            Actor actor, long id, @Nullable Integer version, @Nullable SupportOutcome outcome, @Nullable String note) {
        Detail detail = writable(actor, id);
        if (outcome == null) {
            throw Problem.field("outcome", ProblemCode.REQUIRED);
        }
        requireOne(plans.end(
                id,
                version == null ? detail.version() : version,
                today.date(),
                actor.personId(),
                outcome.name(),
                Texts.required("note", note, Texts.LONG),
                today.utc()));
        plans.followUps(id).stream()
                .filter(one -> one.heldOn() == null)
                .forEach(one -> appointments.cancel(AppointmentKind.SUPPORT_PLAN, one.id()));
        log.portfolio(actor, detail.programmeId(), Action.CHANGE, KIND, id);
        return seenBy(actor, require(id));
    }

    private Detail readable(Actor actor, long id) {
        Detail detail = require(id);
        access.requireReadSupportPlans(actor, detail.programmeId());
        return detail;
    }

    /** The open plan, held in the database, where the actor may change it. */
    private Detail writable(Actor actor, long id) {
        access.requireWriteSupportPlans(actor, require(id).programmeId());
        return open(id);
    }

    private Detail open(long id) {
        plans.hold(id);
        Detail detail = require(id);
        if (detail.state() != SupportPlanState.OPEN) {
            throw Problem.of(ProblemCode.STATE_CONFLICT, detail.state().name(), SupportPlanState.OPEN.name());
        }
        return detail;
    }

    private Detail require(long id) {
        return plans.detail(id).orElseThrow(Problem::notFound);
    }

    private FollowUp followUp(long id, long followUpId) {
        return plans.followUps(id).stream()
                .filter(one -> one.id() == followUpId)
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    private LocalDate ahead(@Nullable LocalDate due) {
        if (due == null) {
            throw Problem.field("due", ProblemCode.REQUIRED);
        }
        if (due.isBefore(today.date())) {
            throw Problem.field("due", ProblemCode.DATE_IN_PAST);
        }
        return due;
    }

    /** Calendars are seen by colleagues: neither the title nor the address there says that there is a support plan. */
    private void book(Actor actor, long programmeId, long followUpId, LocalDate due, @Nullable LocalTime startsAt) {
        ProgrammeFacts programme = programmes.facts(programmeId);
        Set<Long> people = new HashSet<>(Set.of(programme.personId(), actor.personId()));
        Long mainSupervisor = programme.mainSupervisorId();
        if (mainSupervisor != null) {
            people.add(mainSupervisor);
        }
        appointments.put(new Appointment(
                AppointmentKind.SUPPORT_PLAN,
                followUpId,
                due,
                startsAt,
                MINUTES,
                "",
                programme.personName(),
                "meetings/" + programmeId,
                people));
    }

    private static void requireOne(int changed) {
        if (changed == 0) {
            throw Problem.of(ProblemCode.STALE_VERSION);
        }
    }

    private SupportPlan seenBy(Actor actor, Detail d) {
        boolean open = d.state() == SupportPlanState.OPEN;
        return new SupportPlan(
                d.id(),
                d.programmeId(),
                d.doctorName(),
                d.state(),
                d.reason(),
                d.planChanges(),
                d.efforts(),
                d.demands(),
                d.openedOn(),
                d.openedByName(),
                d.updatedAt(),
                plans.followUps(d.id()),
                d.endedOn(),
                d.outcome(),
                Objects.requireNonNullElse(d.outcomeNote(), ""),
                d.version(),
                open && access.mayWriteSupportPlans(actor, d.programmeId()),
                open && access.mayFollowUp(actor, d.programmeId()));
    }
}
