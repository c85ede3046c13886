package se.stegen.supervision;

/**
 * Something that is open and may be talked of at a session.
 *
 * @param kind where it comes from
 * @param text in the reader's language, one line
 */
public record AgendaLine(Kind kind, String text) {
    /** Where a line comes from, in the order they are shown. */
    public enum Kind {
        /** What was agreed the last time. */
        AGREED,
        /** Records that were returned. */
        RETURNED,
        /** The plan is due, or was not revised. */
        PLAN,
        /** Goals that nothing shows before a placement ends. */
        GOALS,
        /** Requests that nobody answered. */
        UNANSWERED,
        /** Something that another feature knows of. */
        OTHER
    }
}
