package se.stegen.supervision;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import se.stegen.access.AccessLog;
import se.stegen.access.AccessLog.Action;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.access.PortfolioAccess;
import se.stegen.common.ListPage;
import se.stegen.common.PageRequest;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Texts;
import se.stegen.common.Today;
import se.stegen.common.Versions;
import se.stegen.programme.ProgrammeChanges;
import se.stegen.programme.ProgrammeService;
import se.stegen.proof.SignatureKind;
import se.stegen.proof.Signatures;
import se.stegen.signing.RecordAction;
import se.stegen.signing.RecordFlow;
import se.stegen.signing.RecordKind;
import se.stegen.signing.RecordState;
import se.stegen.signing.StateHistory;

/**
 * Handledningssamtal: written by the doctor or the supervisor, sent, and signed by the supervisor named in it. Minutes
 * are for these two.
 */
@Singleton
public class SupervisionService {
    private static final String KIND = RecordKind.SUPERVISION.name();

    private final AccessPolicy access;
    private final AccessLog log;
    private final SupervisionQuery sessions;
    private final StateHistory history;
    private final Signatures signatures;
    private final ProgrammeService programmes;
    private final ProgrammeChanges changes;
    private final Sessions shared;
    private final SessionCalendar calendar;
    private final Today today;

    SupervisionService(
            AccessPolicy access,
            AccessLog log,
            SupervisionQuery sessions,
            StateHistory history,
            Signatures signatures,
            ProgrammeService programmes,
            ProgrammeChanges changes,
            Sessions shared,
            SessionCalendar calendar,
            Today today) {
        this.access = access;
        this.log = log;
        this.sessions = sessions;
        this.history = history;
        this.signatures = signatures;
        this.programmes = programmes;
        this.changes = changes;
        this.shared = shared;
        this.calendar = calendar;
        this.today = today;
    }

    /** The sessions of a portfolio, newest first; a reviewer sees signed ones only. */
    @Transactional
    public ListPage<SupervisionListItem> list(Actor actor, long programmeId, PageRequest page) {
        boolean signedOnly =
                access.requirePortfolio(actor, programmeId, PortfolioAccess.SIGNED) == PortfolioAccess.SIGNED;
        log.portfolio(actor, programmeId, Action.READ, "SUPERVISIONS", null);
        return new ListPage<>(
                sessions.list(programmeId, signedOnly, page.size(), page.offset()),
                sessions.count(programmeId, signedOnly));
    }

    /** One session, without minutes for those who may not read them. */
    @Transactional
    public Supervision get(Actor actor, long id) {
        SupervisionDetail detail = shared.requireReadable(actor, id);
        log.portfolio(actor, detail.programmeId(), Action.READ, KIND, id);
        return shared.seenBy(actor, detail);
    }

    /**
     * Starts a session as a draft, or as planned.
     *
     * @throws Problem {@code DATE_IN_FUTURE} for a draft dated ahead, {@code OUTSIDE_PROGRAMME}, {@code UNKNOWN_CODE},
     *     {@code UNKNOWN_ID}, {@code OWN_RECORD}, {@code TOO_LONG}
     */
    @Transactional
    public Supervision create(Actor actor, long programmeId, SupervisionData data, boolean planned) {
        return create(actor, programmeId, data, planned, SessionTime.NONE);
    }

    /** The same with the time and the place of a planned session. */
    @Transactional
    public Supervision create(Actor actor, long programmeId, SupervisionData data, boolean planned, SessionTime time) {
        shared.requireWriter(actor, programmeId, data.supervisorId());
        RecordState state = planned ? RecordState.PLANNED : RecordState.DRAFT;
        shared.check(programmes.facts(programmeId), data, state);
        SupervisionDetail made =
                shared.add(actor, programmeId, data, state, planned ? time.checked() : SessionTime.NONE, null);
        log.portfolio(actor, programmeId, Action.CREATE, KIND, made.id());
        return shared.seenBy(actor, made);
    }

    /**
     * Saves a session that is planned, a draft, or returned.
     *
     * @param version the version that was read; {@code STALE_VERSION} where somebody saved since
     */
    @Transactional
    public Supervision save(Actor actor, long id, int version, SupervisionData data) {
        SupervisionDetail detail = shared.requireFor(actor, id, RecordAction.EDIT);
        if (actor.personId() != detail.doctorId() && data.supervisorId() != actor.personId()) {
            throw Problem.forbidden();
        }
        shared.check(programmes.facts(detail.programmeId()), data, detail.state());
        int updated = sessions.update(
                id,
                version,
                data.supervisorId(),
                data.date(),
                data.iupReviewed(),
                Texts.optional("minutes", data.minutes(), Texts.LONG),
                Texts.optional("agreed", data.agreed(), Texts.LONG),
                today.utc());
        if (updated == 0) {
            throw Problem.of(ProblemCode.STALE_VERSION);
        }
        shared.saveGoals(id, data.goalCodes());
        SupervisionDetail saved = shared.require(id);
        if (saved.state() == RecordState.PLANNED) {
            calendar.put(saved);
        }
        log.portfolio(actor, detail.programmeId(), Action.CHANGE, KIND, id);
        return shared.seenBy(actor, saved);
    }

    /** A planned session was held: it becomes a draft, not before its day ({@code NOT_YET_HELD}). */
    @Transactional
    public Supervision reportHeld(Actor actor, long id) {
        SupervisionDetail detail = shared.requireFor(actor, id, RecordAction.REPORT_HELD);
        shared.requireHeld(detail.date());
        shared.step(actor, detail, RecordAction.REPORT_HELD, null);
        log.portfolio(actor, detail.programmeId(), Action.CHANGE, KIND, id);
        return shared.seenBy(actor, shared.require(id));
    }

    /** Sends to the supervisor. A planned session whose day has come is reported as held with it. */
    @Transactional
    public Supervision send(Actor actor, long id, @Nullable Integer version) {
        SupervisionDetail detail = shared.requireReadable(actor, id);
        Versions.requireSame(detail.version(), version);
        if (detail.state() == RecordState.PLANNED) {
            RecordFlow.require(
                    RecordKind.SUPERVISION, detail.state(), RecordAction.REPORT_HELD, Sessions.parties(actor, detail));
            shared.requireHeld(detail.date());
            shared.step(actor, detail, RecordAction.REPORT_HELD, null);
        }
        detail = shared.requireFor(actor, id, RecordAction.SEND);
        shared.step(actor, detail, RecordAction.SEND, null);
        log.portfolio(actor, detail.programmeId(), Action.SEND, KIND, id);
        return shared.seenBy(actor, shared.require(id));
    }

    /** The named supervisor signs; from then on nothing of it changes. */
    @Transactional
    public Supervision sign(Actor actor, long id, @Nullable Integer version) {
        SupervisionDetail detail = shared.requireFor(actor, id, RecordAction.SIGN);
        Versions.requireSame(detail.version(), version);
        shared.step(actor, detail, RecordAction.SIGN, null);
        log.portfolio(actor, detail.programmeId(), Action.SIGN, KIND, id);
        changes.changed(detail.programmeId(), today.date());
        signatures.add(SignatureKind.SUPERVISION, id);
        return shared.seenBy(actor, shared.require(id));
    }

    /** The named supervisor returns it with a reason (åter för komplettering). */
    @Transactional
    public Supervision giveBack(Actor actor, long id, @Nullable Integer version, @Nullable String reason) {
        SupervisionDetail detail = shared.requireFor(actor, id, RecordAction.GIVE_BACK);
        Versions.requireSame(detail.version(), version);
        shared.step(actor, detail, RecordAction.GIVE_BACK, StateHistory.requireReason(reason));
        log.portfolio(actor, detail.programmeId(), Action.RETURN, KIND, id);
        return shared.seenBy(actor, shared.require(id));
    }

    /** The named supervisor voids what was signed, with a reason (makulering); the signed text stays as it is. */
    @Transactional
    public Supervision markVoided(Actor actor, long id, @Nullable String reason) {
        SupervisionDetail detail = shared.requireFor(actor, id, RecordAction.VOID);
        history.markVoided(actor, RecordKind.SUPERVISION, id, StateHistory.requireReason(reason));
        log.portfolio(actor, detail.programmeId(), Action.VOID, KIND, id);
        changes.changed(detail.programmeId());
        return shared.seenBy(actor, shared.require(id));
    }

    /** Deletes a planned session or a draft that was never sent. */
    @Transactional
    public void delete(Actor actor, long id, int version) {
        SupervisionDetail detail = shared.requireFor(actor, id, RecordAction.DELETE);
        sessions.clearGoals(id);
        if (sessions.delete(id, version) == 0) {
            throw Problem.of(ProblemCode.STALE_VERSION);
        }
        calendar.cancel(id);
        log.portfolio(actor, detail.programmeId(), Action.DELETE, KIND, id);
    }
}
