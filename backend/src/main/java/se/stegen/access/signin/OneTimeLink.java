package se.stegen.access.signin;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * A link that was just made; it is shown once and kept nowhere.
 *
 * @param path where it leads, from the program's address on
 * @param expiresAt when it stops working
 */
@Serdeable
public record OneTimeLink(String path, Instant expiresAt) {
    /** Tells nothing of the token. */
    @Override
    public String toString() {
        return "OneTimeLink[" + expiresAt + "]";
    }
}
