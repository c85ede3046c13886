package se.stegen.access;

/** How much of a talk with a doctor an actor may read. */
public enum TalkAccess {
    /** Not even that there is one. */
    NONE,
    /** That it is or was, and when. */
    THAT,
    /** What was prepared and shared, said and agreed, too. */
    TEXT
}
