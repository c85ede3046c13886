package se.stegen.reminder;

/** What can wait so long that the studierektor is told. */
public enum EscalatedKind {
    /** A session that waits for the supervisor's signature. */
    SUPERVISION_TO_SIGN,
    /** An assessment that waits for the assessor's answer. */
    ASSESSMENT_TO_SIGN,
    /** A plan that waits for approval. */
    IUP_TO_APPROVE,
    /** A planned session whose day has passed and of which nothing is told. */
    SUPERVISION_NOT_HELD
}
