package se.stegen.feedback;

/** Where a round stands. */
public enum FeedbackState {
    /** Pågår: raters answer. */
    OPEN,
    /** Släppt: the doctor sees the result. */
    RELEASED,
    /** Återtagen by the doctor; nothing of it is shown. */
    WITHDRAWN
}
