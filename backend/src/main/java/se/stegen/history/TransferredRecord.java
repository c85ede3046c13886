package se.stegen.history;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * Överfört: a record kept elsewhere that was brought in. Nobody has signed it here.
 *
 * @param batchId the time that it was brought in
 * @param date its own date, on which it counts as signed
 * @param signedBy who signed it, as it is written where it comes from; may be empty
 * @param templateCode form of an assessment
 * @param templateName its Swedish name
 * @param templateNameEn its English name
 * @param hours of self-study
 * @param note anything else; empty also where the reader may not see it
 * @param asWritten its row as it stood in the file; empty as the note is, and for the API
 * @param goalCodes goals that it shows, joined by commas
 * @param origin where it comes from, in the words of who brought it in
 * @param broughtById who brought it in
 * @param broughtBy that person's name
 * @param broughtAt when, in UTC
 * @param voidedBy who took it back; null where nobody has
 * @param voidedAt when, in UTC
 * @param voidReason why
 */
@Introspected
public record TransferredRecord(
        long id,
        long batchId,
        long programmeId,
        TransferredKind kind,
        LocalDate date,
        String signedBy,
        @Nullable String templateCode,
        @Nullable String templateName,
        @Nullable String templateNameEn,
        @Nullable BigDecimal hours,
        String note,
        String asWritten,
        @Nullable String goalCodes,
        String origin,
        long broughtById,
        String broughtBy,
        LocalDateTime broughtAt,
        @Nullable String voidedBy,
        @Nullable LocalDateTime voidedAt,
        @Nullable String voidReason) {
    /** Whether it counts. */
    public boolean counts() {
        return voidedAt == null;
    }

    /** The same for a reader who may not see what was written. */
    TransferredRecord withoutText() {
        return new TransferredRecord(
                id,
                batchId,
                programmeId,
                kind,
                date,
                signedBy,
                templateCode,
                templateName,
                templateNameEn,
                hours,
                "",
                "",
                goalCodes,
                origin,
                broughtById,
                broughtBy,
                broughtAt,
                voidedBy,
                voidedAt,
                voidReason);
    }
}
