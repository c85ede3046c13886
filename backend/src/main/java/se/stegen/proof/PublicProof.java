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
    /** {@code SigningMethod.LINK}, as it is frozen. */
    private static final String BY_LINK = "LINK";

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
        /** As it was signed, without sign-in: the name is what the one who answered wrote, and nobody has confirmed it. */
        UNCONFIRMED,
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
     * @param withoutSignIn whether it was signed by a one-time link
     * @param voidedAt when it was voided, UTC; null where it was not
     */
    public record Answer(
            Standing standing,
            String signerName,
            LocalDateTime signedAt,
            boolean withoutSignIn,
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
        Optional<SignatureRow> voiding = signatures.ofRecord(SignatureKind.VOIDING, row.recordId(), row.kind());
        return new Answer(
                standing(row, voiding.isPresent()),
                row.signerName(),
                row.signedAt(),
                row.method().equals(BY_LINK),
                voiding.map(SignatureRow::signedAt).orElse(null));
    }

    private Standing standing(SignatureRow row, boolean voided) {
        if (row.content() == null && signatures.erased(row)) {
            return Standing.ERASED;
        }
        if (!signatures.holds(row)) {
            return Standing.BROKEN;
        }
        if (voided) {
            return Standing.VOIDED;
        }
        boolean confirmed = !row.method().equals(BY_LINK)
                || signatures
                        .ofRecord(SignatureKind.ASSESSMENT_CONFIRMATION, row.recordId(), "")
                        .isPresent();
        return confirmed ? Standing.HOLDS : Standing.UNCONFIRMED;
    }
}
