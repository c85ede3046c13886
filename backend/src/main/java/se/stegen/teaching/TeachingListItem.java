package se.stegen.teaching;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * A session in a list.
 *
 * @param leaderName who leads it; null where nobody is named
 * @param attended how many were there
 * @param mine whether the reader was
 */
@Introspected
public record TeachingListItem(
        long id,
        TeachingKind kind,
        LocalDate date,
        @Nullable LocalTime startsAt,
        String place,
        String title,
        @Nullable String leaderName,
        boolean cancelled,
        int attended,
        boolean mine) {}
