package se.stegen.report;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * A yearly report in a list.
 *
 * @param sentAt UTC; null while it is a draft
 * @param commentedAt UTC: when the supervisor's report was sent; null before
 */
@Introspected
public record ReportListItem(
        long id,
        long programmeId,
        LocalDate fromDay,
        LocalDate toDay,
        ReportState state,
        @Nullable LocalDateTime sentAt,
        @Nullable LocalDateTime commentedAt) {}
