package se.stegen.curriculum;

/** Kind of specialty (HSLF-FS 2021:8, 6 kap. 1 §). */
public enum SpecialtyKind {
    /** Basspecialitet. */
    BASE,
    /** Grenspecialitet. */
    BRANCH,
    /** Tilläggsspecialitet. */
    ADDITIONAL
}
