package se.stegen.access;

/** Roles that are given with a scope and a time. TRAINEE and SUPERVISOR open nothing by themselves. */
public enum Role {
    /** ST-läkare. */
    TRAINEE,
    /** Handledare. */
    SUPERVISOR,
    /** Studierektor. */
    STUDIEREKTOR,
    /** Verksamhetschef. */
    CLINIC_HEAD,
    /** Övergripande studierektor. */
    OVERALL_STUDIEREKTOR,
    /** Administrator, who reads no portfolio text. */
    ADMIN,
    /** Granskare (SPUR), until the role's end. */
    REVIEWER
}
