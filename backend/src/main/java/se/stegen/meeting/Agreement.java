package se.stegen.meeting;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;

/**
 * What was agreed at a meeting.
 *
 * @param text what, up to 500 characters
 * @param due until when; null is open
 */
@Serdeable
@Introspected
public record Agreement(String text, @Nullable LocalDate due) {}
