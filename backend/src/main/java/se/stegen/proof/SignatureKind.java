package se.stegen.proof;

/** What can be signed. */
public enum SignatureKind {
    /** Handledningssamtal. */
    SUPERVISION,
    /** Kompetensbedömning. */
    ASSESSMENT,
    /** Bekräftelse of an answer that was given without sign-in. */
    ASSESSMENT_CONFIRMATION,
    /** A released 360; its record is the assessment that it became. */
    FEEDBACK,
    /** Makulering; its part is the kind of the record that was voided. */
    VOIDING,
    /** One approval of a sent plan; its part is the approver's role. */
    IUP_APPROVAL,
    /** An approved version of a plan, signed by the last approver; its record is the programme, its part the number. */
    IUP_VERSION,
    /** Intygat delmål. */
    GOAL_ATTESTATION,
    /** An attestation that was taken back. */
    GOAL_ATTESTATION_WITHDRAWAL
}
