package se.stegen.time;

/** Why no end can be told. */
public enum Endless {
    /** There is no post. */
    NO_POST,
    /** The last post ends before enough is served. */
    POST_ENDS,
    /** A full leave, or several that make one, has no last day. */
    LEAVE_OPEN
}
