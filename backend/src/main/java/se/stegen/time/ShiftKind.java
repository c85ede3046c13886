package se.stegen.time;

/** Why an end moves. */
public enum ShiftKind {
    /** Tillgodoräknande: earlier. */
    CREDIT,
    /** Days without a post: later. */
    GAP,
    /** Deltid: later. */
    PART_TIME,
    /** Ledighet: later. */
    LEAVE
}
