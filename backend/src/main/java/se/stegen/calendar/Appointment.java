package se.stegen.calendar;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;

/**
 * An appointment as the feature that it belongs to knows it.
 *
 * @param kind what it is
 * @param recordId the record of that kind; the appointment's identity together with it
 * @param day day in Sweden
 * @param startsAt time in Sweden; null takes the whole day
 * @param minutes how long, 1-1440; without meaning for a whole day
 * @param place where, up to 200 characters; may be empty
 * @param about whom or what it is about: a doctor's name or a title, up to 200 characters; never text of a portfolio
 * @param path the screen that it leads to, such as {@code supervision/7}
 * @param personIds who takes part
 */
public record Appointment(
        AppointmentKind kind,
        long recordId,
        LocalDate day,
        @Nullable LocalTime startsAt,
        int minutes,
        String place,
        String about,
        String path,
        Set<Long> personIds) {}
