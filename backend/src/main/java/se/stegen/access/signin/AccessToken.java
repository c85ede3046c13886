package se.stegen.access.signin;

import java.time.Instant;

/**
 * A token whose signature is ours.
 *
 * @param value the token itself
 * @param personId who
 * @param signInId the sign-in it belongs to
 * @param issuedAt when it was made
 * @param expiresAt when it ends by itself
 */
public record AccessToken(String value, long personId, String signInId, Instant issuedAt, Instant expiresAt) {
    /** Tells nothing of the token itself. */
    @Override
    public String toString() {
        return "AccessToken[" + personId + ", " + signInId + ", " + expiresAt + "]";
    }
}
