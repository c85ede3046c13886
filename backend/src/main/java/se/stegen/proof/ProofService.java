package se.stegen.proof;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import se.stegen.access.AccessPolicy;
import se.stegen.access.Actor;
import se.stegen.access.PortfolioAccess;

/** What those who may read a signed record see of its signature. */
@Singleton
public class ProofService {
    private final AccessPolicy access;
    private final SignatureReader signatures;

    ProofService(AccessPolicy access, SignatureReader signatures) {
        this.access = access;
        this.signatures = signatures;
    }

    /**
     * The signature of a record; empty where there is none, or for who may neither read the portfolio's signed records nor
     * signed it.
     */
    @Transactional
    public Optional<SignatureFacts> signature(Actor actor, SignatureKind kind, long recordId) {
        return signatures
                .ofRecord(kind, recordId, "")
                .filter(row -> mayRead(actor, row))
                .map(row -> new SignatureFacts(
                        row.publicId(),
                        row.contentHash(),
                        row.signerName(),
                        List.of(row.signerRole().split("\\+")),
                        row.method(),
                        row.signedAt(),
                        row.transferred() == 0 ? null : row.sealedAt()));
    }

    private boolean mayRead(Actor actor, SignatureRow row) {
        Long signer = row.signerId();
        return (signer != null && signer == actor.personId())
                || access.portfolioAccess(actor, row.programmeId()).compareTo(PortfolioAccess.SIGNED) >= 0;
    }
}
