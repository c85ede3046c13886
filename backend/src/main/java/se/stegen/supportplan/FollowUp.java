package se.stegen.supportplan;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * When a support plan is followed up.
 *
 * @param due day agreed
 * @param startsAt time in Sweden; null where only the day is known
 * @param heldOn day it was held; null while it is ahead
 * @param result what was seen; empty while it is ahead
 * @param notedByName who noted that; null while it is ahead
 */
@Introspected
public record FollowUp(
        long id,
        LocalDate due,
        @Nullable LocalTime startsAt,
        @Nullable LocalDate heldOn,
        String result,
        @Nullable String notedByName,
        int version) {}
