package se.stegen.coverage;

/** Which records can show that a goal is reached (underlag). */
public enum EvidenceKind {
    /** Handledningssamtal. */
    SUPERVISION,
    /** Kompetensbedömning. */
    ASSESSMENT,
    /** Överfört: brought in with its goals, and not signed here. */
    TRANSFERRED
}
