package se.stegen.collegium;

/** What is said of a doctor in one competence, by specialists, the doctor and the collegium. */
public enum CollegiumLevel {
    /** Utvecklas som väntat. */
    AS_EXPECTED,
    /** Bör utvecklas. */
    TO_DEVELOP,
    /** Oro. */
    CONCERN,
    /** Ej observerat. */
    NOT_OBSERVED
}
