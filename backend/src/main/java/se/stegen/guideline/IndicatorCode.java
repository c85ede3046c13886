package se.stegen.guideline;

/** Indicators of a clinic against its guideline; the definitions are in {@code docs/indicators.md}. */
public enum IndicatorCode {
    /** Huvudansvarig handledare utsedd. */
    MAIN_SUPERVISOR,
    /** Handledarens behörighet. */
    SUPERVISOR_QUALIFIED,
    /** Handledningssamtal. */
    SUPERVISION,
    /** Kompetensbedömningar. */
    ASSESSMENT
}
