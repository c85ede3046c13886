package se.stegen.time;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;

/**
 * One reason why a programme does not end on its nominal day.
 *
 * @param kind what it is
 * @param id of the credit, rate or leave; 0 for days without a post
 * @param from first day; null for a credit
 * @param to last day; null where it is open, and for a credit
 * @param percent the employment rate or the leave's extent; 0 otherwise
 * @param days how much later it makes the end, below 0 for earlier; null where it leaves no end at all
 */
public record Shift(
        ShiftKind kind,
        long id,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        int percent,
        @Nullable Integer days) {}
