package se.stegen.feedback;

import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;

/**
 * How few are too few. At least eight raters of three professions is common practice for multi-source feedback (KVAST
 * 360, GMC-MSF); fewer than five answers are never shown, so that nobody can be guessed.
 */
final class FeedbackRules {
    /** Answers from which on anything is shown to anybody. */
    static final int SHOWN_FROM = 5;
    /** Answers that are asked for unless the main supervisor says otherwise. */
    static final int RATERS = 8;
    /** Professions among them, likewise. */
    static final int PROFESSIONS = 3;
    /** The most that can be asked in one round. */
    static final int MOST_RATERS = 40;
    /** Days in which a round can be answered, unless it is told otherwise. */
    static final int DAYS = 28;

    private FeedbackRules() {}

    /** Whether results may be shown at all. */
    static boolean shown(int answers) {
        return answers >= SHOWN_FROM;
    }

    /** Refuses demands that are none: {@code OUT_OF_RANGE}. */
    static void requireDemand(int raters, int professions) {
        if (raters < SHOWN_FROM || raters > MOST_RATERS) {
            throw Problem.field("minRaters", ProblemCode.OUT_OF_RANGE);
        }
        if (professions < 1 || professions > raters) {
            throw Problem.field("minProfessions", ProblemCode.OUT_OF_RANGE);
        }
    }

    /** Refuses a release before there is enough: {@code FEEDBACK_TOO_FEW}. */
    static void requireEnough(int answers, int professions, int minRaters, int minProfessions) {
        if (!shown(answers) || answers < minRaters || professions < minProfessions) {
            throw Problem.of(
                    ProblemCode.FEEDBACK_TOO_FEW,
                    Integer.toString(answers),
                    Integer.toString(Math.max(minRaters, SHOWN_FROM)),
                    Integer.toString(professions),
                    Integer.toString(minProfessions));
        }
    }
}
