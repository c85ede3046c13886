package se.stegen.signing;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.time.LocalDateTime;

/**
 * One step in a record's history.
 *
 * @param fromState null at its start
 * @param actorName who; null for the clock
 * @param withoutAccount whether that one was not signed in (utan inloggning)
 * @param changedAt UTC
 * @param reason why, where one was given
 */
@Introspected
public record StateChange(
        @Nullable String fromState,
        String toState,
        @Nullable String actorName,
        boolean withoutAccount,
        LocalDateTime changedAt,
        @Nullable String reason) {}
