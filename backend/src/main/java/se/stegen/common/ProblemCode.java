package se.stegen.common;

/**
 * Every refusal that a user or a program can meet. The constant is the API's stable {@code code}; its text in each
 * language is {@code problem.<code>} in {@code i18n/messages*.properties}: what happened, what was kept, what to do.
 */
public enum ProblemCode {
    /** The request cannot be read. */
    UNREADABLE(400),
    /** A field has the wrong type or form. */
    INVALID_FIELD(400),
    /** A changeable resource was sent without its version. */
    VERSION_MISSING(400),
    /** Nobody is signed in, or the sign-in has ended. */
    NOT_SIGNED_IN(401),
    /** Wrong name or password; deliberately the same for both. */
    BAD_CREDENTIALS(401),
    /** The caller sees the thing but may not do this to it. */
    FORBIDDEN(403),
    /** The caller takes no part in this doctor's matter: a conflict of interest (jäv), or the own one. */
    CONFLICT_OF_INTEREST(403),
    /** Does not exist, or the caller may not know that it does. */
    NOT_FOUND(404),
    /** The HTTP method is not served on this path. */
    METHOD_NOT_ALLOWED(405),
    /** The record is in a state from which this cannot be done. */
    STATE_CONFLICT(409),
    /** Somebody else saved a later version. */
    STALE_VERSION(409),
    /** Others changed the same rows in the same moment; nothing of this was kept. */
    SAME_MOMENT(409),
    /** Two posts of one programme would overlap. */
    POST_OVERLAP(409),
    /** Two versions of a guideline, or two overrides of one value, would hold on the same day; argument: the other's name. */
    GUIDELINE_OVERLAP(409),
    /** A version of a guideline that has begun can be changed and ended but not taken away. */
    GUIDELINE_BEGUN(409),
    /** The attestation in force was made against the record that is to be unlinked. */
    ATTESTED_EVIDENCE(409),
    /** The record names the goal itself, so that there is no link to take away. */
    EVIDENCE_IN_RECORD(409),
    /** The record was linked to a goal of the regulation before, and shows this one by the doctor's mapping. */
    EVIDENCE_MAPPED(409),
    /** The name, address or code is taken. */
    ALREADY_EXISTS(409),
    /** A clinic cannot close: posts go on after its last day; argument: how many. */
    CLINIC_HAS_DOCTORS(409),
    /** A planned activity cannot be taken away: a booked placement or an evaluation rests on it. */
    IN_USE(409),
    /**
     * The placement cannot go, or be shortened so: arguments: sessions, assessments, 1 with an introduction, 1 with an
     * evaluation.
     */
    HAS_RECORDS(409),
    /** An evaluation is older than the days in which it can be changed; argument: how many days. */
    EVALUATION_FIXED(409),
    /** A form that was published can be taken out of use but not deleted. */
    FORM_PUBLISHED(409),
    /** The request was reminded of today already. */
    REMINDED_TODAY(409),
    /** The plan (IUP) waits for approval and cannot change. */
    PLAN_IS_SENT(409),
    /** What is to be signed with others was not opened since it was sent. */
    NOT_OPENED(409),
    /** Somebody tampered with the chain of signatures of the portfolio: nothing more is signed on top of it. */
    CHAIN_BROKEN(409),
    /** Only supervision sessions and assessments can be erased by a decision. */
    NOT_ERASABLE(409),
    /** The first call with this idempotency key is still under way. */
    IN_PROGRESS(409),
    /** Body or file too large. */
    TOO_LARGE(413),
    /** Body of a type that the call does not take. */
    UNSUPPORTED_TYPE(415),
    /** A file that is neither PDF, DOCX nor text, whatever its name says. */
    FILE_KIND(415),
    /** Scanned pages that are neither PDF, JPEG nor PNG, whatever their name says. */
    SCAN_KIND(415),
    /** A file behind a password. */
    FILE_PROTECTED(422),
    /** A document with macros. */
    FILE_WITH_MACRO(422),
    /** A file that is damaged, or whose reading failed. */
    FILE_DAMAGED(422),
    /** A scanned report: pictures without text. */
    REPORT_WITHOUT_TEXT(422),
    /** A report that is longer than can be read, or takes too long. */
    REPORT_TOO_LONG(422),
    /** A file that is no SPUR report. */
    NOT_A_REPORT(422),
    /** Rows of an imported action plan that nobody has held against the report; argument: how many. */
    ROWS_UNCHECKED(422),
    /** An action is to be closed without saying what shows that it is done. */
    PROOF_REQUIRED(422),
    /** A required field is empty. */
    REQUIRED(422),
    /** A text is longer than the field takes; argument: the greatest length. */
    TOO_LONG(422),
    /** A number or choice is outside its range. */
    OUT_OF_RANGE(422),
    /** A date that must have passed lies ahead. */
    DATE_IN_FUTURE(422),
    /** A date that must lie ahead, or be today, has passed. */
    DATE_IN_PAST(422),
    /** Hours that are not quarters between 0.25 and 24. */
    HOURS_IN_QUARTERS(422),
    /** Hours of a transferred record that are not quarters between 0.25 and 999.75. */
    TRANSFERRED_HOURS(422),
    /** More records in one call or file than are taken; argument: how many are. */
    TOO_MANY_ROWS(422),
    /** Rows of a file that cannot be brought in as they are; argument: how many. */
    ROWS_WITH_ERRORS(422),
    /** More hours of self-study on one day than it has; argument: the hours that are logged already. */
    DAY_IS_FULL(422),
    /** Attendance is noted for people of the clinic; argument: who is not. */
    NOT_OF_CLINIC(422),
    /** A code shown in the room is too old or unknown, or the session is not today. */
    CODE_OVER(422),
    /** A post would go on after the clinic's last day; arguments: the clinic, that day. */
    CLINIC_CLOSED(422),
    /** An end lies before its start. */
    END_BEFORE_START(422),
    /** A date lies outside the programme or post. */
    OUTSIDE_PROGRAMME(422),
    /** More credit of a kind than the regulation allows; argument: the greatest number of months. */
    CREDIT_TOO_LONG(422),
    /** A planned session is reported as held before its date. */
    NOT_YET_HELD(422),
    /** What is not over yet cannot be evaluated. */
    NOT_YET_ENDED(422),
    /** A doctor who is in no post at the clinic on the collegium's day. */
    DOCTOR_ELSEWHERE(422),
    /** A collegium is to be closed while doctors on its list lack an outcome; argument: their names. */
    OUTCOMES_MISSING(422),
    /** Goals in use that a mapping does not name; argument: their codes. */
    MAPPING_INCOMPLETE(422),
    /** A goal, specialty, template, competence or guideline code that is not known here. */
    UNKNOWN_CODE(422),
    /** A person, clinic or organisation id that is not known here. */
    UNKNOWN_ID(422),
    /** Doctors do not supervise, assess or sign themselves. */
    OWN_RECORD(422),
    /** A return, decline, withdrawal or voiding without a reason. */
    REASON_REQUIRED(422),
    /** A goal is to be attested that no signed record shows. */
    NO_EVIDENCE(422),
    /** What is to be linked is no signed record of the portfolio, or it was voided. */
    NOT_EVIDENCE(422),
    /** A password under 12 characters. */
    PASSWORD_TOO_SHORT(422),
    /** Too few answers to release; arguments: answers, needed, professions, needed. */
    FEEDBACK_TOO_FEW(422),
    /** A clinic has a self-evaluation that is not finished. */
    SELF_EVALUATION_OPEN(409),
    /** An action is to be made, and the clinic has no confirmed review that it could belong to. */
    NO_REVIEW_YET(422),
    /** A survey's first day is to lie before today. */
    SURVEY_DAY_PAST(422),
    /** A clinic has a survey that is open or planned. */
    SURVEY_RUNNING(409),
    /** A survey has nobody to ask. */
    SURVEY_NOBODY(422),
    /** A survey cannot be answered any more, or not yet. */
    SURVEY_CLOSED(409),
    /** A survey was answered already by this person. */
    SURVEY_ANSWERED(409),
    /** A survey's result is asked for before it is closed. */
    SURVEY_NOT_CLOSED(409),
    /** The PIN is not the one of the person who signs. */
    PIN_WRONG(422),
    /** The person who signs has no PIN, or it was guessed wrong too often. */
    PIN_MISSING(422),
    /** A PIN that is not 4-8 digits, or one of the first to be guessed. */
    PIN_WEAK(422),
    /** The one-time link is used, too old or unknown. */
    LINK_INVALID(422),
    /** The same idempotency key with another body. */
    IDEMPOTENCY_KEY_REUSED(422),
    /** Too many wrong guesses; argument: minutes to wait. */
    TOO_MANY_ATTEMPTS(429),
    /** Something went wrong here; it is in the program's log. */
    INTERNAL(500),
    /** The database does not answer just now. */
    DATABASE_UNAVAILABLE(503);

    private final int status;

    ProblemCode(int status) {
        this.status = status;
    }

    /** The HTTP status, 400-503. */
    public int status() {
        return status;
    }

    /** Key of the text in the message bundles. */
    public String messageKey() {
        return "problem." + name();
    }
}
