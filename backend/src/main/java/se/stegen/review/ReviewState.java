package se.stegen.review;

/** Where a review stands. */
public enum ReviewState {
    /** Imported and not confirmed: it counts nowhere. */
    DRAFT,
    /** It counts, from its own day on. */
    CONFIRMED,
    /** It counts on no date. */
    VOIDED
}
