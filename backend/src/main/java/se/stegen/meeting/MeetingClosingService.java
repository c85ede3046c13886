package se.stegen.meeting;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import se.stegen.access.AccessLog;
import se.stegen.access.AccessLog.Action;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.calendar.Appointments;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Texts;
import se.stegen.common.Today;
import se.stegen.meeting.MeetingRepository.ClosingRow;
import se.stegen.meeting.MeetingRepository.Detail;
import se.stegen.meeting.MeetingRepository.Row;
import se.stegen.programme.ProgrammeChanges;
import se.stegen.programme.ProgrammeFacts;
import se.stegen.programme.ProgrammeService;

/**
 * What a meeting comes to: written while it is talked of, closed by one, added to afterwards. What is closed never changes:
 * a correction is an addition, and what was recorded by mistake is voided with a reason.
 */
@Singleton
public class MeetingClosingService {
    private static final String KIND = "MEETING";
    private static final int AGREEMENT = 500;

    private final AccessPolicy access;
    private final AccessLog log;
    private final MeetingRepository meetings;
    private final MeetingReader reader;
    private final MeetingTemplates templates;
    private final ProgrammeService programmes;
    private final ProgrammeChanges changes;
    private final Appointments appointments;
    private final Today today;

    MeetingClosingService(
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

    /**
     * Records a meeting that was held; it is closed with it.
     *
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}; {@code REQUIRED}, {@code DATE_IN_FUTURE},
     *     {@code OUTSIDE_PROGRAMME} on {@code date}; {@code TOO_LONG}
     */
    @Transactional
    public Meeting record(
            Actor actor,
            long programmeId,
            MeetingKind kind,
            @Nullable LocalDate date,
            @Nullable String summary,
            List<Agreement> agreements) {
        access.requireHoldTalk(actor, programmeId, kind.holder());
        ProgrammeFacts programme = programmes.facts(programmeId);
        LocalDate day = heldOn(kind, date, programme);
        LocalDateTime now = today.utc();
        Row row = meetings.save(new Row(
                0,
                programmeId,
                kind,
                day,
                null,
                MeetingRules.USUAL,
                "",
                MeetingState.HELD,
                actor.personId(),
                templates.inUse(programme.clinicId(), kind),
                Texts.optional("summary", summary, Texts.LONG),
                now,
                actor.personId(),
                now,
                0));
        agree(row.id(), agreements);
        log.portfolio(actor, programmeId, Action.CREATE, KIND, row.id());
        changes.changed(programmeId, day);
        return seen(actor, row.id());
    }

    /**
     * Keeps what is written of a planned meeting before it is closed.
     *
     * @param version the draft's; null for the first
     * @param date day on which it was held; null while none is written
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}; {@code STATE_CONFLICT} once it is closed or cancelled;
     *     {@code STALE_VERSION}; {@code TOO_LONG}, {@code OUT_OF_RANGE}
     */
    @Transactional
    public Meeting keep(
            Actor actor,
            long id,
            @Nullable Integer version,
            @Nullable LocalDate date,
            @Nullable String summary,
            List<Agreement> agreements) {
        Detail detail = reader.planned(actor, id);
        if (agreements.size() > MeetingRules.MOST_AGREEMENTS) {
            throw Problem.field("agreements", ProblemCode.OUT_OF_RANGE);
        }
        String said = Texts.optional("summary", summary, Texts.LONG);
        String agreed = templates.write(agreements.stream()
                .map(one -> new Agreement(Texts.optional("agreements", one.text(), AGREEMENT), one.due()))
                .toList());
        Optional<ClosingRow> before = meetings.closing(id);
        if (before.isPresent() != (version != null)) {
            throw Problem.of(ProblemCode.STALE_VERSION);
        }
        if (version == null) {
            meetings.addClosing(id, date, said, agreed, actor.personId(), today.utc());
        } else {
            MeetingRules.requireOne(
                    meetings.saveClosing(id, version, date, said, agreed, actor.personId(), today.utc()));
        }
        log.portfolio(actor, detail.programmeId(), Action.CHANGE, KIND, id);
        return seen(actor, id);
    }

    /**
     * Closes a planned meeting that was held: from then on nothing of it changes.
     *
     * @param date day on which it was held; null is the planned one
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}; {@code STATE_CONFLICT}; {@code STALE_VERSION};
     *     {@code NOT_YET_HELD}, {@code DATE_IN_FUTURE} on {@code date}; {@code REQUIRED} on {@code summary}
     */
    @Transactional
    public Meeting close(
            Actor actor,
            long id,
            @Nullable Integer version,
            @Nullable LocalDate date,
            @Nullable String summary,
            List<Agreement> agreements) {
        Detail detail = reader.planned(actor, id);
        if (date == null && detail.heldOn().isAfter(today.date())) {
            throw Problem.field("date", ProblemCode.NOT_YET_HELD);
        }
        LocalDate day =
                heldOn(detail.kind(), date == null ? detail.heldOn() : date, programmes.facts(detail.programmeId()));
        MeetingRules.requireOne(meetings.close(
                id,
                version == null ? detail.version() : version,
                day,
                Texts.required("summary", summary, Texts.LONG),
                actor.personId(),
                today.utc()));
        agree(id, agreements);
        meetings.removeClosing(id);
        if (!day.equals(detail.heldOn())) {
            // It was held on another day than the calendars say.
            appointments.cancel(detail.kind().appointment(), id);
        }
        log.portfolio(actor, detail.programmeId(), Action.CHANGE, KIND, id);
        changes.changed(detail.programmeId(), day);
        return seen(actor, id);
    }

    /** Adds something to a closed meeting, with date and author; {@code STATE_CONFLICT} before it is closed. */
    @Transactional
    public Meeting add(Actor actor, long id, @Nullable String text) {
        Detail detail = reader.readable(actor, id);
        if (!reader.mayAdd(actor, detail)) {
            throw Problem.forbidden();
        }
        MeetingRules.requireState(detail.state(), MeetingState.HELD);
        meetings.addAddition(id, Texts.required("text", text, Texts.LONG), actor.personId(), today.utc());
        log.portfolio(actor, detail.programmeId(), Action.CHANGE, KIND, id);
        return seen(actor, id);
    }

    /**
     * Makulerar a closed meeting that was recorded by mistake: it counts on no day, the doctor reads why and no longer what.
     * The row and its text stay, for those who hold such meetings.
     *
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN} for others than those who hold such meetings and the one who held
     *     this one; {@code STATE_CONFLICT} where it is not closed; {@code REASON_REQUIRED}, {@code STALE_VERSION}
     */
    @Transactional
    public Meeting markVoided(Actor actor, long id, @Nullable Integer version, @Nullable String reason) {
        reader.readable(actor, id);
        meetings.hold(id);
        Detail detail = reader.readable(actor, id);
        if (!reader.mayVoid(actor, detail)) {
            throw Problem.forbidden();
        }
        MeetingRules.requireState(detail.state(), MeetingState.HELD);
        String why = MeetingRules.reason(reason);
        MeetingRules.requireOne(meetings.voided(id, version == null ? detail.version() : version));
        meetings.addChange(id, detail.heldOn(), null, why, actor.personId(), today.utc());
        log.portfolio(actor, detail.programmeId(), Action.VOID, KIND, id);
        changes.changed(detail.programmeId(), detail.heldOn());
        return seen(actor, id);
    }

    private LocalDate heldOn(MeetingKind kind, @Nullable LocalDate date, ProgrammeFacts programme) {
        LocalDate firstPost = meetings.firstPost(programme.programmeId()).orElse(programme.startDate());
        return MeetingRules.heldOn(kind, date, today.date(), programme.startDate(), firstPost);
    }

    private void agree(long id, List<Agreement> agreements) {
        if (agreements.size() > MeetingRules.MOST_AGREEMENTS) {
            throw Problem.field("agreements", ProblemCode.OUT_OF_RANGE);
        }
        for (Agreement one : agreements) {
            meetings.addAgreement(id, Texts.required("agreements", one.text(), AGREEMENT), one.due());
        }
    }

    private Meeting seen(Actor actor, long id) {
        return reader.seenBy(actor, meetings.detail(id).orElseThrow(Problem::notFound));
    }
}
