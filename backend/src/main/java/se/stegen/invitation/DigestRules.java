package se.stegen.invitation;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import se.stegen.common.Today;

/** When somebody is reminded by a digest. Pure. */
final class DigestRules {
    /** A request is let alone for so many days, and a digest goes at most once in as many. */
    static final int DAYS = 3;

    private DigestRules() {}

    /**
     * Whether a digest is due on the day.
     *
     * @param sent when the open requests were sent, UTC
     * @param last the latest digest, UTC; null where there was none
     * @param stopped when digests were stopped; null where they were not
     */
    static boolean due(
            List<LocalDateTime> sent, @Nullable LocalDateTime last, @Nullable LocalDateTime stopped, LocalDate day) {
        boolean waited = sent.stream().anyMatch(at -> days(at, day) > DAYS);
        return waited && stopped == null && (last == null || days(last, day) >= DAYS);
    }

    /** Days in Sweden from an instant to the day. */
    static long days(LocalDateTime utc, LocalDate day) {
        return day.toEpochDay() - Today.dayOf(utc).toEpochDay();
    }
}
