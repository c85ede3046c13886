package se.stegen.assessment;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import se.stegen.access.Actor;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;
import se.stegen.signing.RecordAction;
import se.stegen.signing.RecordKind;
import se.stegen.signing.RecordState;
import se.stegen.signing.StateHistory;

/** Writes steps that the state machine allowed, each once and with its row in the history. */
@Singleton
class AssessmentStates {
    private final AssessmentQuery assessments;
    private final StateHistory history;
    private final OutsideQuery outside;
    private final Invitations invitations;
    private final Today today;

    AssessmentStates(
            AssessmentQuery assessments,
            StateHistory history,
            OutsideQuery outside,
            Invitations invitations,
            Today today) {
        this.assessments = assessments;
        this.history = history;
        this.outside = outside;
        this.invitations = invitations;
        this.today = today;
    }

    /** Takes a step; {@code STATE_CONFLICT} where somebody else was a moment earlier. */
    void step(Actor actor, AssessmentDetail detail, RecordAction action, @Nullable String reason) {
        if (!tryStep(actor, detail, action, reason)) {
            throw Problem.of(
                    ProblemCode.STATE_CONFLICT,
                    detail.state().name(),
                    action.target(detail.state()).name());
        }
    }

    /** Takes a step of an actor, or of the clock (null); false where somebody else was a moment earlier. */
    boolean tryStep(@Nullable Actor actor, AssessmentDetail detail, RecordAction action, @Nullable String reason) {
        RecordState to = action.target(detail.state());
        boolean changed = assessments.changeState(
                        detail.id(), detail.version(), detail.state().name(), to.name(), today.utc())
                == 1;
        if (changed) {
            history.add(actor, RecordKind.ASSESSMENT, detail.id(), detail.state(), to, reason);
        }
        return changed;
    }

    /** What the former assessor wrote so far, and the way to go on with it, are gone. */
    void forget(long id, Invitations.Closed why) {
        assessments.clearDrafts(id);
        outside.clear(id);
        invitations.close(id, why);
    }
}
