package se.stegen.guideline;

/** Indicators of a clinic against its guideline; the definitions are in {@code docs/indicators.md}. */
public enum IndicatorCode {
    /** Huvudansvarig handledare utsedd. */
    MAIN_SUPERVISOR,
    /** Handledarens behörighet. */
    SUPERVISOR_QUALIFIED,
    /** IUP godkänd i tid. */
    IUP_ON_TIME,
    /** IUP reviderad. */
    IUP_REVISED,
    /** Handledningssamtal. */
    SUPERVISION,
    /** Kompetensbedömningar. */
    ASSESSMENT,
    /** Allmänna kompetenser. */
    GENERAL_COMPETENCE;

    /** Whether a doctor either has it or not, so that there is no number to tell. */
    public boolean yesOrNo() {
        return this == MAIN_SUPERVISOR || this == SUPERVISOR_QUALIFIED || this == IUP_ON_TIME;
    }
}
