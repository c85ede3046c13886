package se.stegen.meeting;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * When and where a meeting is to be.
 *
 * @param date day, today or ahead
 * @param startsAt time in Sweden; null where only the day is known
 * @param minutes how long, 15-480; null is an hour
 * @param place where, up to 200 characters; may be empty
 */
public record MeetingPlan(
        @Nullable LocalDate date,
        @Nullable LocalTime startsAt,
        @Nullable Integer minutes,
        @Nullable String place) {}
