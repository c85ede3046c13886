package se.stegen.home;

/** Why something stands in the list "Att göra". */
public enum TodoKind {
    /** A session waits for my signature. */
    SUPERVISION_TO_SIGN,
    /** An assessment waits for my answer. */
    ASSESSMENT_TO_SIGN,
    /** An answer given without sign-in waits for my confirmation. */
    ASSESSMENT_TO_CONFIRM,
    /** A colleague's 360 waits for my answer. */
    FEEDBACK_TO_ANSWER,
    /** A survey at a clinic waits for my answer. */
    SURVEY_TO_ANSWER,
    /** A collegium asks for my view of its doctors. */
    COLLEGIUM_VIEWS,
    /** An outcome of a collegium is to be told to the doctor whom I supervise. */
    COLLEGIUM_TALK,
    /** A collegium is to discuss me: my own rating. */
    COLLEGIUM_OWN,
    /** An outcome of a collegium about me that I have not read. */
    COLLEGIUM_OUTCOME,
    /** A plan (IUP) waits for my approval. */
    IUP_TO_APPROVE,
    /** A talk has been held, or not: it waits for me to close it. */
    MEETING_TO_CLOSE,
    /** A talk comes that I have not shared a preparation for. */
    MEETING_TO_PREPARE,
    /** A yearly report waits for my supervisor's report. */
    ANNUAL_REPORT_TO_COMMENT,
    /** A yearly report and its supervisor's report wait to be read. */
    REPORTS_TO_READ,
    /** The day of a support plan's follow-up has come. */
    SUPPORT_FOLLOW_UP,
    /** An action of a review that I own is due within a month, or late. */
    REVIEW_ACTION,
    /** An area that an external review graded D asks for a plan or an internal follow-up. */
    REVIEW_ASKS,
    /** A self-evaluation of a clinic was passed on to me. */
    SELF_EVALUATION,
    /** My plan was returned to me. */
    IUP_RETURNED,
    /** A session was returned to me. */
    SUPERVISION_RETURNED,
    /** A request was returned to me. */
    ASSESSMENT_RETURNED,
    /** My planned session's day has come: was it held? */
    SUPERVISION_DUE,
    /** My session is a draft that was not sent. */
    SUPERVISION_DRAFT,
    /** My request is a draft that was not sent. */
    ASSESSMENT_DRAFT,
    /** My session waits for somebody else. */
    SUPERVISION_WAITING,
    /** My request waits for somebody else. */
    ASSESSMENT_WAITING,
    /** My plan waits for its approvers. */
    IUP_WAITING,
    /** Something I am told. */
    NOTICE
}
