package se.stegen.access.signin;

import java.time.Instant;

/**
 * A key that signs tokens.
 *
 * @param kid key id, in the header of each token
 * @param secret 32 random bytes
 * @param createdAt the newest key signs
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
record SigningKey(String kid, byte[] secret, Instant createdAt) {
    /** Tells nothing of the secret. */
    @Override
    public String toString() {
        return "SigningKey[" + kid + ", " + createdAt + "]";
    }
}
