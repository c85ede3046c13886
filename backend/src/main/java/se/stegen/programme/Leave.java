package se.stegen.programme;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;

/**
 * Tjänstledighet, full or in part.
 *
 * @param id key
 * @param from first day
 * @param to last day; null is open
 * @param extent percent 1-100
 * @param reason why; null for all but the doctor and the one who entered it, and where nothing was said
 * @param seesReason whether the reader may see why, also where nothing was said
 * @param version for optimistic locking
 */
public record Leave(
        long id,
        LocalDate from,
        @Nullable LocalDate to,
        int extent,
        @Nullable String reason,
        boolean seesReason,
        int version) {}
