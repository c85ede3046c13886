package se.stegen.supervision;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.access.PortfolioAccess;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Texts;
import se.stegen.common.Today;
import se.stegen.curriculum.CurriculumService;
import se.stegen.programme.ProgrammeFacts;
import se.stegen.signing.RecordAction;
import se.stegen.signing.RecordFlow;
import se.stegen.signing.RecordKind;
import se.stegen.signing.RecordParty;
import se.stegen.signing.RecordState;
import se.stegen.signing.StateHistory;

/** What the services of sessions share: checks, steps, who is what to a session, and how much one sees of it. */
@Singleton
class Sessions {
    private final AccessPolicy access;
    private final SupervisionQuery sessions;
    private final StateHistory history;
    private final CurriculumService curricula;
    private final SessionCalendar calendar;
    private final Today today;

    Sessions(
            AccessPolicy access,
            SupervisionQuery sessions,
            StateHistory history,
            CurriculumService curricula,
            SessionCalendar calendar,
            Today today) {
        this.access = access;
        this.sessions = sessions;
        this.history = history;
        this.curricula = curricula;
        this.calendar = calendar;
        this.today = today;
    }

    /** The programme's facts are those of the portfolio that the actor may write a session in, with this supervisor. */
    void requireWriter(Actor actor, long programmeId, long supervisorId) {
        PortfolioAccess held = access.requirePortfolio(actor, programmeId, PortfolioAccess.SIGNED);
        boolean supervisor = held == PortfolioAccess.ALL && supervisorId == actor.personId();
        if (held != PortfolioAccess.OWN && !supervisor) {
            throw Problem.forbidden();
        }
    }

    /** Makes a session; a planned one gets its place in the calendars. */
    SupervisionDetail add(
            Actor actor,
            long programmeId,
            SupervisionData data,
            RecordState state,
            SessionTime time,
            @Nullable Long series) {
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
                time.startsAt(),
                time.duration(),
                time.place(),
                series,
                0));
        saveGoals(row.id(), data.goalCodes());
        history.add(actor, RecordKind.SUPERVISION, row.id(), null, state, null);
        SupervisionDetail made = require(row.id());
        if (state == RecordState.PLANNED) {
            calendar.put(made);
        }
        return made;
    }

    void check(ProgrammeFacts programme, SupervisionData data, RecordState state) {
        if (state != RecordState.PLANNED && data.date().isAfter(today.date())) {
            throw Problem.field("date", ProblemCode.DATE_IN_FUTURE);
        }
        requireInProgramme(programme, data.date());
        if (data.supervisorId() == programme.personId()) {
            throw Problem.field("supervisorId", ProblemCode.OWN_RECORD);
        }
        if (sessions.people(data.supervisorId()) == 0) {
            throw Problem.field("supervisorId", ProblemCode.UNKNOWN_ID);
        }
        curricula.requireGoals(programme.curriculumId(), data.goalCodes());
    }

    void requireInProgramme(ProgrammeFacts programme, LocalDate day) {
        if (day.isBefore(programme.startDate())) {
            throw Problem.field("date", ProblemCode.OUTSIDE_PROGRAMME);
        }
    }

    /** Nobody plans further ahead than two years: what lies there is a slip of the hand. {@code OUT_OF_RANGE}. */
    void requireNear(LocalDate day) {
        if (day.isAfter(today.date().plusYears(2))) {
            throw Problem.field("date", ProblemCode.OUT_OF_RANGE);
        }
    }

    void requireHeld(LocalDate date) {
        if (date.isAfter(today.date())) {
            throw Problem.field("date", ProblemCode.NOT_YET_HELD);
        }
    }

    void saveGoals(long id, List<String> goalCodes) {
        sessions.clearGoals(id);
        for (String code : new TreeSet<>(goalCodes)) {
            sessions.addGoal(id, code);
        }
    }

    void step(Actor actor, SupervisionDetail detail, RecordAction action, @Nullable String reason) {
        RecordState to = action.target(detail.state());
        int changed = sessions.changeState(
                detail.id(), detail.version(), detail.state().name(), to.name(), actor.personId(), today.utc());
        if (changed == 0) {
            // Somebody else was a moment earlier.
            throw Problem.of(ProblemCode.STATE_CONFLICT, detail.state().name(), to.name());
        }
        history.add(actor, RecordKind.SUPERVISION, detail.id(), detail.state(), to, reason);
    }

    SupervisionDetail require(long id) {
        return sessions.find(id).orElseThrow(Problem::notFound);
    }

    /** The session, where the actor may read it: by the portfolio, or because it names the actor. */
    SupervisionDetail requireReadable(Actor actor, long id) {
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
    SupervisionDetail requireFor(Actor actor, long id, RecordAction action) {
        SupervisionDetail detail = requireReadable(actor, id);
        RecordFlow.require(RecordKind.SUPERVISION, detail.state(), action, parties(actor, detail));
        return detail;
    }

    static Set<RecordParty> parties(Actor actor, SupervisionDetail detail) {
        if (actor.personId() == detail.doctorId()) {
            return EnumSet.of(RecordParty.DOCTOR);
        }
        return actor.personId() == detail.supervisorId()
                ? EnumSet.of(RecordParty.SIGNER)
                : EnumSet.noneOf(RecordParty.class);
    }

    Supervision seenBy(Actor actor, SupervisionDetail d) {
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
                d.time(),
                d.seriesId(),
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
                may(d, RecordAction.MOVE, as),
                due && may(d, RecordAction.REPORT_HELD, as),
                may(d, RecordAction.SIGN, as),
                may(d, RecordAction.VOID, as));
    }

    private static boolean may(SupervisionDetail detail, RecordAction action, Set<RecordParty> as) {
        return RecordFlow.allows(RecordKind.SUPERVISION, detail.state(), action, as);
    }
}
