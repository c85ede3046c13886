package se.stegen.coverage;

/** Before what something is missing. */
public enum MissingWhen {
    /** Before a placement that is under way ends. */
    PLACEMENT,
    /** Before the next planned supervision session. */
    MEETING,
    /** Before the programme ends. */
    PROGRAMME
}
