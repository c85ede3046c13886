package se.stegen.programme;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import se.stegen.common.Period;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.programme.ProgrammeRepository.ProgrammeRow;

/** What is asked of days and numbers wherever a part of a programme is written. */
final class ProgrammeChecks {
    private static final LocalDate EARLIEST = LocalDate.of(1980, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2100, 12, 31);

    private ProgrammeChecks() {}

    /** {@code END_BEFORE_START} on the second, {@code OUTSIDE_PROGRAMME} on the first; throws as {@link #day}. */
    static Period period(
            ProgrammeRow programme,
            String fromField,
            @Nullable LocalDate from,
            String toField,
            @Nullable LocalDate to) {
        LocalDate first = day(fromField, from);
        if (to != null) {
            if (to.isBefore(first)) {
                throw Problem.field(toField, ProblemCode.END_BEFORE_START);
            }
            day(toField, to);
        }
        if (first.isBefore(programme.startDate())) {
            throw Problem.field(fromField, ProblemCode.OUTSIDE_PROGRAMME);
        }
        return new Period(first, to);
    }

    /** {@code REQUIRED}, {@code OUT_OF_RANGE}. */
    static LocalDate day(String field, @Nullable LocalDate day) {
        if (day == null) {
            throw Problem.field(field, ProblemCode.REQUIRED);
        }
        if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
            throw Problem.field(field, ProblemCode.OUT_OF_RANGE);
        }
        return day;
    }

    /** A number from 1; {@code OUT_OF_RANGE}. */
    static int inRange(String field, @Nullable Integer given, int otherwise, int max) {
        int value = given == null ? otherwise : given;
        if (value < 1 || value > max) {
            throw Problem.field(field, ProblemCode.OUT_OF_RANGE);
        }
        return value;
    }

    /** {@code STALE_VERSION} where no row had the version. */
    static void requireOne(int changed) {
        if (changed == 0) {
            throw Problem.of(ProblemCode.STALE_VERSION);
        }
    }
}
