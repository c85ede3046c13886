package se.stegen.common;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;

/**
 * Days from one to another, both included.
 *
 * @param from first day
 * @param to last day, not before {@code from}; null is open
 */
public record Period(LocalDate from, @Nullable LocalDate to) {
    /** Refuses an end before the start with {@code END_BEFORE_START}. */
    public Period {
        if (to != null && to.isBefore(from)) {
            throw Problem.field("to", ProblemCode.END_BEFORE_START);
        }
    }

    /** Whether the day lies in the period. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    /** Whether the two share a day. */
    public boolean overlaps(Period other) {
        return (to == null || !other.from.isAfter(to)) && (other.to == null || !from.isAfter(other.to));
    }
}
