package se.stegen.assessment;

import java.time.Instant;

/**
 * A code that was just made; it is shown once and kept nowhere.
 *
 * @param path where it leads, from the program's address on
 * @param expiresAt when it stops working, {@link CodeService#MINUTES} minutes later
 */
public record AssessmentCode(String path, Instant expiresAt) {
    /** Tells nothing of the code. */
    @Override
    public String toString() {
        return "AssessmentCode[" + expiresAt + "]";
    }
}
