package se.stegen.assessment;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDateTime;

/**
 * Bekräftad: the main supervisor knows who answered without sign-in.
 *
 * @param byName main supervisor of that day
 * @param confirmedAt UTC
 * @param reported whether it was reported since as somebody else's and not looked into yet: then it does not count
 */
@Introspected
public record Confirmation(String byName, LocalDateTime confirmedAt, boolean reported) {}
