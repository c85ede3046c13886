package se.stegen.assessment;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import se.stegen.signing.RecordState;

/**
 * An assessment in a list.
 *
 * @param goalCodes comma separated; null where none
 * @param overall a step of the form's scale; null unless signed and observed
 * @param overallSteps how many steps that scale has; 0 where the form has none
 * @param unconfirmed signed without sign-in, and not confirmed yet
 */
@Introspected
public record AssessmentListItem(
        long id,
        long programmeId,
        String doctorName,
        String templateCode,
        String templateName,
        String templateNameEn,
        @Nullable Long assessorId,
        String assessorName,
        LocalDate observedOn,
        @Nullable String goalCodes,
        @Nullable Integer overall,
        int overallSteps,
        RecordState state,
        @Nullable LocalDateTime sentAt,
        @Nullable LocalDateTime signedAt,
        boolean unconfirmed) {}
