package se.stegen.meeting;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDateTime;
import java.util.List;

/**
 * What one side wrote before a meeting.
 *
 * @param personId who
 * @param personName that person's name
 * @param answers an answer per question, in their order; may be empty
 * @param sharedAt UTC; null while it is for its author only
 * @param updatedAt UTC
 */
public record Preparation(
        long personId,
        String personName,
        List<String> answers,
        @Nullable LocalDateTime sharedAt,
        LocalDateTime updatedAt,
        int version) {}
