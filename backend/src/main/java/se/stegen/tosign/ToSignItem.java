package se.stegen.tosign;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import se.stegen.signing.RecordKind;

/**
 * A record that waits for the actor's signature.
 *
 * @param title the form's Swedish name; null for a supervision session
 * @param titleEn the form's English name; null for a supervision session
 * @param date day of the session or the observation
 * @param sentAt UTC
 * @param opened whether the actor has opened it since it was sent
 * @param answered whether there is something to sign: always for a session, for an assessment once the actor has made
 *     the overall judgement in the own draft
 */
@Introspected
public record ToSignItem(
        RecordKind kind,
        long recordId,
        int version,
        String doctorName,
        @Nullable String title,
        @Nullable String titleEn,
        LocalDate date,
        LocalDateTime sentAt,
        boolean opened,
        boolean answered) {}
