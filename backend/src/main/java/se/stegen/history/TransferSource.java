package se.stegen.history;

import java.time.LocalDateTime;

/**
 * Scanned pages that records of one doctor were read from.
 *
 * @param contentType {@code application/pdf}, {@code image/jpeg} or {@code image/png}
 * @param size in bytes
 * @param sha256 of the bytes, in hexadecimal
 * @param addedBy name of who attached it
 * @param addedAt UTC
 */
public record TransferSource(
        long id,
        long batchId,
        long programmeId,
        String doctorName,
        String fileName,
        String contentType,
        int size,
        String sha256,
        String addedBy,
        LocalDateTime addedAt) {
    /** The pages with their bytes. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Content(TransferSource source, byte[] bytes) {}
}
