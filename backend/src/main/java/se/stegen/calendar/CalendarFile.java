package se.stegen.calendar;

import java.time.Instant;

/**
 * A calendar as a program fetches it.
 *
 * @param text RFC 5545
 * @param tag what tells this state from another; for header ETag, without quotes
 * @param changedAt when the latest of its appointments changed
 */
public record CalendarFile(String text, String tag, Instant changedAt) {}
