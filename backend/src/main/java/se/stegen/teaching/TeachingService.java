package se.stegen.teaching;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import se.stegen.access.AccessLog;
import se.stegen.access.AccessLog.Action;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.access.PortfolioAccess;
import se.stegen.calendar.Appointments;
import se.stegen.common.ListPage;
import se.stegen.common.PageRequest;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.SearchText;
import se.stegen.common.Texts;
import se.stegen.common.Today;
import se.stegen.programme.ProgrammeChanges;
import se.stegen.programme.ProgrammeService;
import se.stegen.teaching.TeachingRepository.Detail;
import se.stegen.teaching.TeachingRepository.Row;

/** Internutbildning and journal clubs of a clinic: planned, cancelled, and who was there. */
@Singleton
public class TeachingService {
    /** Most sessions of one series: a year of weeks. */
    public static final int MOST = 53;

    private static final String KIND = "TEACHING";
    private static final int SHORTEST = 15;
    private static final int LONGEST = 480;
    private static final int USUAL = 60;

    private final AccessPolicy access;
    private final AccessLog log;
    private final TeachingRepository sessions;
    private final TeachingReader reader;
    private final Appointments appointments;
    private final TeachingInvitations invitations;
    private final ProgrammeService programmes;
    private final ProgrammeChanges changes;
    private final Today today;

    TeachingService(
            AccessPolicy access,
            AccessLog log,
            TeachingRepository sessions,
            TeachingReader reader,
            Appointments appointments,
            TeachingInvitations invitations,
            ProgrammeService programmes,
            ProgrammeChanges changes,
            Today today) {
        this.access = access;
        this.log = log;
        this.sessions = sessions;
        this.reader = reader;
        this.appointments = appointments;
        this.invitations = invitations;
        this.programmes = programmes;
        this.changes = changes;
        this.today = today;
    }

    /** A clinic's sessions of some days, the latest first; {@code NOT_FOUND} for who does not work there. */
    @Transactional
    public List<TeachingListItem> list(Actor actor, long clinicId, LocalDate from, LocalDate to) {
        access.requireReadTeaching(actor, clinicId);
        return sessions.list(clinicId, actor.personId(), from, to);
    }

    /** Whether the actor plans and enters the clinic's sessions. */
    public boolean mayKeep(Actor actor, long clinicId) {
        return access.mayKeepTeaching(actor, clinicId);
    }

    /** One session; {@code NOT_FOUND}. */
    @Transactional
    public Teaching get(Actor actor, long id) {
        return reader.seenBy(actor, reader.readable(actor, id));
    }

    /** What the doctor of a programme attended, the latest first; for those who read the whole portfolio. */
    @Transactional
    public ListPage<TeachingListItem> attended(Actor actor, long programmeId, PageRequest page) {
        access.requirePortfolio(actor, programmeId, PortfolioAccess.ALL);
        log.portfolio(actor, programmeId, Action.READ, "ATTENDANCE", null);
        long doctor = programmes.facts(programmeId).personId();
        return new ListPage<>(
                sessions.attendedBy(doctor, page.size(), page.offset()), sessions.countAttendedBy(doctor));
    }

    /** People of the clinic whose name has the text, for those who keep its lists. */
    @Transactional
    public List<ClinicPerson> people(Actor actor, long clinicId, String text, PageRequest page) {
        access.requireReadTeaching(actor, clinicId);
        return sessions.people(clinicId, today.date(), SearchText.like(text), page.size(), page.offset());
    }

    /**
     * Enters a session that was held, or plans one ahead, to which the clinic's doctors in ST are invited.
     *
     * @param participantIds who was there; none for one that lies ahead
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}; {@code REQUIRED}; {@code TOO_LONG}; {@code OUT_OF_RANGE} on
     *     {@code minutes}; {@code NOT_YET_HELD}, {@code NOT_OF_CLINIC} on {@code participantIds};
     *     {@code NOT_OF_CLINIC} on {@code leaderId}
     */
    @Transactional
    public Teaching create(Actor actor, long clinicId, TeachingData data, Collection<Long> participantIds) {
        access.requireKeepTeaching(actor, clinicId);
        long id = add(actor, clinicId, data, participantIds);
        told(actor, Action.CREATE, id, clinicId, Objects.requireNonNull(data.date()));
        return get(actor, id);
    }

    /**
     * Plans a session each week, in one go.
     *
     * @param until last day; at most 53 sessions
     * @param except days on which there is none
     * @throws Problem as {@link #create}; {@code REQUIRED}, {@code END_BEFORE_START}, {@code OUT_OF_RANGE} on
     *     {@code until}
     */
    @Transactional
    public List<Teaching> series(
            Actor actor, long clinicId, TeachingData data, @Nullable LocalDate until, Collection<LocalDate> except) {
        access.requireKeepTeaching(actor, clinicId);
        LocalDate first = data.date();
        if (first == null) {
            throw Problem.field("date", ProblemCode.REQUIRED);
        }
        if (until == null) {
            throw Problem.field("until", ProblemCode.REQUIRED);
        }
        if (until.isBefore(first)) {
            throw Problem.field("until", ProblemCode.END_BEFORE_START);
        }
        List<LocalDate> days = TeachingDays.weekly(first, until).stream()
                .filter(day -> !except.contains(day))
                .toList();
        if (days.isEmpty() || days.size() > MOST) {
            throw Problem.field("until", ProblemCode.OUT_OF_RANGE);
        }
        List<Teaching> made = new ArrayList<>();
        for (LocalDate day : days) {
            made.add(get(actor, add(actor, clinicId, data.on(day), List.of())));
        }
        told(actor, Action.CREATE, null, clinicId, days.getFirst());
        return made;
    }

    /** Changes a session that is not cancelled; throws as {@link #create}, and {@code STALE_VERSION}. */
    @Transactional
    public Teaching change(Actor actor, long id, int version, TeachingData data) {
        Detail before = reader.changeable(actor, id);
        Row row = checked(actor, before.clinicId(), data);
        if (row.heldOn().isAfter(today.date()) && !sessions.attendees(id).isEmpty()) {
            throw Problem.field("date", ProblemCode.NOT_YET_HELD);
        }
        requireOne(sessions.update(
                id,
                version,
                row.kind().name(),
                row.heldOn(),
                row.title(),
                row.startsAt(),
                row.minutes(),
                row.place(),
                row.leaderId(),
                row.article(),
                row.doi()));
        boolean over = row.heldOn().isBefore(today.date()) && !row.heldOn().equals(before.heldOn());
        if (row.kind() != before.kind() || over) {
            // What was planned for another day was not held on it.
            appointments.cancel(before.kind().appointment(), id);
        }
        invitations.book(id);
        told(
                actor,
                Action.CHANGE,
                id,
                before.clinicId(),
                before.heldOn().isBefore(row.heldOn()) ? before.heldOn() : row.heldOn());
        return get(actor, id);
    }

    /** It will not be, or was not, held; {@code REASON_REQUIRED}, {@code STATE_CONFLICT}, {@code STALE_VERSION}. */
    @Transactional
    public Teaching cancel(Actor actor, long id, @Nullable Integer version, @Nullable String reason) {
        Detail detail = reader.changeable(actor, id);
        if (reason == null || reason.isBlank()) {
            throw Problem.field("reason", ProblemCode.REASON_REQUIRED);
        }
        if (detail.cancelled()) {
            throw Problem.of(ProblemCode.STATE_CONFLICT, "CANCELLED", "CANCELLED");
        }
        requireOne(sessions.cancel(
                id, version == null ? detail.version() : version, Texts.optional("reason", reason, 500)));
        appointments.cancel(detail.kind().appointment(), id);
        told(actor, Action.CHANGE, id, detail.clinicId(), detail.heldOn());
        return get(actor, id);
    }

    private long add(Actor actor, long clinicId, TeachingData data, Collection<Long> participantIds) {
        Row row = checked(actor, clinicId, data);
        boolean ahead = row.heldOn().isAfter(today.date());
        if (ahead && !participantIds.isEmpty()) {
            throw Problem.field("participantIds", ProblemCode.NOT_YET_HELD);
        }
        Set<Long> there = new TreeSet<>(participantIds);
        if (!access.ofClinic(there, clinicId, row.heldOn()).containsAll(there)) {
            throw Problem.field("participantIds", ProblemCode.NOT_OF_CLINIC);
        }
        long id = sessions.save(row).id();
        there.forEach(person -> sessions.note(id, person, actor.personId(), today.utc()));
        invitations.book(id);
        return id;
    }

    private Row checked(Actor actor, long clinicId, TeachingData data) {
        TeachingKind kind = data.kind();
        if (kind == null) {
            throw Problem.field("kind", ProblemCode.REQUIRED);
        }
        LocalDate date = data.date();
        if (date == null) {
            throw Problem.field("date", ProblemCode.REQUIRED);
        }
        int minutes = data.minutes() == null ? USUAL : data.minutes();
        if (minutes < SHORTEST || minutes > LONGEST) {
            throw Problem.field("minutes", ProblemCode.OUT_OF_RANGE);
        }
        Long leader = data.leaderId();
        // One who will begin here by then can be asked today, and one who led it before has been here.
        if (leader != null
                && access.ofClinic(List.of(leader), clinicId, date).isEmpty()
                && access.ofClinic(List.of(leader), clinicId, today.date()).isEmpty()) {
            throw Problem.field("leaderId", ProblemCode.NOT_OF_CLINIC);
        }
        return new Row(
                0,
                clinicId,
                kind,
                date,
                Texts.required("title", data.title(), 200),
                data.startsAt(),
                minutes,
                Texts.optional("place", data.place(), 200),
                leader,
                Texts.optional("article", data.article(), 300),
                Texts.optional("doi", data.doi(), 200),
                false,
                "",
                actor.personId(),
                today.utc(),
                0);
    }

    private void told(Actor actor, Action action, @Nullable Long id, long clinicId, LocalDate from) {
        log.scope(actor, action, KIND, id, "clinic " + clinicId);
        changes.clinicChanged(clinicId, from);
    }

    private static void requireOne(int changed) {
        if (changed == 0) {
            throw Problem.of(ProblemCode.STALE_VERSION);
        }
    }
}
