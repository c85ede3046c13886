package se.stegen.proof;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDateTime;
import java.util.List;

/**
 * A signature as those see it who may read the record.
 *
 * @param publicId its name on the page that everybody can open
 * @param contentHash SHA-256 of what was signed, 64 hex digits
 * @param signerName the name that day
 * @param roles what the signer was to the doctor that day
 * @param method SIGNED_IN, PIN or LINK
 * @param signedAt UTC
 * @param sealedAfterwards when the proof was made, UTC, where that was afterwards; null where it was made on signing
 */
public record SignatureFacts(
        String publicId,
        String contentHash,
        String signerName,
        List<String> roles,
        String method,
        LocalDateTime signedAt,
        @Nullable LocalDateTime sealedAfterwards) {
    private static final int SHORT = 16;
    private static final int GROUP = 4;

    /** The first digits of the hash, in groups: {@code 3f2a 99c1 07de 41b0}. */
    public String fingerprint() {
        StringBuilder groups = new StringBuilder();
        for (int i = 0; i < SHORT; i += GROUP) {
            groups.append(i == 0 ? "" : " ").append(contentHash, i, i + GROUP);
        }
        return groups.toString();
    }
}
