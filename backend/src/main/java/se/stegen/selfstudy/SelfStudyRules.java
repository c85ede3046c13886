package se.stegen.selfstudy;

import io.micronaut.core.annotation.Nullable;
import java.math.BigDecimal;
import java.time.LocalDate;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;

/** What holds for logged hours whatever the database says. */
final class SelfStudyRules {
    /** Hours of a day. */
    static final BigDecimal DAY = new BigDecimal(24);

    private static final BigDecimal QUARTERS = new BigDecimal(4);

    private SelfStudyRules() {}

    /** Hours in quarters, above nothing and at most a day. */
    static BigDecimal hours(@Nullable BigDecimal hours) {
        if (hours == null) {
            throw Problem.field("hours", ProblemCode.REQUIRED);
        }
        boolean quarters = hours.multiply(QUARTERS).stripTrailingZeros().scale() <= 0;
        if (hours.signum() <= 0 || hours.compareTo(DAY) > 0 || !quarters) {
            throw Problem.field("hours", ProblemCode.HOURS_IN_QUARTERS);
        }
        return hours.setScale(2);
    }

    /** A day of the programme that has come. */
    static LocalDate date(@Nullable LocalDate date, LocalDate today, LocalDate start) {
        if (date == null) {
            throw Problem.field("date", ProblemCode.REQUIRED);
        }
        if (date.isAfter(today)) {
            throw Problem.field("date", ProblemCode.DATE_IN_FUTURE);
        }
        if (date.isBefore(start)) {
            throw Problem.field("date", ProblemCode.OUTSIDE_PROGRAMME);
        }
        return date;
    }

    /** No day has more than its 24 hours. */
    static void requireRoom(BigDecimal others, BigDecimal hours) {
        if (others.add(hours).compareTo(DAY) > 0) {
            throw Problem.field(
                    "hours",
                    ProblemCode.DAY_IS_FULL,
                    others.stripTrailingZeros().toPlainString());
        }
    }
}
