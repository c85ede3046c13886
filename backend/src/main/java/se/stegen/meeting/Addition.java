package se.stegen.meeting;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDateTime;

/**
 * What was corrected or added after a meeting was closed.
 *
 * @param addedAt UTC
 */
@Introspected
public record Addition(String text, long addedBy, String addedByName, LocalDateTime addedAt) {}
