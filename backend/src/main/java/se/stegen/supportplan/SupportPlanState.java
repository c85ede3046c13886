package se.stegen.supportplan;

/** Where a support plan stands. */
public enum SupportPlanState {
    /** In force. */
    OPEN,
    /** Ended, with an outcome. */
    ENDED
}
