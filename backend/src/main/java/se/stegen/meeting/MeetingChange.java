package se.stegen.meeting;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * A planned meeting was moved or cancelled, or a closed one voided.
 *
 * @param wasOn its day before
 * @param movedTo its new day; null: it was cancelled or voided
 * @param reason why
 * @param changedAt UTC
 */
@Introspected
public record MeetingChange(
        LocalDate wasOn, @Nullable LocalDate movedTo, String reason, String changedByName, LocalDateTime changedAt) {}
