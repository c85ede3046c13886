package se.stegen.history;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.time.LocalDateTime;

/**
 * One time that records kept elsewhere were brought in.
 *
 * @param clinicId clinic where it was done; null where the doctor had none
 * @param programmeId the one portfolio that it is about; null where for a whole clinic
 * @param origin where the records come from, in the words of who brought them in; may be empty
 * @param fileName name of the CSV file; empty for the API
 * @param recordCount records that were brought in
 * @param skippedCount records that were there already
 * @param voidedCount records of it that were taken back since
 * @param broughtAt UTC
 */
@Introspected
public record TransferBatch(
        long id,
        @Nullable Long clinicId,
        @Nullable Long programmeId,
        String origin,
        String fileName,
        int recordCount,
        int skippedCount,
        int voidedCount,
        long broughtById,
        String broughtBy,
        LocalDateTime broughtAt) {
    /** Whether all of it was taken back. */
    public boolean voided() {
        return recordCount > 0 && voidedCount == recordCount;
    }
}
