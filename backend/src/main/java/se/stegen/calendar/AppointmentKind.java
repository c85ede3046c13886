package se.stegen.calendar;

/** What kind of appointment. */
public enum AppointmentKind {
    /** Handledningssamtal. */
    SUPERVISION,
    /** Specialistkollegium. */
    COLLEGIUM,
    /** The talk in which a doctor is told the outcome of a collegium. */
    FEEDBACK_TALK,
    /** Utvecklingssamtal. */
    DEVELOPMENT_TALK,
    /** Avstämningsmöte. */
    RECONCILIATION,
    /** Introduktion. */
    INTRODUCTION,
    /** Uppföljning of a support plan (åtgärdsplan). */
    SUPPORT_PLAN,
    /** Internutbildning. */
    INTERNAL_TEACHING,
    /** Journal club. */
    JOURNAL_CLUB
}
