package se.stegen.coverage;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * Intygat delmål, also one that was taken back.
 *
 * @param id key
 * @param goalCode the goal
 * @param statement how it was checked; may be empty
 * @param attestedBy who attested it
 * @param attestedOn the day, in Sweden
 * @param attestedAt UTC
 * @param evidence records that it was made against
 * @param voided those of them that have been voided since
 * @param withdrawnBy who took it back; null where it is in force
 * @param withdrawnAt UTC
 * @param reason why it was taken back
 */
@Introspected
public record Attestation(
        long id,
        String goalCode,
        String statement,
        String attestedBy,
        LocalDate attestedOn,
        LocalDateTime attestedAt,
        int evidence,
        int voided,
        @Nullable String withdrawnBy,
        @Nullable LocalDateTime withdrawnAt,
        @Nullable String reason) {

    /** Whether it has not been taken back. */
    public boolean inForce() {
        return withdrawnAt == null;
    }
}
