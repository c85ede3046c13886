package se.stegen.meeting;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * What a meeting came to, as it is written before it is closed; for those who may close it only.
 *
 * @param date day on which it was held; null while none is written
 * @param summary what was said, so far
 * @param agreements what was agreed, so far
 * @param writtenByName who wrote it last
 * @param updatedAt UTC
 * @param version for optimistic locking of this draft
 */
public record MeetingClosing(
        @Nullable LocalDate date,
        String summary,
        List<Agreement> agreements,
        String writtenByName,
        LocalDateTime updatedAt,
        int version) {}
