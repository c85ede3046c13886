package se.stegen.spur;

/** Which wording of the grades a report has; that of 2018 counts missed advice as D, too. */
public enum GradingVersion {
    /** "Version 2018": kvalitetskriterier. */
    V2018,
    /** The newer one: kvalitetsindikatorer. */
    NEWER
}
