package se.stegen.history;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.time.LocalDateTime;

/** A draft in a list. */
@Introspected
public record HistoryDraftItem(
        long id,
        @Nullable Long clinicId,
        @Nullable Long programmeId,
        String fileName,
        String origin,
        LocalDateTime updatedAt) {}
