package se.stegen.supervision;

import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * How a series repeats.
 *
 * @param weekday the day of the week
 * @param everyWeeks 1-26
 * @param from first day that it may be
 * @param to last day that it may be; at most two years later
 * @param count how many sessions at most, 1-40
 */
public record SeriesRhythm(DayOfWeek weekday, int everyWeeks, LocalDate from, LocalDate to, int count) {}
