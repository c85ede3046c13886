package se.stegen.collegium;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.stegen.access.AccessLog;
import se.stegen.access.AccessLog.Action;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.access.PortfolioAccess;
import se.stegen.calendar.Appointment;
import se.stegen.calendar.AppointmentKind;
import se.stegen.calendar.Appointments;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Texts;
import se.stegen.common.Today;
import se.stegen.common.Versions;
import se.stegen.programme.ProgrammeChanges;
import se.stegen.programme.ProgrammeFacts;
import se.stegen.programme.ProgrammeService;
import se.stegen.signing.StateHistory;

/**
 * After the meeting: the outcome is for the doctor, the main supervisor, STUDIEREKTOR and CLINIC_HEAD of the current
 * clinic. Others who may read the portfolio, a reviewer among them, see that and when a collegium was held.
 */
@Singleton
public class OutcomeService {
    private static final String KIND = CollegiumOutcomeService.KIND;
    private static final int TALK_MINUTES = 30;

    private final AccessPolicy access;
    private final AccessLog log;
    private final CollegiumRepository collegia;
    private final OutcomeRepository outcomes;
    private final ActionRepository actions;
    private final SpecialistRepository specialists;
    private final CollegiumReader reader;
    private final CollegiumJson json;
    private final OutcomeActions decided;
    private final ProgrammeService programmes;
    private final ProgrammeChanges changes;
    private final Appointments appointments;
    private final Today today;

    OutcomeService(
            AccessPolicy access,
            AccessLog log,
            CollegiumRepository collegia,
            OutcomeRepository outcomes,
            ActionRepository actions,
            SpecialistRepository specialists,
            CollegiumReader reader,
            CollegiumJson json,
            OutcomeActions decided,
            ProgrammeService programmes,
            ProgrammeChanges changes,
            Appointments appointments,
            Today today) {
        this.access = access;
        this.log = log;
        this.collegia = collegia;
        this.outcomes = outcomes;
        this.actions = actions;
        this.specialists = specialists;
        this.reader = reader;
        this.json = json;
        this.decided = decided;
        this.programmes = programmes;
        this.changes = changes;
        this.appointments = appointments;
        this.today = today;
    }

    /** The collegia that were held about a doctor, the latest first. */
    @Transactional
    public List<CollegiumHeld> held(Actor actor, long programmeId) {
        access.requirePortfolio(actor, programmeId, PortfolioAccess.SIGNED);
        log.portfolio(actor, programmeId, Action.READ, "COLLEGIA", null);
        boolean reads = access.mayReadOutcomes(actor, programmeId);
        return outcomes.held(programmeId).stream()
                .map(one -> reads ? one : one.withoutText())
                .toList();
    }

    /** An outcome; the doctor's first look is remembered. {@code NOT_FOUND}, {@code FORBIDDEN}. */
    @Transactional
    public CollegiumOutcome get(Actor actor, long outcomeId) {
        OutcomeRow outcome = readable(actor, outcomeId);
        log.portfolio(actor, outcome.programmeId(), Action.READ, KIND, outcomeId);
        if (access.portfolioAccess(actor, outcome.programmeId()) == PortfolioAccess.OWN) {
            outcomes.read(outcomeId, today.utc());
        }
        return seenBy(actor, outcome);
    }

    /**
     * The clinic head changes what was validated: a new version with a reason; the earlier ones stay. Actions can be
     * added, and stand in the plan at once, or withdrawn, and go from it; those that stood stay in the earlier versions.
     *
     * @param withdrawnIds actions of this outcome that are asked for no longer
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}, {@code CONFLICT_OF_INTEREST}, {@code REASON_REQUIRED}, {@code STALE_VERSION},
     *     {@code REQUIRED} without a judgement, {@code UNKNOWN_CODE}, {@code TOO_LONG}, {@code OUTSIDE_PROGRAMME};
     *     {@code UNKNOWN_ID} on {@code withdrawnActions}
     */
    @Transactional
    public CollegiumOutcome revise(
            Actor actor,
            long outcomeId,
            int version,
            @Nullable String reason,
            OutcomeData data,
            Set<Long> withdrawnIds) {
        OutcomeRow before = readable(actor, outcomeId);
        CollegiumRow row = meeting(before);
        access.requireReviseOutcome(actor, row.clinicId(), before.programmeId());
        reader.requirePart(actor, row, before.programmeId());
        String why = StateHistory.requireReason(reason);
        before = outcomes.lock(outcomeId).orElseThrow(Problem::notFound);
        Versions.requireSame(before.version(), version);
        Judgement judgement = CollegiumRules.judgement(data.judgement())
                .orElseThrow(() -> Problem.field("judgement", ProblemCode.REQUIRED));
        var levels = CollegiumRules.levels(reader.competences(row), data.levels());
        String strengths = Texts.optional("strengths", data.strengths(), Texts.LONG);
        String development = Texts.optional("development", data.development(), Texts.LONG);
        List<ActionRow> gone = actions.of(outcomeId).stream()
                .filter(action -> action.stands() && withdrawnIds.contains(action.id()))
                .toList();
        if (gone.size() < withdrawnIds.size()) {
            throw Problem.field("withdrawnActions", ProblemCode.UNKNOWN_ID);
        }
        decided.withdraw(actor, row, before.programmeId(), gone, today.date());
        List<ActionRow> added = CollegiumRules.actions(data.actions()).stream()
                .map(action -> actions.save(OutcomeActions.row(outcomeId, action)))
                .toList();
        outcomes.change(
                outcomeId, judgement.name(), json.write(levels), strengths, development, today.utc(), actor.personId());
        OutcomeContent content =
                new OutcomeContent(judgement, levels, strengths, development, standing(actions.of(outcomeId)));
        int number = outcomes.versions(outcomeId).size() + 1;
        outcomes.addVersion(outcomeId, number, json.write(content), why, actor.personId(), today.utc());
        outcomes.unread(outcomeId);
        decided.intoPlan(actor, row, before.programmeId(), added);
        log.portfolio(actor, before.programmeId(), Action.CHANGE, KIND, outcomeId);
        changes.shown(before.programmeId());
        return seenBy(actor, outcomes.findById(outcomeId).orElseThrow(Problem::notFound));
    }

    /**
     * The talk in which the doctor is told: planned for a day, or held. What was held does not change.
     *
     * @param startsAt time of a planned talk; null takes the whole day
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}; {@code DATE_IN_FUTURE} for a held one, {@code DATE_IN_PAST}
     *     for a planned one, {@code NOT_YET_HELD} before the meeting, {@code STATE_CONFLICT} once it was held
     */
    @Transactional
    public CollegiumOutcome talk(
            Actor actor,
            long outcomeId,
            boolean held,
            LocalDate day,
            @Nullable LocalTime startsAt,
            @Nullable String place) {
        OutcomeRow outcome = readable(actor, outcomeId);
        long programmeId = outcome.programmeId();
        access.requireRecordFeedbackTalk(actor, programmeId);
        outcomes.lock(outcomeId);
        Optional<OutcomeRepository.TalkRow> before = outcomes.talk(outcomeId);
        if (before.filter(talk -> talk.state().equals("HELD")).isPresent()) {
            throw Problem.of(ProblemCode.STATE_CONFLICT, "HELD", held ? "HELD" : "PLANNED");
        }
        if (day.isBefore(meeting(outcome).meetsOn())) {
            throw Problem.field("date", ProblemCode.NOT_YET_HELD);
        }
        if (held && day.isAfter(today.date())) {
            throw Problem.field("date", ProblemCode.DATE_IN_FUTURE);
        }
        if (!held && day.isBefore(today.date())) {
            throw Problem.field("date", ProblemCode.DATE_IN_PAST);
        }
        String where = Texts.optional("place", place, 200);
        boolean elsewhen = before.filter(talk -> !talk.heldOn().equals(day)).isPresent();
        outcomes.removeTalk(outcomeId);
        outcomes.addTalk(outcomeId, held ? "HELD" : "PLANNED", day, startsAt, where, actor.personId(), today.utc());
        ProgrammeFacts programme = programmes.facts(programmeId);
        if (!held) {
            appointments.put(new Appointment(
                    AppointmentKind.FEEDBACK_TALK,
                    outcomeId,
                    day,
                    startsAt,
                    TALK_MINUTES,
                    where,
                    programme.personName(),
                    "collegium-outcome/" + outcomeId,
                    people(actor, programme)));
        } else if (elsewhen) {
            // It was held on another day than the calendars say.
            appointments.cancel(AppointmentKind.FEEDBACK_TALK, outcomeId);
        }
        log.portfolio(actor, programmeId, held ? Action.CONFIRM : Action.CHANGE, "COLLEGIUM_TALK", outcomeId);
        return seenBy(actor, outcome);
    }

    /** The doctor and the main supervisor; whoever plans it for them as a studierektor need not be there. */
    private static Set<Long> people(Actor actor, ProgrammeFacts programme) {
        Set<Long> people = new HashSet<>();
        people.add(programme.personId());
        people.add(Objects.requireNonNullElse(programme.mainSupervisorId(), actor.personId()));
        return people;
    }

    /** Says that an action is done, or is not; whoever may read the outcome. {@code NOT_FOUND}, {@code FORBIDDEN}. */
    @Transactional
    public CollegiumOutcome tick(Actor actor, long outcomeId, long actionId, boolean done) {
        OutcomeRow outcome = readable(actor, outcomeId);
        ActionRow action = actions.of(outcomeId).stream()
                .filter(one -> one.id() == actionId)
                .findFirst()
                .orElseThrow(Problem::notFound);
        if (!action.stands()) {
            throw Problem.of(ProblemCode.STATE_CONFLICT, "WITHDRAWN", "DONE");
        }
        actions.done(actionId, done ? today.date() : null, done ? actor.personId() : null);
        log.portfolio(actor, outcome.programmeId(), Action.CHANGE, "COLLEGIUM_ACTION", actionId);
        return seenBy(actor, outcome);
    }

    private static List<OutcomeContent.Decided> standing(List<ActionRow> rows) {
        return rows.stream()
                .filter(ActionRow::stands)
                .map(OutcomeActions::decided)
                .toList();
    }

    /**
     * Where activities of a doctor's plan (IUP) come from: the outcome by activity; nothing for whom outcomes are not.
     */
    @Transactional
    public Map<Long, Long> origins(Actor actor, long programmeId) {
        if (!access.mayReadOutcomes(actor, programmeId)) {
            return Map.of();
        }
        return actions.origins(programmeId).stream()
                .collect(Collectors.toMap(
                        ActionRepository.OriginRow::itemId, ActionRepository.OriginRow::outcomeId, (a, b) -> a));
    }

    /** The outcome that an activity of a plan comes from is told by its note; its text is for fewer people. */
    private OutcomeRow readable(Actor actor, long outcomeId) {
        OutcomeRow outcome = outcomes.findById(outcomeId).orElseThrow(Problem::notFound);
        access.requireReadOutcomes(actor, outcome.programmeId());
        if (meeting(outcome).state() != CollegiumState.CLOSED) {
            throw Problem.notFound();
        }
        return outcome;
    }

    private CollegiumRow meeting(OutcomeRow outcome) {
        return collegia.findById(outcome.collegiumId()).orElseThrow(Problem::notFound);
    }

    private CollegiumOutcome seenBy(Actor actor, OutcomeRow outcome) {
        CollegiumRow row = meeting(outcome);
        Long closedBy = row.closedBy();
        List<ActionRow> rows = actions.of(outcome.id());
        List<CollegiumOutcome.Version> versions = new ArrayList<>();
        outcomes.versions(outcome.id())
                .forEach(v -> versions.add(new CollegiumOutcome.Version(
                        v.number(), json.content(v.content()), v.reason(), v.writtenBy(), v.writtenAt())));
        return new CollegiumOutcome(
                outcome.id(),
                row.id(),
                outcome.programmeId(),
                programmes.facts(outcome.programmeId()).personName(),
                row.clinicId(),
                reader.clinicName(row),
                row.meetsOn(),
                closedBy == null ? null : collegia.personName(closedBy).orElse(null),
                reader.competences(row),
                new OutcomeContent(
                        outcome.judgement(),
                        json.levels(outcome.levels()),
                        outcome.strengths(),
                        outcome.development(),
                        standing(rows)),
                rows.stream().map(OutcomeActions::seen).toList(),
                versions,
                specialists.conflicts(row.id()).stream()
                        .filter(conflict -> conflict.programmeId() == outcome.programmeId())
                        .map(SpecialistRepository.ConflictRow::name)
                        .toList(),
                outcomes.talk(outcome.id())
                        .map(t -> new CollegiumOutcome.Talk(
                                t.state().equals("HELD"), t.heldOn(), t.startsAt(), t.place()))
                        .orElse(null),
                access.mayReviseOutcome(actor, row.clinicId(), outcome.programmeId()),
                access.mayRecordFeedbackTalk(actor, outcome.programmeId()),
                access.mayReadOutcomes(actor, outcome.programmeId()),
                outcome.version());
    }
}
