package se.stegen.survey;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;

/** How a survey runs and what of it is shown. */
public final class SurveyRules {
    /** Answers and people from which on anything is shown; never fewer (issue 6, point 9). */
    public static final int SHOWN_FROM = 5;
    /** Do not know, or left out. */
    public static final int NO_VIEW = 0;
    /** Agree fully. */
    public static final int FULLY = 4;

    static final int COMMENT = 2000;
    private static final int MOSTLY = 3;
    private static final int DAYS = 21;
    private static final int LONGEST = 120;

    private SurveyRules() {}

    /** Whether an answer counts as agreeing: fully or mostly. */
    static boolean agrees(int answer) {
        return answer >= MOSTLY;
    }

    /** Rounded down to fives. */
    static int atLeast(int answers) {
        return answers / SHOWN_FROM * SHOWN_FROM;
    }

    /** The days of a new survey; throws {@code SURVEY_DAY_PAST}, {@code END_BEFORE_START} and {@code OUT_OF_RANGE}. */
    static Days days(SurveyData data, LocalDate today) {
        LocalDate from = data.opensOn() == null ? today : data.opensOn();
        LocalDate last = data.closesOn() == null ? from.plusDays(DAYS) : data.closesOn();
        if (from.isBefore(today)) {
            throw Problem.field("opensOn", ProblemCode.SURVEY_DAY_PAST);
        }
        if (last.isBefore(from)) {
            throw Problem.field("closesOn", ProblemCode.END_BEFORE_START);
        }
        if (last.isAfter(from.plusDays(LONGEST))) {
            throw Problem.field("closesOn", ProblemCode.OUT_OF_RANGE);
        }
        LocalDate remind = data.remindOn();
        if (remind != null && (!remind.isAfter(from) || remind.isAfter(last))) {
            throw Problem.field("remindOn", ProblemCode.OUT_OF_RANGE);
        }
        return new Days(from, last, remind);
    }

    /** Days that hold together. */
    record Days(
            LocalDate opensOn, LocalDate closesOn, @Nullable LocalDate remindOn) {}

    /** Where a survey stands on a day; {@code stored} is OPEN, CLOSED or CANCELLED. */
    static SurveyState state(SurveyState stored, LocalDate opensOn, LocalDate closesOn, LocalDate today) {
        if (stored != SurveyState.OPEN) {
            return stored;
        }
        if (today.isBefore(opensOn)) {
            return SurveyState.PLANNED;
        }
        return today.isAfter(closesOn) ? SurveyState.CLOSED : SurveyState.OPEN;
    }
}
