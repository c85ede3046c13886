package se.stegen.report;

/** What a yearly report (årsrapport) tells of, in its order. */
public enum ReportSection {
    /** Supervision sessions that were signed. */
    SUPERVISION,
    /** Assessments that count, by form and judgement. */
    ASSESSMENT,
    /** Placements of the period. */
    PLACEMENT,
    /** Courses of the plan that ended in the period. */
    COURSE,
    /** Hours of self-study. */
    SELF_STUDY,
    /** Internal teaching and journal clubs attended. */
    TEACHING,
    /** Goals attested. */
    GOAL,
    /** Versions of the plan (IUP) approved. */
    PLAN,
    /** Talks held. */
    MEETING,
    /** Leaves: dates and extent, never why. */
    ABSENCE,
    /** What the doctor wants to say of the year as a whole; nothing of the portfolio. */
    YEAR
}
