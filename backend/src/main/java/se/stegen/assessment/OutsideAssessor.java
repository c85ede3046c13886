package se.stegen.assessment;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import se.stegen.access.AccessLog;
import se.stegen.access.AccessLog.Action;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Texts;
import se.stegen.common.Today;
import se.stegen.instrument.Templates;
import se.stegen.programme.ProgrammeChanges;
import se.stegen.proof.SignatureKind;
import se.stegen.proof.Signatures;
import se.stegen.signing.RecordAction;
import se.stegen.signing.RecordFlow;
import se.stegen.signing.RecordKind;
import se.stegen.signing.RecordParty;
import se.stegen.signing.RecordState;
import se.stegen.signing.SigningMethod;
import se.stegen.signing.StateHistory;

/**
 * What somebody without account does with an assessment once a link has let that one in. The caller ({@code
 * se.stegen.invitation}) has checked the link; here the address must still be the one that is asked, and the state machine
 * decides as for everybody.
 */
@Singleton
public class OutsideAssessor {
    private static final String KIND = RecordKind.ASSESSMENT.name();
    private static final Set<RecordParty> SIGNER = EnumSet.of(RecordParty.SIGNER);
    private static final int LONGEST_NOTE = 500;

    private final AssessmentReader reader;
    private final AssessmentQuery assessments;
    private final OutsideQuery outside;
    private final Templates templates;
    private final Answers answers;
    private final StateHistory history;
    private final ProgrammeChanges changes;
    private final Signatures signatures;
    private final AccessLog log;
    private final Today today;

    OutsideAssessor(
            AssessmentReader reader,
            AssessmentQuery assessments,
            OutsideQuery outside,
            Templates templates,
            Answers answers,
            StateHistory history,
            ProgrammeChanges changes,
            Signatures signatures,
            AccessLog log,
            Today today) {
        this.reader = reader;
        this.assessments = assessments;
        this.outside = outside;
        this.templates = templates;
        this.answers = answers;
        this.history = history;
        this.changes = changes;
        this.signatures = signatures;
        this.log = log;
        this.today = today;
    }

    /**
     * The request as the one at the address sees it, with the answer so far.
     *
     * @throws Problem {@code LINK_INVALID} where somebody else is asked by now, or it waits for nobody
     */
    @Transactional
    public Assessment look(String email, long id) {
        AssessmentDetail detail = open(email, id);
        return reader.seenOutside(detail, outside.answer(id, email));
    }

    /** Lets the caller's transaction be the only one that changes the assessment until it ends. */
    @Transactional
    public void hold(long id) {
        reader.hold(id);
    }

    /** The details so far; else those of the latest signed answer from the address. */
    @Transactional
    public Optional<AssessorDetails> details(String email, long id) {
        return outside.details(id, email)
                .filter(written -> !written.name().isEmpty() || !written.title().isEmpty())
                .or(() -> outside.lastDetails(email));
    }

    /**
     * Keeps the answer as it is being written; gives when, UTC. The caller holds the assessment.
     *
     * @param seen when what the screen builds on was saved
     * @throws Problem {@code STALE_VERSION} where it was saved elsewhere since
     */
    @Transactional
    public LocalDateTime save(
            String email, long id, AssessorDetails who, AssessmentAnswer answer, @Nullable LocalDateTime seen) {
        DraftRow.requireSeen(outside.answer(id, email), seen);
        return save(email, id, who, answer);
    }

    /** The same whatever was saved elsewhere. */
    @Transactional
    public LocalDateTime save(String email, long id, AssessorDetails who, AssessmentAnswer answer) {
        AssessmentDetail detail = open(email, id);
        Answers.Checked checked = answers.draft(templates.get(detail.templateId()), answer);
        AssessorDetails written = who.draft();
        var now = today.utc();
        outside.save(
                id,
                email,
                written.name(),
                written.title(),
                written.workplace(),
                written.specialty(),
                checked.answers(),
                checked.overall(),
                checked.doMore(),
                checked.workOn(),
                now);
        return now;
    }

    /** Signs in the own name, without sign-in; it counts once the main supervisor has confirmed it. */
    @Transactional
    public Assessment sign(String email, long id, AssessorDetails who, AssessmentAnswer answer) {
        AssessmentDetail detail = open(email, id);
        RecordFlow.require(RecordKind.ASSESSMENT, detail.state(), RecordAction.SIGN, SIGNER);
        AssessorDetails signer = who.complete();
        Answers.Checked checked = answers.complete(templates.get(detail.templateId()), answer);
        int signed = outside.sign(
                id,
                detail.version(),
                email,
                signer.name(),
                signer.title(),
                signer.workplace(),
                signer.specialty(),
                checked.answers(),
                checked.overall(),
                checked.doMore(),
                checked.workOn(),
                SigningMethod.LINK.name(),
                today.utc());
        if (signed == 0) {
            throw Problem.of(ProblemCode.STATE_CONFLICT, detail.state().name(), RecordState.SIGNED.name());
        }
        outside.clear(id);
        history.addWithoutAccount(signer.name(), RecordKind.ASSESSMENT, id, detail.state(), RecordState.SIGNED, null);
        log.portfolioWithoutAccount(detail.programmeId(), Action.SIGN, KIND, id);
        changes.shown(detail.programmeId());
        signatures.add(SignatureKind.ASSESSMENT, id);
        return reader.seenOutside(reader.require(id), Optional.empty());
    }

    /** Declines, with a reason. */
    @Transactional
    public void decline(String email, long id, String name, @Nullable String reason) {
        AssessmentDetail detail = open(email, id);
        RecordState to = RecordFlow.require(RecordKind.ASSESSMENT, detail.state(), RecordAction.DECLINE, SIGNER);
        String why = StateHistory.requireReason(reason);
        if (assessments.changeState(id, detail.version(), detail.state().name(), to.name(), today.utc()) == 0) {
            throw Problem.of(ProblemCode.STATE_CONFLICT, detail.state().name(), to.name());
        }
        outside.clear(id);
        history.addWithoutAccount(
                name.isBlank() ? email : Texts.optional("name", name, 200),
                RecordKind.ASSESSMENT,
                id,
                detail.state(),
                to,
                why);
        log.portfolioWithoutAccount(detail.programmeId(), Action.DECLINE, KIND, id);
    }

    /**
     * Hands the request to another address; what was written so far is thrown away.
     *
     * @return the request as it now stands: of somebody with an account where the address is one's
     * @throws Problem {@code INVALID_FIELD}, {@code OWN_RECORD} for the doctor's own address, {@code UNKNOWN_ID} for the
     *     same one
     */
    @Transactional
    public Invitations.Request forward(String email, long id, @Nullable String to, @Nullable String note) {
        AssessmentDetail detail = open(email, id);
        RecordFlow.require(RecordKind.ASSESSMENT, detail.state(), RecordAction.FORWARD, SIGNER);
        String address = Texts.email("email", to);
        String words = Texts.optional("note", note, LONGEST_NOTE);
        Long person = assessments.personByEmail(address).orElse(null);
        if (person != null && person == detail.doctorId()) {
            throw Problem.field("email", ProblemCode.OWN_RECORD);
        }
        if (address.equalsIgnoreCase(email)) {
            throw Problem.field("email", ProblemCode.UNKNOWN_ID);
        }
        int forwarded = assessments.forward(id, detail.version(), person, person == null ? address : null, today.utc());
        if (forwarded == 0) {
            throw Problem.of(ProblemCode.STALE_VERSION);
        }
        outside.clear(id);
        AssessmentDetail next = reader.require(id);
        String line = "\u2192 " + next.assessorName();
        history.addWithoutAccount(
                email,
                RecordKind.ASSESSMENT,
                id,
                RecordState.SENT,
                RecordState.SENT,
                words.isEmpty() ? line : line + ": " + words);
        log.portfolioWithoutAccount(detail.programmeId(), Action.FORWARD, KIND, id);
        return reader.invitation(next);
    }

    private AssessmentDetail open(String email, long id) {
        AssessmentDetail detail = reader.require(id);
        if (detail.state() != RecordState.SENT || !email.equals(detail.assessorEmail())) {
            throw Problem.of(ProblemCode.LINK_INVALID);
        }
        return detail;
    }
}
