package se.stegen.selfevaluation;

/** Where a self-evaluation stands. */
public enum SelfEvaluationState {
    /** Being worked on, with today's figures. */
    OPEN,
    /** Finished, with the figures of that day; never changed again. */
    FINISHED
}
