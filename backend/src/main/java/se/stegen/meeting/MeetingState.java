package se.stegen.meeting;

/** Where a meeting stands. */
public enum MeetingState {
    /** It lies ahead, or nobody has closed it yet. */
    PLANNED,
    /** It was held and closed; nothing of it changes. */
    HELD,
    /** It was not held. */
    CANCELLED,
    /** It was recorded by mistake, such as on the wrong doctor; it counts on no day. */
    VOIDED
}
