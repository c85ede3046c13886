package se.stegen.assessment;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import se.stegen.access.AccessLog;
import se.stegen.access.AccessLog.Action;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;
import se.stegen.programme.ProgrammeChanges;
import se.stegen.proof.SignatureKind;
import se.stegen.proof.Signatures;
import se.stegen.signing.RecordAction;
import se.stegen.signing.RecordKind;
import se.stegen.signing.RecordState;
import se.stegen.signing.SigningMethod;
import se.stegen.signing.StateHistory;

/** What follows on a request: reminding the one who was asked, and confirming an answer given without sign-in. */
@Singleton
public class FollowUpService {
    private static final String KIND = RecordKind.ASSESSMENT.name();

    private final AccessPolicy access;
    private final AssessmentReader reader;
    private final FollowUpQuery followUps;
    private final Invitations invitations;
    private final ProgrammeChanges changes;
    private final Signatures signatures;
    private final AccessLog log;
    private final Today today;

    FollowUpService(
            AccessPolicy access,
            AssessmentReader reader,
            FollowUpQuery followUps,
            Invitations invitations,
            ProgrammeChanges changes,
            Signatures signatures,
            AccessLog log,
            Today today) {
        this.access = access;
        this.reader = reader;
        this.followUps = followUps;
        this.invitations = invitations;
        this.changes = changes;
        this.signatures = signatures;
        this.log = log;
        this.today = today;
    }

    /**
     * The doctor reminds the assessor by mail, at most once a day for a request. Somebody without account gets a new link;
     * the former ones work on.
     *
     * @throws Problem {@code REMINDED_TODAY}, {@code STATE_CONFLICT}
     */
    @Transactional
    public Assessment remind(Actor actor, long id) {
        AssessmentDetail detail = reader.heldFor(actor, id, RecordAction.REMIND);
        if (followUps.remind(id, today.date(), actor.personId(), today.utc()) == 0) {
            throw Problem.of(ProblemCode.REMINDED_TODAY);
        }
        Long assessor = detail.assessorId();
        if (assessor == null) {
            invitations.ask(actor, reader.invitation(detail), Invitations.Reason.REMINDED);
        } else {
            invitations.remind(actor, reader.invitation(detail), assessor);
        }
        log.portfolio(actor, detail.programmeId(), Action.REMIND, KIND, id);
        return reader.seenBy(actor, detail);
    }

    /**
     * The main supervisor confirms that the one who answered without sign-in is who that one says to be; from then on it
     * counts.
     *
     * @throws Problem {@code STATE_CONFLICT} where there is nothing to confirm
     */
    @Transactional
    public Assessment confirm(Actor actor, long id) {
        AssessmentDetail detail = unconfirmed(actor, id);
        if (followUps.confirm(id, actor.personId(), today.utc()) == 0) {
            throw notToConfirm(detail);
        }
        signatures.add(SignatureKind.ASSESSMENT_CONFIRMATION, id);
        log.portfolio(actor, detail.programmeId(), Action.CONFIRM, KIND, id);
        changes.changed(detail.programmeId(), today.date());
        return reader.seenBy(actor, reader.require(id));
    }

    /**
     * The main supervisor reports to the studierektor that it may have been somebody else; it does not count.
     *
     * @param reason what speaks for it; required
     */
    @Transactional
    public Assessment report(Actor actor, long id, @Nullable String reason) {
        AssessmentDetail detail = unconfirmed(actor, id);
        invitations.report(detail.id(), actor.name() + ": " + StateHistory.requireReason(reason));
        log.portfolio(actor, detail.programmeId(), Action.CHANGE, KIND, id);
        return reader.seenBy(actor, detail);
    }

    private AssessmentDetail unconfirmed(Actor actor, long id) {
        AssessmentDetail detail = reader.readable(actor, id);
        access.requireConfirm(actor, detail.programmeId());
        if (detail.state() != RecordState.SIGNED || detail.signingMethod() != SigningMethod.LINK) {
            throw notToConfirm(detail);
        }
        return detail;
    }

    private static Problem notToConfirm(AssessmentDetail detail) {
        return Problem.of(
                ProblemCode.STATE_CONFLICT,
                detail.state().name(),
                detail.state().name());
    }
}
