package se.stegen.coverage;

/** What is missing. */
public enum MissingKind {
    /** Goals that nothing shows although their activities end. */
    EVIDENCE,
    /** No supervision session is planned. */
    NO_MEETING,
    /** Goals that nothing is planned for and nothing shows. */
    NOT_COVERED,
    /** A mandatory activity that the plan lacks for goals. */
    ACTIVITY,
    /** Goals that were attested on records which have been voided since. */
    VOIDED_EVIDENCE,
    /** Goals that are not attested. */
    ATTESTATION
}
