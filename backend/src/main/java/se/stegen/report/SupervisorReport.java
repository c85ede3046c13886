package se.stegen.report;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDateTime;

/**
 * Handledarrapport: the main supervisor's words on a doctor's year.
 *
 * @param progress how the training goes
 * @param strengths strengths
 * @param development what to develop
 * @param needs what the doctor or the supervisor needs of the clinic
 * @param sentAt UTC; null while it is a draft
 * @param readByName the studierektor who has read both reports; null while nobody has
 * @param readAt UTC
 */
public record SupervisorReport(
        long authorId,
        String authorName,
        ReportState state,
        String progress,
        String strengths,
        String development,
        String needs,
        LocalDateTime updatedAt,
        @Nullable LocalDateTime sentAt,
        @Nullable String readByName,
        @Nullable LocalDateTime readAt,
        int version) {}
