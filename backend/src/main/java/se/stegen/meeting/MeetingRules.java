package se.stegen.meeting;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Texts;

/** What holds for meetings whatever the database says. */
final class MeetingRules {
    /** An introduction may be given so many days before the post begins (the indicator counts it from then). */
    static final int INTRODUCTION_BEFORE = 30;

    static final int SHORTEST = 15;
    static final int LONGEST = 480;
    static final int USUAL = 60;

    /** More agreements than this nobody keeps. */
    static final int MOST_AGREEMENTS = 30;

    private static final int REASON = 2000;

    private MeetingRules() {}

    /**
     * The day of a meeting that was held.
     *
     * @param firstPost first day of the earliest post
     */
    static LocalDate heldOn(
            MeetingKind kind, @Nullable LocalDate date, LocalDate today, LocalDate start, LocalDate firstPost) {
        if (date == null) {
            throw Problem.field("date", ProblemCode.REQUIRED);
        }
        if (date.isAfter(today)) {
            throw Problem.field("date", ProblemCode.DATE_IN_FUTURE);
        }
        LocalDate earliest = start;
        if (kind == MeetingKind.INTRODUCTION) {
            LocalDate before = firstPost.minusDays(INTRODUCTION_BEFORE);
            earliest = before.isBefore(start) ? before : start;
        }
        if (date.isBefore(earliest)) {
            throw Problem.field("date", ProblemCode.OUTSIDE_PROGRAMME);
        }
        return date;
    }

    /** The day of a meeting that is planned: today or ahead. */
    static LocalDate plannedOn(@Nullable LocalDate date, LocalDate today) {
        if (date == null) {
            throw Problem.field("date", ProblemCode.REQUIRED);
        }
        if (date.isBefore(today)) {
            throw Problem.field("date", ProblemCode.DATE_IN_PAST);
        }
        return date;
    }

    /** How long: an hour where nothing is said. */
    static int minutes(@Nullable Integer minutes) {
        if (minutes == null) {
            return USUAL;
        }
        if (minutes < SHORTEST || minutes > LONGEST) {
            throw Problem.field("minutes", ProblemCode.OUT_OF_RANGE);
        }
        return minutes;
    }

    /**
     * Whether a preparation is read by others than its author: it was shared, and so was the other side's or the day has
     * come.
     */
    static boolean opened(boolean shared, boolean otherShared, LocalDate date, LocalDate today) {
        return shared && (otherShared || !date.isAfter(today));
    }

    /** {@code STATE_CONFLICT} where it stands elsewhere. */
    static void requireState(MeetingState state, MeetingState wanted) {
        if (state != wanted) {
            throw Problem.of(ProblemCode.STATE_CONFLICT, state.name(), wanted.name());
        }
    }

    /** Somebody else was a moment earlier where nothing was changed; {@code STALE_VERSION}. */
    static void requireOne(int changed) {
        if (changed == 0) {
            throw Problem.of(ProblemCode.STALE_VERSION);
        }
    }

    /** Why; {@code REASON_REQUIRED}, {@code TOO_LONG}. */
    static String reason(@Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw Problem.field("reason", ProblemCode.REASON_REQUIRED);
        }
        return Texts.optional("reason", reason, REASON);
    }
}
