package se.stegen.teaching;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * A session as an actor may see it.
 *
 * @param attendees who was there by name, for those who keep the list; else only the reader, if there
 * @param attended how many were there
 * @param cancelReason why it was cancelled; empty where it was not
 * @param mayChange whether the actor may change and cancel it
 * @param mayKeepList whether the actor may show the code (on its day) and keep the list (from its day on)
 */
public record Teaching(
        long id,
        long clinicId,
        String clinicName,
        TeachingKind kind,
        LocalDate date,
        @Nullable LocalTime startsAt,
        int minutes,
        String place,
        String title,
        @Nullable Long leaderId,
        @Nullable String leaderName,
        String article,
        String doi,
        boolean cancelled,
        String cancelReason,
        List<Attendee> attendees,
        int attended,
        int version,
        boolean mayChange,
        boolean mayKeepList) {}
