package se.stegen.review;

/** Who reviews. */
public enum ReviewKind {
    /** Extern granskning (SPUR). */
    EXTERNAL,
    /** Intern granskning (STINS eller motsvarande). */
    INTERNAL
}
