package se.stegen.iup;

/** What kind of activity is planned. */
public enum IupKind {
    /** Klinisk tjänstgöring: randning, sidotjänstgöring or a period at the home clinic. */
    PLACEMENT,
    /** Kurs. */
    COURSE,
    /** Självstudier. */
    SELF_STUDY,
    /** Kvalitets- och utvecklingsarbete (a4, STa2). */
    QUALITY_WORK,
    /** Vetenskapligt arbete (a5, STa3). */
    RESEARCH,
    /** Internutbildning. */
    TEACHING,
    /** Anything else, such as auskultation. */
    OTHER
}
