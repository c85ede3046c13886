package se.stegen.calendar;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDateTime;

/**
 * A person's private calendar address, without the address: that is told once, when it is made.
 *
 * @param createdAt UTC
 * @param lastFetchedAt UTC; null where no program ever asked
 * @param lastFetchedBy what the program said that it is; null where it said nothing
 */
public record CalendarFeed(
        LocalDateTime createdAt,
        @Nullable LocalDateTime lastFetchedAt,
        @Nullable String lastFetchedBy) {}
