package se.stegen.supervision;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;

/**
 * A day of a series before it is booked.
 *
 * @param obstacle why it is not proposed; null where it is
 * @param holiday for a holiday the key of its name ({@code holiday.<key>}); else null
 */
public record SeriesDay(
        LocalDate day,
        @Nullable Obstacle obstacle,
        @Nullable String holiday) {
    /** What stands in the way. */
    public enum Obstacle {
        /** A public holiday, or an eve on which clinics are closed. */
        HOLIDAY,
        /** The doctor is on full leave. */
        LEAVE,
        /** A session is planned for that day already. */
        PLANNED
    }
}
