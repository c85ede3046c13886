package se.stegen.teaching;

import java.time.Instant;

/**
 * A code that was just made; it is shown in the room and kept nowhere.
 *
 * @param path where it leads, from the program's address on
 * @param expiresAt when it stops working
 */
public record TeachingCode(String path, Instant expiresAt) {
    /** Tells nothing of the code. */
    @Override
    public String toString() {
        return "TeachingCode[" + expiresAt + "]";
    }
}
