package se.stegen.access;

/** How much of a portfolio an actor may read; each includes what stands before it. */
public enum PortfolioAccess {
    /** Not even that it exists. */
    NONE,
    /** Programme, posts, leaves without reasons, main supervisors: an admin. */
    FACTS,
    /** Signed records too, without minutes: a reviewer. */
    SIGNED,
    /** All but minutes: supervisors, studierektor and clinic head. */
    ALL,
    /** Everything: the doctor. */
    OWN
}
