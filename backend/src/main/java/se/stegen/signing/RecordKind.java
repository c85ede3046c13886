package se.stegen.signing;

/** Kinds of records that are signed. */
public enum RecordKind {
    /** Handledningssamtal. */
    SUPERVISION,
    /** Kompetensbedömning. */
    ASSESSMENT
}
