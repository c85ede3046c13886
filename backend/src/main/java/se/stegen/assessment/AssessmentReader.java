package se.stegen.assessment;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.access.PortfolioAccess;
import se.stegen.common.Problem;
import se.stegen.common.Texts;
import se.stegen.common.Today;
import se.stegen.instrument.Templates;
import se.stegen.signing.RecordAction;
import se.stegen.signing.RecordFlow;
import se.stegen.signing.RecordKind;
import se.stegen.signing.RecordParty;
import se.stegen.signing.RecordState;
import se.stegen.signing.SigningMethod;
import se.stegen.signing.StateHistory;

/** Reads assessments for the services around them: who is what to one, and how much of it an actor sees. */
@Singleton
class AssessmentReader {
    private static final AssessmentAnswer NO_ANSWER = new AssessmentAnswer(Map.of(), null, null, null);

    private final AccessPolicy access;
    private final AssessmentQuery assessments;
    private final Templates templates;
    private final Answers answers;
    private final StateHistory history;
    private final FollowUpQuery followUps;
    private final Today today;

    AssessmentReader(
            AccessPolicy access,
            AssessmentQuery assessments,
            Templates templates,
            Answers answers,
            StateHistory history,
            FollowUpQuery followUps,
            Today today) {
        this.access = access;
        this.assessments = assessments;
        this.templates = templates;
        this.answers = answers;
        this.history = history;
        this.followUps = followUps;
        this.today = today;
    }

    /** The assessment, for a caller who has been let in already. */
    AssessmentDetail require(long id) {
        return assessments.find(id).orElseThrow(Problem::notFound);
    }

    /**
     * Locks the assessment's row until the transaction ends. Whoever changes rows around an assessment (links, codes,
     * drafts, reminders) takes this lock first: one order, hence no deadlock.
     */
    void hold(long id) {
        if (assessments.hold(id).isEmpty()) {
            throw Problem.notFound();
        }
    }

    /** The assessment, where the actor may read it: by the portfolio, or because the actor was asked. */
    AssessmentDetail readable(Actor actor, long id) {
        AssessmentDetail detail = require(id);
        boolean asked = isAssessor(actor, detail)
                && (detail.state() != RecordState.DRAFT || detail.createdBy() == actor.personId());
        if (asked) {
            return detail;
        }
        PortfolioAccess held = access.portfolioAccess(actor, detail.programmeId());
        boolean signed = detail.state() == RecordState.SIGNED || detail.state() == RecordState.VOIDED;
        if (held.compareTo(signed ? PortfolioAccess.SIGNED : PortfolioAccess.ALL) < 0) {
            throw Problem.notFound();
        }
        return detail;
    }

    /**
     * The assessment, where the actor may do this with it now.
     *
     * @throws Problem {@code NOT_FOUND}, {@code FORBIDDEN}, {@code STATE_CONFLICT}
     */
    AssessmentDetail requireFor(Actor actor, long id, RecordAction action) {
        AssessmentDetail detail = readable(actor, id);
        require(actor, detail, action);
        return detail;
    }

    /**
     * The same for one that was just read.
     *
     * @throws Problem {@code FORBIDDEN}, {@code STATE_CONFLICT}
     */
    void require(Actor actor, AssessmentDetail detail, RecordAction action) {
        RecordFlow.require(RecordKind.ASSESSMENT, detail.state(), action, partiesNow(actor, detail));
    }

    /** As {@link #requireFor}, with the row locked; read again after waiting for the lock. */
    AssessmentDetail heldFor(Actor actor, long id, RecordAction action) {
        requireFor(actor, id, action);
        hold(id);
        return requireFor(actor, id, action);
    }

    /** What the actor is to the assessment. */
    static Set<RecordParty> parties(Actor actor, AssessmentDetail detail) {
        Set<RecordParty> parties = EnumSet.noneOf(RecordParty.class);
        if (actor.personId() == detail.doctorId()) {
            parties.add(RecordParty.DOCTOR);
        } else if (isAssessor(actor, detail)) {
            parties.add(RecordParty.SIGNER);
            if (detail.createdBy() == actor.personId()) {
                parties.add(RecordParty.STARTER);
            }
        }
        return parties;
    }

    /** The same, with what the actor is by a relation of today. */
    private Set<RecordParty> partiesNow(Actor actor, AssessmentDetail detail) {
        Set<RecordParty> parties = parties(actor, detail);
        if (detail.signingMethod() == SigningMethod.LINK && access.mayConfirm(actor, detail.programmeId())) {
            parties.add(RecordParty.CONFIRMER);
        }
        return parties;
    }

    private static boolean isAssessor(Actor actor, AssessmentDetail detail) {
        Long assessor = detail.assessorId();
        return assessor != null && assessor == actor.personId();
    }

    /** The assessment as the actor may see it. */
    Assessment seenBy(Actor actor, AssessmentDetail d) {
        Set<RecordParty> parties = partiesNow(actor, d);
        boolean ended = d.state() == RecordState.SIGNED || d.state() == RecordState.VOIDED;
        Optional<DraftRow> draft = parties.contains(RecordParty.SIGNER) && !ended
                ? assessments.draft(d.id(), actor.personId())
                : Optional.empty();
        boolean outside = d.signingMethod() == SigningMethod.LINK;
        Optional<LocalDateTime> reminded = followUps.remindedAt(d.id());
        Optional<Confirmation> confirmation = outside ? followUps.confirmation(d.id()) : Optional.empty();
        boolean mayConfirm = d.state() == RecordState.SIGNED
                && outside
                && confirmation.isEmpty()
                && parties.contains(RecordParty.CONFIRMER);
        boolean mayRemind = may(d, RecordAction.REMIND, parties)
                && reminded.map(Today::dayOf).filter(today.date()::equals).isEmpty();
        return as(
                d,
                draft,
                parties,
                outside ? followUps.details(d.id()).orElse(null) : null,
                confirmation,
                reminded,
                mayRemind,
                mayConfirm);
    }

    /** The request as the one without account sees it who was let in by a link: no history, nothing of the portfolio. */
    Assessment seenOutside(AssessmentDetail d, Optional<DraftRow> draft) {
        return as(d, draft, EnumSet.of(RecordParty.SIGNER), null, Optional.empty(), Optional.empty(), false, false);
    }

    /** What somebody without account is asked. */
    Invitations.Request invitation(AssessmentDetail d) {
        LocalDateTime sent = d.sentAt();
        String email = d.assessorEmail();
        return new Invitations.Request(
                d.id(),
                email == null ? "" : email,
                d.doctorId(),
                d.doctorName(),
                templates.get(d.templateId()).name(),
                d.observedOn(),
                (sent == null ? today.utc() : sent).plusDays(AssessmentService.EXPIRY_DAYS));
    }

    private Assessment as(
            AssessmentDetail d,
            Optional<DraftRow> draft,
            Set<RecordParty> parties,
            @Nullable AssessorDetails outside,
            Optional<Confirmation> confirmation,
            Optional<LocalDateTime> reminded,
            boolean mayRemind,
            boolean mayConfirm) {
        AssessmentAnswer answer = draft.map(w -> answers.read(w.answers(), w.overall(), w.doMore(), w.workOn()))
                .orElseGet(() -> d.signedAt() == null
                        ? NO_ANSWER
                        : answers.read(d.answers(), d.overall(), d.doMore(), d.workOn()));
        return new Assessment(
                d.id(),
                d.programmeId(),
                d.doctorId(),
                d.doctorName(),
                d.specialtyName(),
                d.assessorId(),
                d.assessorName(),
                d.assessorEmail(),
                templates.get(d.templateId()),
                d.observedOn(),
                assessments.goals(d.id()),
                Texts.split(d.competences()),
                d.context(),
                answer.answers(),
                answer.overall(),
                Texts.optional("doMore", answer.doMore(), Integer.MAX_VALUE),
                Texts.optional("workOn", answer.workOn(), Integer.MAX_VALUE),
                d.state(),
                draft.map(DraftRow::savedAt).orElse(d.updatedAt()),
                d.sentAt(),
                d.signedAt(),
                d.signingMethod(),
                d.version(),
                history.of(RecordKind.ASSESSMENT, d.id()),
                may(d, RecordAction.EDIT, parties),
                may(d, RecordAction.SEND, parties),
                may(d, RecordAction.SIGN, parties)
                        || (d.state() == RecordState.DRAFT && parties.contains(RecordParty.STARTER)),
                may(d, RecordAction.WITHDRAW, parties),
                may(d, RecordAction.FORWARD, parties),
                may(d, RecordAction.ASK_AGAIN, parties),
                may(d, RecordAction.VOID, parties),
                outside,
                confirmation.orElse(null),
                reminded.orElse(null),
                mayRemind,
                mayConfirm);
    }

    private static boolean may(AssessmentDetail detail, RecordAction action, Set<RecordParty> parties) {
        return RecordFlow.allows(RecordKind.ASSESSMENT, detail.state(), action, parties);
    }
}
