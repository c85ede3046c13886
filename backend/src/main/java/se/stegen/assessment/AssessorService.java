package se.stegen.assessment;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDateTime;
import se.stegen.access.AccessLog;
import se.stegen.access.AccessLog.Action;
import se.stegen.access.Actor;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;
import se.stegen.common.Versions;
import se.stegen.instrument.AssessmentTemplate;
import se.stegen.instrument.Templates;
import se.stegen.programme.ProgrammeChanges;
import se.stegen.proof.SignatureKind;
import se.stegen.proof.Signatures;
import se.stegen.signing.RecordAction;
import se.stegen.signing.RecordKind;
import se.stegen.signing.RecordParty;
import se.stegen.signing.RecordState;
import se.stegen.signing.SigningMethod;
import se.stegen.signing.StateHistory;

/**
 * What the one who was asked does with an assessment: writes, signs, declines, returns, voids. An unsigned answer is the
 * assessor's own draft; nobody else reads it.
 */
@Singleton
public class AssessorService {
    private static final String KIND = RecordKind.ASSESSMENT.name();

    private final AssessmentReader reader;
    private final AssessmentQuery assessments;
    private final AssessmentStates states;
    private final Templates templates;
    private final Answers answers;
    private final StateHistory history;
    private final Signatures signatures;
    private final ProgrammeChanges changes;
    private final AccessLog log;
    private final Today today;

    AssessorService(
            AssessmentReader reader,
            AssessmentQuery assessments,
            AssessmentStates states,
            Templates templates,
            Answers answers,
            StateHistory history,
            Signatures signatures,
            ProgrammeChanges changes,
            AccessLog log,
            Today today) {
        this.reader = reader;
        this.assessments = assessments;
        this.states = states;
        this.templates = templates;
        this.answers = answers;
        this.history = history;
        this.signatures = signatures;
        this.changes = changes;
        this.log = log;
        this.today = today;
    }

    /**
     * Keeps the assessor's answer as it is being written; it may be incomplete.
     *
     * @return when it was saved, UTC
     */
    @Transactional
    public LocalDateTime saveAnswer(Actor actor, long id, AssessmentAnswer answer) {
        return keep(actor, reader.heldFor(actor, id, RecordAction.SIGN), answer);
    }

    /**
     * The same from a screen, which knows what it builds on.
     *
     * @param seen when what the screen builds on was saved ({@code updatedAt}, or what the latest save gave)
     * @throws Problem {@code STALE_VERSION} where the answer was saved elsewhere since, in another tab or on another device
     */
    @Transactional
    public LocalDateTime saveAnswer(Actor actor, long id, AssessmentAnswer answer, @Nullable LocalDateTime seen) {
        AssessmentDetail detail = reader.heldFor(actor, id, RecordAction.SIGN);
        DraftRow.requireSeen(assessments.draft(id, actor.personId()), seen);
        return keep(actor, detail, answer);
    }

    private LocalDateTime keep(Actor actor, AssessmentDetail detail, AssessmentAnswer answer) {
        long id = detail.id();
        Answers.Checked checked = answers.draft(templates.get(detail.templateId()), answer);
        LocalDateTime now = today.utc();
        assessments.saveDraft(
                id, actor.personId(), checked.answers(), checked.overall(), checked.doMore(), checked.workOn(), now);
        return now;
    }

    /**
     * The assessor signs; from then on nothing of it changes. What the assessor started unasked is sent with it.
     *
     * @throws Problem {@code REQUIRED} where the form asks for more, {@code UNKNOWN_CODE} for an answer it does not know,
     *     {@code OUT_OF_RANGE}, {@code STATE_CONFLICT}
     */
    @Transactional
    public Assessment sign(Actor actor, long id, @Nullable Integer version, AssessmentAnswer answer) {
        AssessmentDetail detail = reader.readable(actor, id);
        boolean started = AssessmentReader.parties(actor, detail).contains(RecordParty.STARTER);
        if (started && detail.state() == RecordState.DRAFT) {
            Versions.requireSame(detail.version(), version);
            states.step(actor, detail, RecordAction.SEND, null);
            detail = reader.requireFor(actor, id, RecordAction.SIGN);
        } else {
            reader.require(actor, detail, RecordAction.SIGN);
            Versions.requireSame(detail.version(), version);
        }
        sign(actor, detail, answer, SigningMethod.SIGNED_IN);
        return reader.seenBy(actor, reader.require(id));
    }

    /**
     * Signs the answer that the assessor wrote and left; {@code REQUIRED} where there is none, or no judgement in it.
     */
    @Transactional
    public Assessment signKept(Actor actor, long id, @Nullable Integer version) {
        AssessmentDetail detail = reader.requireFor(actor, id, RecordAction.SIGN);
        Versions.requireSame(detail.version(), version);
        AssessmentTemplate form = templates.get(detail.templateId());
        DraftRow kept = assessments
                .draft(id, actor.personId())
                .filter(draft -> draft.overall() != null || form.overall() == null)
                .orElseThrow(() -> Problem.field("overall", ProblemCode.REQUIRED));
        AssessmentAnswer answer = answers.read(kept.answers(), kept.overall(), kept.doMore(), kept.workOn());
        sign(actor, detail, answer.signed(), SigningMethod.SIGNED_IN);
        return reader.seenBy(actor, reader.require(id));
    }

    /** Signs for whoever has been let in to do so: the assessor, known in this way. */
    void sign(Actor signer, AssessmentDetail detail, AssessmentAnswer answer, SigningMethod method) {
        Answers.Checked checked = answers.complete(templates.get(detail.templateId()), answer);
        int signed = assessments.sign(
                detail.id(),
                detail.version(),
                signer.personId(),
                checked.answers(),
                checked.overall(),
                checked.doMore(),
                checked.workOn(),
                method.name(),
                today.utc());
        if (signed == 0) {
            throw Problem.of(ProblemCode.STATE_CONFLICT, detail.state().name(), RecordState.SIGNED.name());
        }
        assessments.clearDrafts(detail.id());
        history.add(signer, RecordKind.ASSESSMENT, detail.id(), detail.state(), RecordState.SIGNED, null);
        log.portfolio(signer, detail.programmeId(), Action.SIGN, KIND, detail.id());
        changes.changed(detail.programmeId(), today.date());
        signatures.add(SignatureKind.ASSESSMENT, detail.id());
    }

    /** The assessor declines, with a reason. */
    @Transactional
    public Assessment decline(Actor actor, long id, @Nullable String reason) {
        AssessmentDetail detail = reader.requireFor(actor, id, RecordAction.DECLINE);
        states.step(actor, detail, RecordAction.DECLINE, StateHistory.requireReason(reason));
        assessments.clearDrafts(id);
        log.portfolio(actor, detail.programmeId(), Action.DECLINE, KIND, id);
        return reader.seenBy(actor, reader.require(id));
    }

    /** The assessor returns the request, with a reason (åter för komplettering); the answer so far is kept. */
    @Transactional
    public Assessment giveBack(Actor actor, long id, @Nullable Integer version, @Nullable String reason) {
        AssessmentDetail detail = reader.requireFor(actor, id, RecordAction.GIVE_BACK);
        Versions.requireSame(detail.version(), version);
        states.step(actor, detail, RecordAction.GIVE_BACK, StateHistory.requireReason(reason));
        log.portfolio(actor, detail.programmeId(), Action.RETURN, KIND, id);
        return reader.seenBy(actor, reader.require(id));
    }

    /**
     * The assessor voids what was signed, with a reason (makulering); the signed answer stays as it is. What was signed
     * without account the main supervisor of that day voids.
     */
    @Transactional
    public Assessment markVoided(Actor actor, long id, @Nullable String reason) {
        AssessmentDetail detail = reader.requireFor(actor, id, RecordAction.VOID);
        history.markVoided(actor, RecordKind.ASSESSMENT, id, StateHistory.requireReason(reason));
        log.portfolio(actor, detail.programmeId(), Action.VOID, KIND, id);
        changes.changed(detail.programmeId());
        return reader.seenBy(actor, reader.require(id));
    }
}
