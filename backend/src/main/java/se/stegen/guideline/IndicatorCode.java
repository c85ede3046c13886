package se.stegen.guideline;

import java.util.EnumSet;
import java.util.Set;

/** Indicators of a clinic against its guideline; the definitions are in {@code docs/indicators.md}. */
public enum IndicatorCode {
    /** Huvudansvarig handledare utsedd. */
    MAIN_SUPERVISOR,
    /** Handledarens behörighet. */
    SUPERVISOR_QUALIFIED,
    /** IUP godkänd i tid. */
    IUP_ON_TIME,
    /** IUP reviderad. */
    IUP_REVISED,
    /** Handledningssamtal. */
    SUPERVISION,
    /** Kompetensbedömningar. */
    ASSESSMENT,
    /** Specialistkollegium. */
    COLLEGIUM,
    /** Utvecklingssamtal. */
    DEVELOPMENT_TALK,
    /** Avstämningsmöte med studierektor. */
    RECONCILIATION,
    /** Introduktion, one per post. */
    INTRODUCTION,
    /** Självstudier, in whole hours. */
    SELF_STUDY,
    /** Allmänna kompetenser. */
    GENERAL_COMPETENCE,
    /** Internutbildning, of the clinic itself. */
    INTERNAL_TEACHING,
    /** Journal club, of the clinic itself. */
    JOURNAL_CLUB,
    /** Tid för studierektor, of the clinic itself. */
    STUDIEREKTOR_TIME,
    /** Extern granskning (SPUR), of the clinic itself. */
    EXTERNAL_REVIEW,
    /** Intern granskning (STINS eller motsvarande), of the clinic itself. */
    INTERNAL_REVIEW,
    /** Handlingsplan efter den senaste externa granskningen, of the clinic itself. */
    ACTION_PLAN;

    private static final Set<IndicatorCode> YES_OR_NO =
            EnumSet.of(MAIN_SUPERVISOR, SUPERVISOR_QUALIFIED, IUP_ON_TIME, INTRODUCTION);
    private static final Set<IndicatorCode> ALWAYS =
            EnumSet.of(MAIN_SUPERVISOR, SUPERVISOR_QUALIFIED, INTRODUCTION, STUDIEREKTOR_TIME, ACTION_PLAN);
    private static final Set<IndicatorCode> OF_REVIEWS = EnumSet.of(EXTERNAL_REVIEW, INTERNAL_REVIEW, ACTION_PLAN);
    private static final Set<IndicatorCode> OF_CLINIC = EnumSet.of(
            INTERNAL_TEACHING, JOURNAL_CLUB, STUDIEREKTOR_TIME, EXTERNAL_REVIEW, INTERNAL_REVIEW, ACTION_PLAN);

    /** Whether a doctor either has it or not, so that there is no number to tell. */
    public boolean yesOrNo() {
        return YES_OR_NO.contains(this);
    }

    /** Whether it is asked for whatever the guideline says. */
    public boolean always() {
        return ALWAYS.contains(this);
    }

    /** Whether it is of the clinic itself: it has a value in place of doctors that reach it. */
    public boolean ofClinic() {
        return OF_CLINIC.contains(this);
    }

    /** Whether it is about the clinic's reviews. */
    public boolean ofReviews() {
        return OF_REVIEWS.contains(this);
    }
}
