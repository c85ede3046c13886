package se.stegen.assessment;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Objects;
import se.stegen.access.Actor;
import se.stegen.access.signin.PinService;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;
import se.stegen.common.Versions;
import se.stegen.instrument.Templates;
import se.stegen.signing.RecordAction;
import se.stegen.signing.RecordFlow;
import se.stegen.signing.RecordKind;
import se.stegen.signing.RecordParty;
import se.stegen.signing.RecordState;
import se.stegen.signing.SigningMethod;

/**
 * Together on the doctor's device: both see the form, the assessor signs with an own PIN. What is written so far is kept
 * with the doctor, whose device it is; the signature, the log and the history name the assessor.
 */
@Singleton
public class TogetherService {
    private static final AssessmentAnswer NOTHING = new AssessmentAnswer(Map.of(), null, null, null);

    private final AssessmentReader reader;
    private final AssessmentQuery assessments;
    private final AssessmentStates states;
    private final AssessorService assessors;
    private final Templates templates;
    private final Answers answers;
    private final PinService pins;
    private final Today today;

    TogetherService(
            AssessmentReader reader,
            AssessmentQuery assessments,
            AssessmentStates states,
            AssessorService assessors,
            Templates templates,
            Answers answers,
            PinService pins,
            Today today) {
        this.reader = reader;
        this.assessments = assessments;
        this.states = states;
        this.assessors = assessors;
        this.templates = templates;
        this.answers = answers;
        this.pins = pins;
        this.today = today;
    }

    /**
     * What was written together so far.
     *
     * @param savedAt UTC; null where nothing was
     */
    public record Draft(AssessmentAnswer answer, @Nullable LocalDateTime savedAt) {}

    /** What was written together so far; the doctor's own. */
    @Transactional
    public Draft draft(Actor actor, long id) {
        requireOpen(actor, id);
        return assessments
                .draft(id, actor.personId())
                .map(d -> new Draft(answers.read(d.answers(), d.overall(), d.doMore(), d.workOn()), d.savedAt()))
                .orElse(new Draft(NOTHING, null));
    }

    /**
     * Keeps what is being written together; it may be incomplete.
     *
     * @param seen when what the screen builds on was saved; null where nothing was
     * @return when it was saved, UTC
     * @throws Problem {@code STALE_VERSION} where it was saved elsewhere since
     */
    @Transactional
    public LocalDateTime keep(Actor actor, long id, AssessmentAnswer answer, @Nullable LocalDateTime seen) {
        requireOpen(actor, id);
        reader.hold(id);
        AssessmentDetail detail = requireOpen(actor, id);
        DraftRow.requireSeen(assessments.draft(id, actor.personId()), seen);
        Answers.Checked checked = answers.draft(templates.get(detail.templateId()), answer);
        LocalDateTime now = today.utc();
        assessments.saveDraft(
                id, actor.personId(), checked.answers(), checked.overall(), checked.doMore(), checked.workOn(), now);
        return now;
    }

    /**
     * The named assessor signs with the own PIN on the actor's device. A draft is sent with it.
     *
     * @param actor the doctor, who is signed in there and signs nothing
     * @throws Problem {@code PIN_WRONG}, {@code PIN_MISSING}, {@code TOO_MANY_ATTEMPTS}, {@code REQUIRED} where nobody is
     *     named; else as when the assessor signs
     */
    public Assessment sign(Actor actor, long id, @Nullable Integer version, AssessmentAnswer answer, String pin) {
        // The guess is counted before the signing's transaction is open, so that neither waits for the other's
        // connection.
        return signed(actor, id, pins.signer(actor, assessor(actor, id, version, answer), pin), answer);
    }

    /** Who is to sign, where all but the PIN is right. */
    @Transactional
    long assessor(Actor actor, long id, @Nullable Integer version, AssessmentAnswer answer) {
        AssessmentDetail detail = requireOpen(actor, id);
        Versions.requireSame(detail.version(), version);
        Long assessorId = detail.assessorId();
        if (assessorId == null) {
            throw Problem.field("assessorId", ProblemCode.REQUIRED);
        }
        answers.complete(templates.get(detail.templateId()), answer);
        return assessorId;
    }

    @Transactional
    Assessment signed(Actor actor, long id, Actor signer, AssessmentAnswer answer) {
        AssessmentDetail detail = requireOpen(actor, id);
        if (detail.state() != RecordState.SENT) {
            states.step(actor, detail, RecordAction.SEND, null);
            detail = reader.require(id);
        }
        RecordFlow.require(
                RecordKind.ASSESSMENT, detail.state(), RecordAction.SIGN, AssessmentReader.parties(signer, detail));
        assessors.sign(signer, detail, answer, SigningMethod.PIN);
        pins.tell(actor, signer);
        return reader.seenBy(actor, reader.require(id));
    }

    /** The assessment, where it is the actor's own and can still be answered. */
    private AssessmentDetail requireOpen(Actor actor, long id) {
        AssessmentDetail detail = reader.readable(actor, id);
        if (!AssessmentReader.parties(actor, detail).contains(RecordParty.DOCTOR)) {
            throw Problem.forbidden();
        }
        if (!Objects.equals(detail.state(), RecordState.SENT)) {
            RecordFlow.require(
                    RecordKind.ASSESSMENT, detail.state(), RecordAction.SEND, AssessmentReader.parties(actor, detail));
        }
        return detail;
    }
}
