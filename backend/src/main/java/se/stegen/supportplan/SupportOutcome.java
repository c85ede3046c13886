package se.stegen.supportplan;

/** How a support plan ended. */
public enum SupportOutcome {
    /** The doctor is on the way to the goals again. */
    ON_TRACK,
    /** It was replaced by a new plan. */
    NEW_PLAN,
    /** The goals are not going to be reached here. */
    NOT_REACHED,
    /** It was ended for another reason, such as a change of clinic. */
    OTHER
}
