package se.stegen.assessment;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDateTime;

/**
 * Bekräftad: the main supervisor knows who answered without sign-in.
 *
 * @param byName main supervisor of that day
 * @param confirmedAt UTC
 */
@Introspected
public record Confirmation(String byName, LocalDateTime confirmedAt) {}
