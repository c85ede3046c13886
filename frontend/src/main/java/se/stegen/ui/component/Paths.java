package se.stegen.ui.component;

import se.stegen.assessment.CodeService;
import se.stegen.survey.SurveyAnswerService;
import se.stegen.teaching.AttendanceService;

/** The addresses of the screens: used by their routes and by every link, so that screens need not know each other. */
public final class Paths {
    /** Home. */
    public static final String HOME = "";
    /** Sessions of a programme. */
    public static final String SUPERVISIONS = "supervisions";
    /** One session. */
    public static final String SUPERVISION = "supervision";
    /** Assessments of a programme. */
    public static final String ASSESSMENTS = "assessments";
    /** One assessment. */
    public static final String ASSESSMENT = "assessment";
    /** One assessment, answered together on the doctor's device. */
    public static final String TOGETHER = "together";
    /** A code that was scanned. */
    public static final String TAKE = CodeService.PATH;
    /** What waits for one's signature. */
    public static final String TO_SIGN = "to-sign";
    /** The plan (IUP) of a programme. */
    public static final String IUP = "iup";
    /** Approved versions of a plan, compared. */
    public static final String IUP_VERSIONS = "iup-versions";
    /** One goal of a programme; the goal's code follows the programme. */
    public static final String GOAL = "goal";
    /** The doctors that one supervises or leads. */
    public static final String TRAINEES = "trainees";
    /** One doctor's programme. */
    public static final String TRAINEE = "trainee";
    /** One doctor's time: served, remaining, end. */
    public static final String TIME = "time";
    /** The goals of a programme. */
    public static final String GOALS = "goals";
    /** A clinic against its guideline. */
    public static final String CLINIC = "clinic";
    /** The clinics whose figures one may read. */
    public static final String CLINICS = "clinics";
    /** All clinics of an organisation side by side. */
    public static final String ORGANISATION = CLINICS + "/organisation";
    /** An organisation's guideline in versions. */
    public static final String GUIDELINE = "guideline";
    /** What a clinic is judged by, and what it overrides. */
    public static final String CLINIC_GUIDELINE = "clinic-guideline";
    /** A clinic's trend, and who will fall short. */
    public static final String OUTLOOK = "outlook";
    /** Placements and courses of a programme. */
    public static final String PLACEMENTS = "placements";
    /** What doctors say of a clinic's placements and of courses. */
    public static final String EVALUATIONS = "evaluations";
    /** A clinic's general programme. */
    public static final String GENERAL_PROGRAMME = "general-programme";
    /** Under which regulation a programme is. */
    public static final String REGULATION = "regulation";
    /** A clinic's forms of assessment. */
    public static final String FORMS = "forms";
    /** One form of a clinic; its code follows the clinic. */
    public static final String FORM = "form";
    /** Procedures of a programme and the körkort. */
    public static final String PROCEDURES = "procedures";
    /** The learning curve of a programme. */
    public static final String LEARNING = "learning";
    /** 360: the rounds of a programme. */
    public static final String FEEDBACK = "feedback";
    /** 360: one round. */
    public static final String FEEDBACK_ROUND = "feedback-round";
    /** 360: where a colleague answers; the round follows. */
    public static final String FEEDBACK_ANSWER = "feedback-answer";
    /** A clinic's collegia. */
    public static final String COLLEGIA = "collegia";
    /** A collegium is planned; the clinic follows. */
    public static final String COLLEGIUM_PLAN = "collegium-plan";
    /** One collegium: the meeting. */
    public static final String COLLEGIUM = "collegium";
    /** The short form before a collegium; the meeting follows. */
    public static final String COLLEGIUM_VIEWS = "collegium-views";
    /** A doctor's own rating before a collegium; the meeting follows. */
    public static final String COLLEGIUM_OWN = "collegium-own";
    /** What a collegium came to for one doctor. */
    public static final String COLLEGIUM_OUTCOME = "collegium-outcome";
    /** The collegia that were held about a doctor. */
    public static final String TRAINEE_COLLEGIA = "trainee-collegia";
    /** Talks, reports and support plans of a programme. */
    public static final String MEETINGS = "meetings";
    /** One talk. */
    public static final String MEETING = "meeting";
    /** The questions by which a clinic prepares its talks. */
    public static final String MEETING_QUESTIONS = "meeting-questions";
    /** One yearly report with its supervisor's report. */
    public static final String ANNUAL_REPORT = "annual-report";
    /** One support plan. */
    public static final String SUPPORT_PLAN = "support-plan";
    /** Self-study and attendance of a programme. */
    public static final String STUDIES = "studies";
    /** What was brought into a programme from elsewhere. */
    public static final String HISTORY = "history";
    /** Records of a clinic's doctors are brought in. */
    public static final String CLINIC_HISTORY = "clinic-history";
    /** A file of records that is being looked through. */
    public static final String HISTORY_DRAFT = "history-draft";
    /** One time that records were brought in. */
    public static final String HISTORY_BATCH = "history-batch";
    /** A clinic's teaching and journal clubs. */
    public static final String TEACHING = "teaching";
    /** One session of teaching. */
    public static final String TEACHING_SESSION = "teaching-session";
    /** Reviews of the clinics that one answers for. */
    public static final String REVIEW_REGISTER = "review-register";
    /** A clinic's reviews and their actions. */
    public static final String REVIEWS = "reviews";
    /** A report is imported; the clinic follows. */
    public static final String REVIEW_IMPORT = "review-import";
    /** One review. */
    public static final String REVIEW = "review";
    /** One action of a review. */
    public static final String ACTION = "action";
    /** A clinic's surveys. */
    public static final String SURVEYS = "surveys";
    /** One survey. */
    public static final String SURVEY = "survey";
    /** Where somebody who was asked answers a survey; the survey follows. */
    public static final String SURVEY_ANSWER = SurveyAnswerService.PATH;
    /** A clinic's self-evaluations. */
    public static final String SELF_EVALUATIONS = "self-evaluations";
    /** One self-evaluation. */
    public static final String SELF_EVALUATION = "self-evaluation";
    /** A code that was scanned in the room. */
    public static final String HERE = AttendanceService.PATH;
    /** Where anybody checks a printed signature. */
    public static final String VERIFY = "verify";
    /** One's own settings. */
    public static final String SETTINGS = "settings";
    /** Administration: organisations and clinics. */
    public static final String ADMIN = "admin";
    /** Administration: people. */
    public static final String PEOPLE = "admin/people";
    /** Administration: one person. */
    public static final String PERSON = "admin/person";
    /** Administration: people from a file. */
    public static final String PEOPLE_IMPORT = "admin/people-import";
    /** Administration: programmes. */
    public static final String PROGRAMMES = "admin/programmes";
    /** Administration: curricula. */
    public static final String CURRICULA = "admin/curricula";
    /** Administration: one curriculum. */
    public static final String CURRICULUM = "admin/curriculum";

    /** Said after a screen's address: begin with booking what the screen is about. */
    public static final String BOOK = "book";
    /** Said after a doctor's address: begin with appointing a main supervisor. */
    public static final String APPOINT = "appoint";

    private Paths() {}

    /** The address of one thing on a screen. */
    public static String of(String screen, long id) {
        return screen + "/" + id;
    }

    /** The address of a clinic's trend of one indicator. */
    public static String outlook(long clinicId, String code) {
        return OUTLOOK + "/" + clinicId + "?code=" + code;
    }

    /** The address of one form of a clinic. */
    public static String form(long clinicId, String code) {
        return FORM + "/" + clinicId + "/" + code;
    }

    /** The address of one goal of a programme. */
    public static String goal(long programmeId, String code) {
        return GOAL + "/" + programmeId + "/" + code;
    }
}
