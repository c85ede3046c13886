package se.stegen.placement;

import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;

/** What the plan (IUP) asks before an activity goes, after it has asked the policy; hence without an actor. */
@Singleton
public class EvaluationFacts {
    private final EvaluationRepository evaluations;

    EvaluationFacts(EvaluationRepository evaluations) {
        this.evaluations = evaluations;
    }

    /** Whether the doctor has evaluated the course: it is then no longer removed from the plan. */
    @ReadOnly
    public boolean isEvaluated(long itemId) {
        return evaluations.courseEvaluated(itemId);
    }
}
