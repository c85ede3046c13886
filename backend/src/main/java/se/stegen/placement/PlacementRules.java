package se.stegen.placement;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import se.stegen.common.Period;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;

/** When a placement may be, and its introduction. */
final class PlacementRules {
    /** So many days before the first one an introduction may be. */
    private static final int INTRODUCED_BEFORE = 30;

    private PlacementRules() {}

    /**
     * The days of a placement.
     *
     * @throws Problem {@code REQUIRED} on {@code from} or {@code to}; {@code END_BEFORE_START} or {@code OUT_OF_RANGE} on
     *     {@code to}; {@code OUTSIDE_PROGRAMME} on {@code from}
     */
    static Period period(LocalDate programmeStart, @Nullable LocalDate from, @Nullable LocalDate to, LocalDate latest) {
        if (to == null) {
            throw Problem.field("to", ProblemCode.REQUIRED);
        }
        if (from == null) {
            throw Problem.field("from", ProblemCode.REQUIRED);
        }
        if (to.isBefore(from)) {
            throw Problem.field("to", ProblemCode.END_BEFORE_START);
        }
        if (to.isAfter(latest)) {
            throw Problem.field("to", ProblemCode.OUT_OF_RANGE);
        }
        if (from.isBefore(programmeStart)) {
            throw Problem.field("from", ProblemCode.OUTSIDE_PROGRAMME);
        }
        return new Period(from, to);
    }

    /** Whether a doctor can have been introduced to a placement of these days on that day. */
    static boolean isIntroduction(LocalDate day, LocalDate from, LocalDate to) {
        return !day.isBefore(from.minusDays(INTRODUCED_BEFORE)) && !day.isAfter(to);
    }
}
