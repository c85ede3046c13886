package se.stegen.survey;

/** Where a survey stands. */
public enum SurveyState {
    /** Its first day lies ahead: nobody has been asked yet. */
    PLANNED,
    /** Can be answered. */
    OPEN,
    /** Its last day is over, or it was closed before: results are shown, nothing can be added. */
    CLOSED,
    /** Taken back while it was open; what was answered is deleted. */
    CANCELLED
}
