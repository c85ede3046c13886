package se.stegen.meeting;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * A meeting in a list: that and when, nothing of what is said.
 *
 * @param holderName who holds it; null where that is not known
 */
@Introspected
public record MeetingListItem(
        long id,
        long programmeId,
        MeetingKind kind,
        LocalDate date,
        @Nullable LocalTime startsAt,
        MeetingState state,
        @Nullable String holderName) {}
