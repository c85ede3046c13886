package se.stegen.review;

/** Where an action (åtgärd) stands. */
public enum ActionState {
    /** Nobody has begun. */
    OPEN,
    /** Somebody works with it. */
    IN_PROGRESS,
    /** Done, with proof. */
    DONE,
    /** Utgår: not to be done any more, with a reason. */
    DROPPED;

    /** Whether it is still to be done. */
    public boolean open() {
        return this == OPEN || this == IN_PROGRESS;
    }
}
