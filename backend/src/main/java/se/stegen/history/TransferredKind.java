package se.stegen.history;

/** What a transferred record is of. */
public enum TransferredKind {
    /** Handledningssamtal; counts as with the main supervisor. */
    SUPERVISION,
    /** Bedömning, on a form. */
    ASSESSMENT,
    /** A plan (IUP) that was approved. */
    IUP_APPROVAL,
    /** Specialistkollegium with an outcome for the doctor. */
    COLLEGIUM,
    /** Utvecklingssamtal. */
    DEVELOPMENT_TALK,
    /** Avstämningsmöte. */
    RECONCILIATION,
    /** Introduction to a post. */
    INTRODUCTION,
    /** Självstudier. */
    SELF_STUDY;

    /** Whether its note is for the doctor and the studierektor only: what was said at a meeting of two. */
    public boolean confidential() {
        return switch (this) {
            case SUPERVISION, COLLEGIUM, DEVELOPMENT_TALK, RECONCILIATION -> true;
            case ASSESSMENT, IUP_APPROVAL, INTRODUCTION, SELF_STUDY -> false;
        };
    }
}
