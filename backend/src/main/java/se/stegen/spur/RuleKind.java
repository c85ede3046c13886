package se.stegen.spur;

/** How binding an item of the checklist is under a regulation. */
public enum RuleKind {
    /** Föreskrift. */
    BINDING,
    /** Allmänna råd. */
    ADVICE,
    /** Kvalitetsindikator, of SPUR itself. */
    INDICATOR,
    /** Not asked for under this regulation. */
    NONE
}
