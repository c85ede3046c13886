package se.stegen.programme;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;

/**
 * What is written of a leave.
 *
 * @param from first day, not before the programme's
 * @param to last day; null is open
 * @param extent percent 1-100; null is 100
 * @param reason at most 500 characters
 */
public record LeaveData(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Integer extent,
        @Nullable String reason) {}
