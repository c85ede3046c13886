package se.stegen.access;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.time.LocalDateTime;

/**
 * A line of a portfolio's log.
 *
 * @param at when, UTC
 * @param actorId who did it; null where the program itself did
 * @param actorName that person's name today
 * @param subjectId the doctor whose portfolio it is
 * @param subjectName that person's name today
 * @param action what was done
 * @param objectKind to what kind of thing
 * @param objectId to which of them; null where to a list
 */
@Introspected
public record LogEntry(
        LocalDateTime at,
        @Nullable Long actorId,
        @Nullable String actorName,
        long subjectId,
        String subjectName,
        AccessLog.Action action,
        String objectKind,
        @Nullable Long objectId) {}
