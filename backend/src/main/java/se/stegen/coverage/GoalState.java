package se.stegen.coverage;

/** The one loud word about a goal; the strongest that holds. */
public enum GoalState {
    /** Intygat: the main supervisor has attested it and not taken it back. */
    ATTESTED,
    /** Underlag finns: at least one signed record shows it. */
    EVIDENCE,
    /** Underlag saknas: all that was planned for it is over and nothing shows it. */
    EVIDENCE_MISSING,
    /** Pågår: an activity for it is under way on the day. */
    UNDER_WAY,
    /** Planerat: an activity for it lies ahead. */
    PLANNED,
    /** Saknas: nothing is planned for it and nothing shows it. */
    NOT_COVERED
}
