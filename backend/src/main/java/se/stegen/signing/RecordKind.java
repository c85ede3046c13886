package se.stegen.signing;

/** Kinds of records with a history of states. */
public enum RecordKind {
    /** Handledningssamtal. */
    SUPERVISION,
    /** Kompetensbedömning. */
    ASSESSMENT,
    /** Individuellt utbildningsprogram; its key is the programme's. */
    IUP
}
