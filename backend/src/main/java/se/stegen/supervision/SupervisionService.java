package se.stegen.supervision;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
import se.stegen.curriculum.CurriculumService;
import se.stegen.programme.ProgrammeChanges;
import se.stegen.programme.ProgrammeFacts;
import se.stegen.programme.ProgrammeService;
import se.stegen.proof.SignatureKind;
import se.stegen.proof.Signatures;
import se.stegen.signing.RecordAction;
import se.stegen.signing.RecordFlow;
import se.stegen.signing.RecordKind;
import se.stegen.signing.RecordParty;
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
    private final CurriculumService curricula;
    private final Today today;

    SupervisionService(
            AccessPolicy access,
            AccessLog log,
            SupervisionQuery sessions,
            StateHistory history,
            Signatures signatures,
            ProgrammeService programmes,
            ProgrammeChanges changes,
            CurriculumService curricula,
            Today today) {
        this.access = access;
        this.log = log;
        this.sessions = sessions;
        this.history = history;
        this.signatures = signatures;
        this.programmes = programmes;
        this.changes = changes;
        this.curricula = curricula;
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
        SupervisionDetail detail = requireReadable(actor, id);
        log.portfolio(actor, detail.programmeId(), Action.READ, KIND, id);
        return seenBy(actor, detail);
    }

    /**
     * Starts a session as a draft, or as planned.
     *
     * @throws Problem {@code DATE_IN_FUTURE} for a draft dated ahead, {@code OUTSIDE_PROGRAMME}, {@code UNKNOWN_CODE},
     *     {@code UNKNOWN_ID}, {@code OWN_RECORD}, {@code TOO_LONG}
     */
    @Transactional
    public Supervision create(Actor actor, long programmeId, SupervisionData data, boolean planned) {
        PortfolioAccess held = access.requirePortfolio(actor, programmeId, PortfolioAccess.SIGNED);
        boolean supervisor = held == PortfolioAccess.ALL && data.supervisorId() == actor.personId();
        if (held != PortfolioAccess.OWN && !supervisor) {
            throw Problem.forbidden();
        }
        RecordState state = planned ? RecordState.PLANNED : RecordState.DRAFT;
        check(programmes.facts(programmeId), data, state);
        var now = today.utc();
        SupervisionRow row = sessions.save(new SupervisionRow(
                0,
                programmeId,
                data.supervisorId(),
                data.date(),
                data.iupReviewed(),
                Texts.optional("minutes", data.minutes(), Texts.LONG),
                Texts.optional("agreed", data.agreed(), Texts.LONG),
                state,
                actor.personId(),
                now,
                now,
                null,
                null,
                null,
                0));
        saveGoals(row.id(), data.goalCodes());
        history.add(actor, RecordKind.SUPERVISION, row.id(), null, state, null);
        log.portfolio(actor, programmeId, Action.CREATE, KIND, row.id());
        return seenBy(actor, require(row.id()));
    }

    /**
     * Saves a session that is planned, a draft, or returned.
     *
     * @param version the version that was read; {@code STALE_VERSION} where somebody saved since
     */
    @Transactional
    public Supervision save(Actor actor, long id, int version, SupervisionData data) {
        SupervisionDetail detail = requireFor(actor, id, RecordAction.EDIT);
        if (actor.personId() != detail.doctorId() && data.supervisorId() != actor.personId()) {
            throw Problem.forbidden();
        }
        check(programmes.facts(detail.programmeId()), data, detail.state());
        int saved = sessions.update(
                id,
                version,
                data.supervisorId(),
                data.date(),
                data.iupReviewed(),
                Texts.optional("minutes", data.minutes(), Texts.LONG),
                Texts.optional("agreed", data.agreed(), Texts.LONG),
                today.utc());
        if (saved == 0) {
            throw Problem.of(ProblemCode.STALE_VERSION);
        }
        saveGoals(id, data.goalCodes());
        log.portfolio(actor, detail.programmeId(), Action.CHANGE, KIND, id);
        return seenBy(actor, require(id));
    }

    /** A planned session was held: it becomes a draft, not before its day ({@code NOT_YET_HELD}). */
    @Transactional
    public Supervision reportHeld(Actor actor, long id) {
        SupervisionDetail detail = requireFor(actor, id, RecordAction.REPORT_HELD);
        requireHeld(detail.date());
        step(actor, detail, RecordAction.REPORT_HELD, null);
        log.portfolio(actor, detail.programmeId(), Action.CHANGE, KIND, id);
        return seenBy(actor, require(id));
    }

    /** Sends to the supervisor. A planned session whose day has come is reported as held with it. */
    @Transactional
    public Supervision send(Actor actor, long id, @Nullable Integer version) {
        SupervisionDetail detail = requireReadable(actor, id);
        Versions.requireSame(detail.version(), version);
        if (detail.state() == RecordState.PLANNED) {
            RecordFlow.require(
                    RecordKind.SUPERVISION, detail.state(), RecordAction.REPORT_HELD, parties(actor, detail));
            requireHeld(detail.date());
            step(actor, detail, RecordAction.REPORT_HELD, null);
        }
        detail = requireFor(actor, id, RecordAction.SEND);
        step(actor, detail, RecordAction.SEND, null);
        log.portfolio(actor, detail.programmeId(), Action.SEND, KIND, id);
        return seenBy(actor, require(id));
    }

    /** The named supervisor signs; from then on nothing of it changes. */
    @Transactional
    public Supervision sign(Actor actor, long id, @Nullable Integer version) {
        SupervisionDetail detail = requireFor(actor, id, RecordAction.SIGN);
        Versions.requireSame(detail.version(), version);
        step(actor, detail, RecordAction.SIGN, null);
        log.portfolio(actor, detail.programmeId(), Action.SIGN, KIND, id);
        changes.changed(detail.programmeId());
        signatures.add(SignatureKind.SUPERVISION, id);
        return seenBy(actor, require(id));
    }

    /** The named supervisor returns it with a reason (åter för komplettering). */
    @Transactional
    public Supervision giveBack(Actor actor, long id, @Nullable Integer version, @Nullable String reason) {
        SupervisionDetail detail = requireFor(actor, id, RecordAction.GIVE_BACK);
        Versions.requireSame(detail.version(), version);
        step(actor, detail, RecordAction.GIVE_BACK, StateHistory.requireReason(reason));
        log.portfolio(actor, detail.programmeId(), Action.RETURN, KIND, id);
        return seenBy(actor, require(id));
    }

    /** The named supervisor voids what was signed, with a reason (makulering); the signed text stays as it is. */
    @Transactional
    public Supervision markVoided(Actor actor, long id, @Nullable String reason) {
        SupervisionDetail detail = requireFor(actor, id, RecordAction.VOID);
        history.markVoided(actor, RecordKind.SUPERVISION, id, StateHistory.requireReason(reason));
        log.portfolio(actor, detail.programmeId(), Action.VOID, KIND, id);
        changes.changed(detail.programmeId());
        return seenBy(actor, require(id));
    }

    /** Deletes a planned session or a draft that was never sent. */
    @Transactional
    public void delete(Actor actor, long id, int version) {
        SupervisionDetail detail = requireFor(actor, id, RecordAction.DELETE);
        sessions.clearGoals(id);
        if (sessions.delete(id, version) == 0) {
            throw Problem.of(ProblemCode.STALE_VERSION);
        }
        log.portfolio(actor, detail.programmeId(), Action.DELETE, KIND, id);
    }

    private void check(ProgrammeFacts programme, SupervisionData data, RecordState state) {
        if (state != RecordState.PLANNED && data.date().isAfter(today.date())) {
            throw Problem.field("date", ProblemCode.DATE_IN_FUTURE);
        }
        if (data.date().isBefore(programme.startDate())) {
            throw Problem.field("date", ProblemCode.OUTSIDE_PROGRAMME);
        }
        if (data.supervisorId() == programme.personId()) {
            throw Problem.field("supervisorId", ProblemCode.OWN_RECORD);
        }
        if (sessions.people(data.supervisorId()) == 0) {
            throw Problem.field("supervisorId", ProblemCode.UNKNOWN_ID);
        }
        curricula.requireGoals(programme.curriculumId(), data.goalCodes());
    }

    private void requireHeld(LocalDate date) {
        if (date.isAfter(today.date())) {
            throw Problem.field("date", ProblemCode.NOT_YET_HELD);
        }
    }

    private void saveGoals(long id, List<String> goalCodes) {
        sessions.clearGoals(id);
        for (String code : new TreeSet<>(goalCodes)) {
            sessions.addGoal(id, code);
        }
    }

    private void step(Actor actor, SupervisionDetail detail, RecordAction action, @Nullable String reason) {
        RecordState to = action.target(detail.state());
        int changed = sessions.changeState(
                detail.id(), detail.version(), detail.state().name(), to.name(), actor.personId(), today.utc());
        if (changed == 0) {
            // Somebody else was a moment earlier.
            throw Problem.of(ProblemCode.STATE_CONFLICT, detail.state().name(), to.name());
        }
        history.add(actor, RecordKind.SUPERVISION, detail.id(), detail.state(), to, reason);
    }

    private SupervisionDetail require(long id) {
        return sessions.find(id).orElseThrow(Problem::notFound);
    }

    /** The session, where the actor may read it: by the portfolio, or because it names the actor. */
    private SupervisionDetail requireReadable(Actor actor, long id) {
        SupervisionDetail detail = require(id);
        if (detail.supervisorId() == actor.personId()) {
            return detail;
        }
        PortfolioAccess held = access.portfolioAccess(actor, detail.programmeId());
        boolean signed = detail.state() == RecordState.SIGNED || detail.state() == RecordState.VOIDED;
        if (held.compareTo(signed ? PortfolioAccess.SIGNED : PortfolioAccess.ALL) < 0) {
            throw Problem.notFound();
        }
        return detail;
    }

    /** The session, where the actor may do this with it now. */
    private SupervisionDetail requireFor(Actor actor, long id, RecordAction action) {
        SupervisionDetail detail = requireReadable(actor, id);
        RecordFlow.require(RecordKind.SUPERVISION, detail.state(), action, parties(actor, detail));
        return detail;
    }

    private static Set<RecordParty> parties(Actor actor, SupervisionDetail detail) {
        if (actor.personId() == detail.doctorId()) {
            return EnumSet.of(RecordParty.DOCTOR);
        }
        return actor.personId() == detail.supervisorId()
                ? EnumSet.of(RecordParty.SIGNER)
                : EnumSet.noneOf(RecordParty.class);
    }

    private Supervision seenBy(Actor actor, SupervisionDetail d) {
        boolean party = access.mayReadMinutes(actor, d.doctorId(), d.supervisorId());
        Set<RecordParty> as = parties(actor, d);
        boolean due = !d.date().isAfter(today.date());
        return new Supervision(
                d.id(),
                d.programmeId(),
                d.doctorId(),
                d.doctorName(),
                d.supervisorId(),
                d.supervisorName(),
                d.date(),
                d.iupReviewed(),
                sessions.goals(d.id()),
                party ? d.minutes() : null,
                party ? d.agreed() : null,
                d.state(),
                d.updatedAt(),
                d.sentAt(),
                d.signedAt(),
                d.version(),
                history.of(RecordKind.SUPERVISION, d.id()),
                may(d, RecordAction.EDIT, as),
                due && (may(d, RecordAction.SEND, as) || may(d, RecordAction.REPORT_HELD, as)),
                due && may(d, RecordAction.REPORT_HELD, as),
                may(d, RecordAction.SIGN, as),
                may(d, RecordAction.VOID, as));
    }

    private static boolean may(SupervisionDetail detail, RecordAction action, Set<RecordParty> as) {
        return RecordFlow.allows(RecordKind.SUPERVISION, detail.state(), action, as);
    }
}
