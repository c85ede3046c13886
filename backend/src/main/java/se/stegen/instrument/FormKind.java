package se.stegen.instrument;

/** What a form is for. */
public enum FormKind {
    /** Somebody assesses a doctor. */
    ASSESSMENT,
    /** The same of one of several procedures, counted towards a körkort. */
    PROCEDURE,
    /** The doctor's own view before a collegium (självskattning); nobody is asked for it. */
    SELF_RATING
}
