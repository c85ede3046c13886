package se.stegen.invitation;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * What the receipt's link tells the address.
 *
 * @param signedAt UTC
 * @param reported whether it was told to the studierektor already
 */
public record SignedByLink(
        String doctorName,
        String templateName,
        LocalDate observedOn,
        LocalDateTime signedAt,
        String signerName,
        boolean reported) {}
