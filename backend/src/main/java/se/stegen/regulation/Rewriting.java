package se.stegen.regulation;

import jakarta.inject.Singleton;
import java.time.LocalDateTime;
import se.stegen.access.Actor;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;
import se.stegen.iup.IupState;
import se.stegen.signing.RecordKind;
import se.stegen.signing.StateHistory;

/** Carries a mapping into what is still being written; inside the transaction of the change. */
@Singleton
class Rewriting {
    private final RewriteRepository rows;
    private final StateHistory history;
    private final Today today;

    Rewriting(RewriteRepository rows, StateHistory history, Today today) {
        this.rows = rows;
        this.history = history;
        this.today = today;
    }

    /** Nobody changes a plan that waits for approval: {@code PLAN_IS_SENT}. */
    void requireOpenPlan(long programmeId) {
        if (rows.planState(programmeId).filter(IupState.SENT.name()::equals).isPresent()) {
            throw Problem.of(ProblemCode.PLAN_IS_SENT);
        }
    }

    void rewrite(Actor actor, long programmeId, long before, long after) {
        LocalDateTime now = today.utc();
        rows.planState(programmeId).map(IupState::valueOf).ifPresent(state -> {
            IupState next = state == IupState.APPROVED ? IupState.DRAFT : state;
            rows.planChanged(programmeId, next.name(), now);
            if (next != state) {
                history.add(actor, RecordKind.IUP, programmeId, state, next, null);
            }
        });
        rows.touchItems(programmeId, before, after, now);
        rows.linkItems(programmeId);
        rows.unlinkItems(programmeId, before, after);
        rows.touchPlacements(programmeId, before, after);
        rows.linkPlacements(programmeId);
        rows.unlinkPlacements(programmeId, before, after);
        rows.touchSupervisions(programmeId, before, after);
        rows.newSupervisions(programmeId).forEach(link -> rows.linkSupervision(link.recordId(), link.goalCode()));
        rows.unlinkSupervisions(programmeId, before, after);
        rows.touchAssessments(programmeId, before, after);
        rows.newAssessments(programmeId).forEach(link -> rows.linkAssessment(link.recordId(), link.goalCode()));
        rows.unlinkAssessments(programmeId, before, after);
    }
}
