package se.stegen.supervision;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import se.stegen.access.AccessLog;
import se.stegen.access.AccessLog.Action;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.access.PortfolioAccess;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;
import se.stegen.common.Versions;
import se.stegen.programme.ProgrammeChanges;
import se.stegen.programme.ProgrammeFacts;
import se.stegen.programme.ProgrammeService;
import se.stegen.signing.RecordAction;
import se.stegen.signing.RecordKind;
import se.stegen.signing.RecordState;
import se.stegen.signing.StateHistory;

/**
 * What becomes of planned sessions: moved or cancelled with a reason, one or the rest of a series; and those that were
 * planned and not held, counted for a doctor and for a clinic.
 */
@Singleton
public class SupervisionPlanService {
    /** A planned session whose day passed so many days ago, and of which nothing is told, was not held. */
    public static final int SILENT_DAYS = 7;

    private static final String KIND = RecordKind.SUPERVISION.name();

    private final AccessPolicy access;
    private final AccessLog log;
    private final Sessions shared;
    private final SupervisionQuery sessions;
    private final SeriesQuery series;
    private final PlannedQuery planned;
    private final SessionCalendar calendar;
    private final StateHistory history;
    private final ProgrammeService programmes;
    private final ProgrammeChanges changes;
    private final Today today;

    SupervisionPlanService(
            AccessPolicy access,
            AccessLog log,
            Sessions shared,
            SupervisionQuery sessions,
            SeriesQuery series,
            PlannedQuery planned,
            SessionCalendar calendar,
            StateHistory history,
            ProgrammeService programmes,
            ProgrammeChanges changes,
            Today today) {
        this.access = access;
        this.log = log;
        this.shared = shared;
        this.sessions = sessions;
        this.series = series;
        this.planned = planned;
        this.calendar = calendar;
        this.history = history;
        this.programmes = programmes;
        this.changes = changes;
        this.today = today;
    }

    /**
     * Moves a planned session; the reason stands in its history.
     *
     * @throws Problem {@code REASON_REQUIRED}, {@code OUTSIDE_PROGRAMME}, {@code OUT_OF_RANGE}, {@code STATE_CONFLICT}
     */
    @Transactional
    public Supervision move(Actor actor, long id, @Nullable Integer version, SessionMove move) {
        SupervisionDetail first = shared.requireFor(actor, id, RecordAction.MOVE);
        Versions.requireSame(first.version(), version);
        String reason = StateHistory.requireReason(move.reason());
        SessionTime time = move.time().checked();
        long days = ChronoUnit.DAYS.between(first.date(), move.date());
        ProgrammeFacts programme = programmes.facts(first.programmeId());
        for (SupervisionDetail session : withRest(actor, first, move.rest(), RecordAction.MOVE)) {
            LocalDate day = session.date().plusDays(days);
            shared.requireInProgramme(programme, day);
            shared.requireNear(day);
            if (sessions.move(
                            session.id(),
                            session.version(),
                            day,
                            time.startsAt(),
                            time.duration(),
                            time.place(),
                            today.utc())
                    == 0) {
                throw Problem.of(ProblemCode.STALE_VERSION);
            }
            history.add(actor, RecordKind.SUPERVISION, session.id(), RecordState.PLANNED, RecordState.PLANNED, reason);
            calendar.put(shared.require(session.id()));
            log.portfolio(actor, session.programmeId(), Action.CHANGE, KIND, session.id());
        }
        changes.shown(first.programmeId());
        return shared.seenBy(actor, shared.require(id));
    }

    /**
     * Cancels a planned session (ställer in); it stays, with its reason, and counts as planned and not held.
     *
     * @param rest whether the later ones of its series are cancelled with it
     * @throws Problem {@code REASON_REQUIRED}, {@code STATE_CONFLICT}
     */
    @Transactional
    public Supervision cancel(Actor actor, long id, @Nullable Integer version, @Nullable String reason, boolean rest) {
        SupervisionDetail first = shared.requireFor(actor, id, RecordAction.CANCEL);
        Versions.requireSame(first.version(), version);
        String why = StateHistory.requireReason(reason);
        for (SupervisionDetail session : withRest(actor, first, rest, RecordAction.CANCEL)) {
            shared.step(actor, session, RecordAction.CANCEL, why);
            calendar.cancel(session.id());
            log.portfolio(actor, session.programmeId(), Action.CHANGE, KIND, session.id());
        }
        changes.shown(first.programmeId());
        return shared.seenBy(actor, shared.require(id));
    }

    /** The session, and where asked for those of its series that are planned for later. */
    private List<SupervisionDetail> withRest(Actor actor, SupervisionDetail first, boolean rest, RecordAction action) {
        List<SupervisionDetail> all = new ArrayList<>(List.of(first));
        Long seriesId = first.seriesId();
        if (rest && seriesId != null) {
            for (long id : series.rest(seriesId, first.date())) {
                all.add(shared.requireFor(actor, id, action));
            }
        }
        return all;
    }

    /**
     * What became of a doctor's planned sessions in the last twelve months, for readers of the whole portfolio.
     *
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}
     */
    @Transactional
    public PlannedSupervision ofTrainee(Actor actor, long programmeId) {
        access.requirePortfolio(actor, programmeId, PortfolioAccess.ALL);
        log.portfolio(actor, programmeId, Action.READ, "PLANNED_SUPERVISION", null);
        LocalDate day = today.date();
        return PlannedSupervision.of(
                programmeId,
                programmes.facts(programmeId).personName(),
                planned.ofProgramme(programmeId, first(day), day.minusDays(SILENT_DAYS), day));
    }

    /**
     * The same of each doctor of a clinic who has any, by name.
     *
     * @throws Problem {@code NOT_FOUND} to who may not see the clinic's figures, {@code FORBIDDEN} to who may not see its
     *     doctors' unsigned records
     */
    @Transactional
    public List<PlannedSupervision> ofClinic(Actor actor, long clinicId) {
        access.requireReadCompliance(actor, clinicId);
        if (!actor.ledClinics().contains(clinicId)) {
            throw Problem.forbidden();
        }
        LocalDate day = today.date();
        log.scope(actor, Action.READ, "PLANNED_SUPERVISION", clinicId, "clinic " + clinicId + " on " + day);
        return PlannedSupervision.byDoctor(planned.ofClinic(clinicId, first(day), day.minusDays(SILENT_DAYS), day));
    }

    /** The first of the twelve months that end on the day, as the indicators count them. */
    private static LocalDate first(LocalDate day) {
        return day.minusYears(1).plusDays(1);
    }
}
