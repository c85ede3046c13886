package se.stegen.supervision;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import se.stegen.signing.RecordState;

/**
 * A session in a list; never its minutes.
 *
 * @param date day of the session
 * @param startsAt time that it is planned for; null where none was told
 * @param goalCodes goals discussed, comma separated; null where none
 */
@Introspected
public record SupervisionListItem(
        long id,
        long programmeId,
        String doctorName,
        long supervisorId,
        String supervisorName,
        LocalDate date,
        @Nullable LocalTime startsAt,
        boolean iupReviewed,
        @Nullable String goalCodes,
        RecordState state,
        @Nullable LocalDateTime sentAt,
        @Nullable LocalDateTime signedAt) {}
