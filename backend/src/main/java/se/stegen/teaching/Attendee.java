package se.stegen.teaching;

import io.micronaut.core.annotation.Introspected;

/**
 * Somebody who was there.
 *
 * @param self whether that person said so, by the code; else it was noted by the one who keeps the list
 */
@Introspected
public record Attendee(long personId, String name, boolean self) {}
