package se.stegen.iup;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDateTime;

/**
 * What somebody said of a plan.
 *
 * @param authorName who
 * @param writtenAt UTC
 * @param text what
 */
@Introspected
public record IupComment(String authorName, LocalDateTime writtenAt, String text) {}
