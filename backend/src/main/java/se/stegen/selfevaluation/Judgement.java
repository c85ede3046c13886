package se.stegen.selfevaluation;

/** What people think of an item. */
public enum Judgement {
    /** Uppfyllt. */
    MET,
    /** Delvis uppfyllt. */
    PARTLY,
    /** Ej uppfyllt. */
    NOT_MET,
    /** Vet ej. */
    UNKNOWN
}
