package se.stegen.proof;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.regex.Pattern;
import se.stegen.access.signin.Throttle;

/** What everybody can ask of a printed record, without being signed in: whether it stands as it was signed, by whom, when. */
@Singleton
public class PublicProof {
    private static final Pattern PUBLIC_ID = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final String PURPOSE = "verify";

    private final SignatureReader signatures;
    private final Throttle throttle;

    PublicProof(SignatureReader signatures, Throttle throttle) {
        this.signatures = signatures;
        this.throttle = throttle;
    }

    /** How a record stands. */
    public enum Standing {
        /** As it was signed; looked at just now. */
        HOLDS,
        /** As it was signed, but voided since. */
        VOIDED,
        /** Deleted by a lawful decision. */
        ERASED,
        /** Not as it was signed. */
        BROKEN
    }

    /**
     * The answer.
     *
     * @param voidedAt when it was voided, UTC; null where it was not
     */
    public record Answer(
            Standing standing,
            String signerName,
            LocalDateTime signedAt,
            @Nullable LocalDateTime voidedAt) {}

    /**
     * Looks a signature up and holds it against its record.
     *
     * @param publicId as printed; what is none is answered like one that does not exist
     * @param address who asks, by network address
     * @throws se.stegen.common.Problem {@code TOO_MANY_ATTEMPTS}
     */
    public Optional<Answer> look(String publicId, String address) {
        throttle.countLookup(PURPOSE, address);
        if (!PUBLIC_ID.matcher(publicId).matches()) {
            return Optional.empty();
        }
        return signatures.byPublicId(publicId).map(this::answer);
    }

    private Answer answer(SignatureRow row) {
        if (row.content() == null && signatures.erased(row)) {
            return new Answer(Standing.ERASED, row.signerName(), row.signedAt(), null);
        }
        if (!signatures.holds(row)) {
            return new Answer(Standing.BROKEN, row.signerName(), row.signedAt(), null);
        }
        Optional<SignatureRow> voiding = signatures.ofRecord(SignatureKind.VOIDING, row.recordId(), row.kind());
        return voiding.map(found -> new Answer(Standing.VOIDED, row.signerName(), row.signedAt(), found.signedAt()))
                .orElseGet(() -> new Answer(Standing.HOLDS, row.signerName(), row.signedAt(), null));
    }
}
