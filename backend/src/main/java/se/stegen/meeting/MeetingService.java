package se.stegen.meeting;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import se.stegen.access.AccessLog;
import se.stegen.access.AccessLog.Action;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.access.PortfolioAccess;
import se.stegen.calendar.Appointment;
import se.stegen.calendar.Appointments;
import se.stegen.common.ListPage;
import se.stegen.common.PageRequest;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Texts;
import se.stegen.common.Today;
import se.stegen.meeting.MeetingRepository.Detail;
import se.stegen.meeting.MeetingRepository.PreparationRow;
import se.stegen.meeting.MeetingRepository.Row;
import se.stegen.programme.ProgrammeChanges;
import se.stegen.programme.ProgrammeFacts;
import se.stegen.programme.ProgrammeService;

/**
 * Utvecklingssamtal, avstämningsmöten and introductions: planned by the one who holds them, prepared by both. What
 * they come to: {@link MeetingClosingService}.
 */
@Singleton
public class MeetingService {
    private static final String KIND = "MEETING";
    private static final int PLACE = 200;

    private final AccessPolicy access;
    private final AccessLog log;
    private final MeetingRepository meetings;
    private final MeetingReader reader;
    private final MeetingTemplates templates;
    private final ProgrammeService programmes;
    private final ProgrammeChanges changes;
    private final Appointments appointments;
    private final Today today;

    MeetingService(
            AccessPolicy access,
            AccessLog log,
            MeetingRepository meetings,
            MeetingReader reader,
            MeetingTemplates templates,
            ProgrammeService programmes,
            ProgrammeChanges changes,
            Appointments appointments,
            Today today) {
        this.access = access;
        this.log = log;
        this.meetings = meetings;
        this.reader = reader;
        this.templates = templates;
        this.programmes = programmes;
        this.changes = changes;
        this.appointments = appointments;
        this.today = today;
    }

    /** The meetings of a portfolio, the latest day first: that and when. A reviewer sees those that were held. */
    @Transactional
    public ListPage<MeetingListItem> list(Actor actor, long programmeId, PageRequest page) {
        boolean heldOnly =
                access.requirePortfolio(actor, programmeId, PortfolioAccess.SIGNED) == PortfolioAccess.SIGNED;
        log.portfolio(actor, programmeId, Action.READ, "MEETINGS", null);
        return new ListPage<>(
                meetings.list(programmeId, heldOnly, page.size(), page.offset()),
                meetings.count(programmeId, heldOnly));
    }

    /** One meeting, with as much as the actor may read; {@code NOT_FOUND}. */
    @Transactional
    public Meeting get(Actor actor, long id) {
        Detail detail = reader.readable(actor, id);
        log.portfolio(actor, detail.programmeId(), Action.READ, KIND, id);
        return reader.seenBy(actor, detail);
    }

    /** Whether the actor may plan and record such meetings with the doctor. */
    public boolean mayHold(Actor actor, long programmeId, MeetingKind kind) {
        return access.mayHoldTalk(actor, programmeId, kind.holder());
    }

    /**
     * Plans a meeting; it has a place in the calendars of those who take part.
     *
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}; {@code REQUIRED}, {@code DATE_IN_PAST} on {@code date};
     *     {@code OUT_OF_RANGE} on {@code minutes}; {@code TOO_LONG}
     */
    @Transactional
    public Meeting plan(Actor actor, long programmeId, MeetingKind kind, MeetingPlan plan) {
        access.requireHoldTalk(actor, programmeId, kind.holder());
        ProgrammeFacts programme = programmes.facts(programmeId);
        Row row = meetings.save(new Row(
                0,
                programmeId,
                kind,
                MeetingRules.plannedOn(plan.date(), today.date()),
                plan.startsAt(),
                MeetingRules.minutes(plan.minutes()),
                Texts.optional("place", plan.place(), PLACE),
                MeetingState.PLANNED,
                actor.personId(),
                templates.inUse(programme.clinicId(), kind),
                "",
                null,
                actor.personId(),
                today.utc(),
                0));
        book(row.id(), programme);
        log.portfolio(actor, programmeId, Action.CREATE, KIND, row.id());
        return seen(actor, row.id());
    }

    /** Moves a planned meeting, with a reason. Throws as {@link #plan}, {@code REASON_REQUIRED}, {@code STALE_VERSION}. */
    @Transactional
    public Meeting move(Actor actor, long id, int version, MeetingPlan plan, @Nullable String reason) {
        Detail detail = reader.planned(actor, id);
        LocalDate day = MeetingRules.plannedOn(plan.date(), today.date());
        String why = MeetingRules.reason(reason);
        MeetingRules.requireOne(meetings.move(
                id,
                version,
                day,
                plan.startsAt(),
                MeetingRules.minutes(plan.minutes()),
                Texts.optional("place", plan.place(), PLACE),
                actor.personId()));
        meetings.addChange(id, detail.heldOn(), day, why, actor.personId(), today.utc());
        book(id, programmes.facts(detail.programmeId()));
        log.portfolio(actor, detail.programmeId(), Action.CHANGE, KIND, id);
        return seen(actor, id);
    }

    /** Cancels a planned meeting, with a reason; {@code REASON_REQUIRED}, {@code STATE_CONFLICT}, {@code STALE_VERSION}. */
    @Transactional
    public Meeting cancel(Actor actor, long id, @Nullable Integer version, @Nullable String reason) {
        Detail detail = reader.planned(actor, id);
        String why = MeetingRules.reason(reason);
        MeetingRules.requireOne(meetings.cancel(id, version == null ? detail.version() : version));
        meetings.addChange(id, detail.heldOn(), null, why, actor.personId(), today.utc());
        meetings.removeClosing(id);
        appointments.cancel(detail.kind().appointment(), id);
        log.portfolio(actor, detail.programmeId(), Action.CHANGE, KIND, id);
        return seen(actor, id);
    }

    /** Deletes a planned meeting of which nothing is written yet; else {@code STATE_CONFLICT}: it can be cancelled. */
    @Transactional
    public void delete(Actor actor, long id, int version) {
        Detail detail = reader.planned(actor, id);
        if (meetings.parts(id) > 0) {
            throw Problem.of(ProblemCode.STATE_CONFLICT, detail.state().name(), "DELETED");
        }
        MeetingRules.requireOne(meetings.delete(id, version));
        appointments.cancel(detail.kind().appointment(), id);
        log.portfolio(actor, detail.programmeId(), Action.DELETE, KIND, id);
    }

    /**
     * Saves what the actor writes before the meeting.
     *
     * @param version the preparation's; null for the first
     * @param answers one per question; fewer leave the rest empty
     * @param share whether the other side may read it; what was shared stays so
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}; {@code STATE_CONFLICT} once it is closed or cancelled;
     *     {@code STALE_VERSION}; {@code TOO_LONG}; {@code OUT_OF_RANGE} for more answers than questions
     */
    @Transactional
    public Meeting prepare(Actor actor, long id, @Nullable Integer version, List<String> answers, boolean share) {
        reader.readable(actor, id);
        meetings.hold(id);
        Detail detail = reader.readable(actor, id);
        if (!reader.mayPrepare(actor, detail)) {
            throw Problem.forbidden();
        }
        MeetingRules.requireState(detail.state(), MeetingState.PLANNED);
        if (answers.size() > templates.questions(detail.templateId()).size()) {
            throw Problem.field("answers", ProblemCode.OUT_OF_RANGE);
        }
        String kept = templates.write(answers.stream()
                .map(answer -> Texts.optional("answers", answer, Texts.LONG / 4))
                .toList());
        Optional<PreparationRow> before = meetings.preparations(id).stream()
                .filter(row -> row.personId() == actor.personId())
                .findFirst();
        LocalDateTime now = today.utc();
        LocalDateTime shared = before.map(PreparationRow::sharedAt).orElse(null);
        if (share && shared == null) {
            shared = now;
        }
        if (actor.personId() != detail.doctorId() && !Objects.equals(detail.holderId(), actor.personId())) {
            meetings.takeOver(id, actor.personId());
            book(id, programmes.facts(detail.programmeId()));
        }
        if (before.isEmpty()) {
            if (version != null) {
                throw Problem.of(ProblemCode.STALE_VERSION);
            }
            meetings.addPreparation(id, actor.personId(), kept, shared, now);
        } else {
            if (version == null) {
                throw Problem.of(ProblemCode.STALE_VERSION);
            }
            MeetingRules.requireOne(meetings.savePreparation(id, actor.personId(), version, kept, shared, now));
        }
        log.portfolio(actor, detail.programmeId(), Action.CHANGE, KIND, id);
        changes.shown(detail.programmeId());
        return seen(actor, id);
    }

    private void book(long id, ProgrammeFacts programme) {
        Detail detail = meetings.detail(id).orElseThrow(Problem::notFound);
        Set<Long> people = new HashSet<>();
        people.add(programme.personId());
        Long holder = detail.holderId();
        if (holder != null) {
            people.add(holder);
        }
        Long mainSupervisor = programme.mainSupervisorId();
        if (detail.kind().withMainSupervisor() && mainSupervisor != null) {
            people.add(mainSupervisor);
        }
        appointments.put(new Appointment(
                detail.kind().appointment(),
                id,
                detail.heldOn(),
                detail.startsAt(),
                detail.minutes(),
                detail.place(),
                programme.personName(),
                "meeting/" + id,
                people));
    }

    private Meeting seen(Actor actor, long id) {
        return reader.seenBy(actor, meetings.detail(id).orElseThrow(Problem::notFound));
    }
}
