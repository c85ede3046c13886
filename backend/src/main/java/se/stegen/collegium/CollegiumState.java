package se.stegen.collegium;

/** Where a collegium stands. */
public enum CollegiumState {
    /** Planerat. */
    PLANNED,
    /** Fastställt: held, its outcomes validated by the clinic head. */
    CLOSED,
    /** Inställt, with a reason. */
    CANCELLED
}
