package se.stegen.collegium;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;

/**
 * A collegium as it is planned.
 *
 * @param date day of the meeting
 * @param startsAt time in Sweden; null takes the whole day
 * @param minutes how long, 1-1440; null is two hours
 * @param place up to 200 characters; null is empty
 * @param programmeIds the doctors who are to be discussed, 1-100
 */
public record CollegiumData(
        LocalDate date,
        @Nullable LocalTime startsAt,
        @Nullable Integer minutes,
        @Nullable String place,
        Set<Long> programmeIds) {}
