package se.stegen.common;

import io.micronaut.core.annotation.Nullable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Instants of the database, as the API answers them. */
public final class ApiTime {
    private ApiTime() {}

    /** The instant of a UTC date and time; null stays null. */
    public static @Nullable Instant instant(@Nullable LocalDateTime utc) {
        return utc == null ? null : utc.toInstant(ZoneOffset.UTC);
    }
}
