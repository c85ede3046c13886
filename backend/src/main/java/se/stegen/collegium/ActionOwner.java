package se.stegen.collegium;

/** Who sees to an action of a collegium. */
public enum ActionOwner {
    /** ST-läkaren. */
    DOCTOR,
    /** Huvudhandledaren. */
    MAIN_SUPERVISOR,
    /** Studierektorn. */
    STUDIEREKTOR,
    /** Verksamhetschefen. */
    CLINIC_HEAD
}
