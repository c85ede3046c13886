package se.stegen.access;

/** Who may approve a plan (IUP); a guideline profile names one or several of them. */
public enum IupApprover {
    /** Huvudansvarig handledare. */
    MAIN_SUPERVISOR,
    /** Studierektor of the current clinic. */
    STUDIEREKTOR,
    /** Verksamhetschef of the current clinic. */
    CLINIC_HEAD
}
