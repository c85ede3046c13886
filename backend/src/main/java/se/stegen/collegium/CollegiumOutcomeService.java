package se.stegen.collegium;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.stegen.access.AccessLog;
import se.stegen.access.AccessLog.Action;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.collegium.CollegiumRepository.TraineeRow;
import se.stegen.common.Messages;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Texts;
import se.stegen.common.Today;
import se.stegen.common.Versions;
import se.stegen.programme.ProgrammeChanges;
import se.stegen.signing.StateHistory;

/** In the meeting: outcomes are drafted, doctors are taken off, and the clinic head validates it all (fastställer). */
@Singleton
public class CollegiumOutcomeService {
    static final String KIND = "COLLEGIUM_OUTCOME";

    private static final int LONGEST_OFF = 500;

    private final AccessPolicy access;
    private final AccessLog log;
    private final CollegiumRepository collegia;
    private final OutcomeRepository outcomes;
    private final ActionRepository actions;
    private final CollegiumReader reader;
    private final CollegiumJson json;
    private final OutcomeActions decided;
    private final ProgrammeChanges changes;
    private final Today today;

    CollegiumOutcomeService(
            AccessPolicy access,
            AccessLog log,
            CollegiumRepository collegia,
            OutcomeRepository outcomes,
            ActionRepository actions,
            CollegiumReader reader,
            CollegiumJson json,
            OutcomeActions decided,
            ProgrammeChanges changes,
            Today today) {
        this.access = access;
        this.log = log;
        this.collegia = collegia;
        this.outcomes = outcomes;
        this.actions = actions;
        this.reader = reader;
        this.json = json;
        this.decided = decided;
        this.changes = changes;
        this.today = today;
    }

    /**
     * Keeps the draft of an outcome; the first makes it.
     *
     * @param version the draft's as it was read, 0 where there was none; null does not ask
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}; {@code STATE_CONFLICT} once it is closed;
     *     {@code UNKNOWN_ID} for a doctor who is not on the list; {@code CONFLICT_OF_INTEREST}; {@code DOCTOR_ELSEWHERE}
     *     for one who has left the clinic by the meeting's day; {@code STALE_VERSION}; {@code UNKNOWN_CODE},
     *     {@code TOO_LONG}, {@code REQUIRED} on its fields
     */
    @Transactional
    public Collegium.Draft save(Actor actor, long id, long programmeId, @Nullable Integer version, OutcomeData data) {
        CollegiumRow row = reader.locked(actor, id);
        CollegiumReader.requirePlanned(row);
        TraineeRow trainee = reader.trainee(actor, row, programmeId, "traineeId");
        if (!CollegiumReader.isHere(row, trainee)) {
            throw Problem.field("traineeId", ProblemCode.DOCTOR_ELSEWHERE);
        }
        String judgement =
                CollegiumRules.judgement(data.judgement()).map(Enum::name).orElse(null);
        String levels = json.write(CollegiumRules.levels(reader.competences(row), data.levels()));
        String strengths = Texts.optional("strengths", data.strengths(), Texts.LONG);
        String development = Texts.optional("development", data.development(), Texts.LONG);
        List<Collegium.Action> wanted = CollegiumRules.actions(data.actions());
        Optional<OutcomeRow> before = outcomes.find(id, programmeId);
        Versions.requireSame(before.map(OutcomeRow::version).orElse(0), version);
        long outcomeId = before.map(OutcomeRow::id)
                .orElseGet(() -> outcomes.save(new OutcomeRow(
                                0, id, programmeId, null, "{}", "", "", today.utc(), actor.personId(), null, 0))
                        .id());
        outcomes.change(outcomeId, judgement, levels, strengths, development, today.utc(), actor.personId());
        if (!actions.of(outcomeId).stream()
                .map(CollegiumReader::action)
                .toList()
                .equals(wanted)) {
            actions.clear(outcomeId);
            wanted.forEach(action -> actions.save(OutcomeActions.row(outcomeId, action)));
        }
        log.portfolio(actor, programmeId, Action.CHANGE, KIND, outcomeId);
        OutcomeRow now = outcomes.findById(outcomeId).orElseThrow(Problem::notFound);
        return new Collegium.Draft(
                outcomeId,
                now.judgement(),
                json.levels(levels),
                strengths,
                development,
                wanted,
                actor.name(),
                now.updatedAt(),
                now.version());
    }

    /**
     * Bordlagd: a doctor is taken off the list with a reason; null puts the doctor back. A draft is kept until the
     * meeting is closed.
     *
     * @throws Problem as {@link #save}, {@code REASON_REQUIRED} where it is blank, {@code TOO_LONG}
     */
    @Transactional
    public Collegium takeOff(Actor actor, long id, long programmeId, @Nullable String reason) {
        CollegiumRow row = reader.locked(actor, id);
        CollegiumReader.requirePlanned(row);
        reader.trainee(actor, row, programmeId, "traineeId");
        String words = null;
        if (reason != null) {
            words = StateHistory.requireReason(Texts.optional("reason", reason, LONGEST_OFF));
        }
        collegia.takeOff(id, programmeId, words);
        log.portfolio(actor, programmeId, Action.CHANGE, CollegiumService.KIND, id);
        return reader.seenBy(actor, row);
    }

    /**
     * The clinic head validates the outcomes: each becomes its first version, its actions stand in the doctor's plan, and
     * it counts. Who has left the clinic by the meeting's day is taken off.
     *
     * @param version the meeting's; null does not ask
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}, {@code STALE_VERSION}, {@code STATE_CONFLICT};
     *     {@code NOT_YET_HELD} before its day; {@code OUTCOMES_MISSING}; {@code OUTSIDE_PROGRAMME} for an action that is
     *     due when the programme is over
     */
    @Transactional
    public Collegium close(Actor actor, long id, @Nullable Integer version) {
        CollegiumRow row = reader.locked(actor, id);
        access.requireCloseCollegium(actor, row.clinicId());
        Versions.requireSame(row.version(), version);
        if (row.state() != CollegiumState.PLANNED) {
            throw Problem.of(ProblemCode.STATE_CONFLICT, row.state().name(), CollegiumState.CLOSED.name());
        }
        if (row.meetsOn().isAfter(today.date())) {
            throw Problem.field("date", ProblemCode.NOT_YET_HELD);
        }
        List<TraineeRow> trainees = collegia.trainees(id, row.meetsOn());
        Map<Long, OutcomeRow> drafts = new HashMap<>();
        outcomes.of(id).forEach(draft -> drafts.put(draft.programmeId(), draft));
        requireComplete(row, trainees, drafts);
        for (TraineeRow trainee : trainees) {
            OutcomeRow draft = drafts.get(trainee.programmeId());
            boolean here = CollegiumReader.isHere(row, trainee);
            if (!here && trainee.offReason() == null) {
                collegia.takeOff(id, trainee.programmeId(), Messages.get(Messages.SWEDISH, "collegium.off.moved"));
            }
            if (draft != null && (!here || trainee.offReason() != null)) {
                actions.clear(draft.id());
                outcomes.remove(draft.id());
            } else if (draft != null) {
                validate(actor, row, draft);
            }
        }
        collegia.close(id, actor.personId(), today.utc());
        log.scope(actor, Action.SIGN, CollegiumService.KIND, id, "clinic " + row.clinicId());
        return reader.seenBy(actor, reader.kept(actor, id));
    }

    private static void requireComplete(CollegiumRow row, List<TraineeRow> trainees, Map<Long, OutcomeRow> drafts) {
        String missing = String.join(
                ", ",
                trainees.stream()
                        .filter(one -> one.offReason() == null && CollegiumReader.isHere(row, one))
                        .filter(one -> {
                            OutcomeRow draft = drafts.get(one.programmeId());
                            return draft == null || draft.judgement() == null;
                        })
                        .map(TraineeRow::name)
                        .toList());
        if (!missing.isEmpty()) {
            throw Problem.of(ProblemCode.OUTCOMES_MISSING, missing);
        }
    }

    private void validate(Actor actor, CollegiumRow row, OutcomeRow draft) {
        List<ActionRow> wanted = actions.of(draft.id());
        OutcomeContent content = new OutcomeContent(
                draft.judgement(),
                json.levels(draft.levels()),
                draft.strengths(),
                draft.development(),
                wanted.stream().map(OutcomeActions::decided).toList());
        outcomes.addVersion(draft.id(), 1, json.write(content), "", actor.personId(), today.utc());
        decided.intoPlan(actor, row, draft.programmeId(), wanted);
        log.portfolio(actor, draft.programmeId(), Action.SIGN, KIND, draft.id());
        changes.changed(draft.programmeId(), row.meetsOn());
    }
}
