package se.stegen.invitation;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import se.stegen.access.signin.LinkTokens;
import se.stegen.common.Today;
import se.stegen.notification.PublicAddress;

/** Links that stop digests to an address with one tap and no sign-in. */
@Singleton
public class StopLinks {
    private final DigestQuery rows;
    private final LinkTokens tokens;
    private final PublicAddress address;
    private final Today today;

    StopLinks(DigestQuery rows, LinkTokens tokens, PublicAddress address, Today today) {
        this.rows = rows;
        this.tokens = tokens;
        this.address = address;
        this.today = today;
    }

    /** A new link for a digest that goes to this address now, in the transaction of that mail. */
    @Transactional
    public String make(String email) {
        String hash = Digests.hash(email);
        rows.sent(hash, today.utc());
        String token = tokens.make();
        rows.addStop(LinkTokens.hash(token), hash, today.utc());
        return address.of("/stop/" + token);
    }
}
