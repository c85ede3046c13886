package se.stegen.history;

import io.micronaut.core.annotation.Nullable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A record kept elsewhere, as it is to be brought in.
 *
 * @param kind a {@link TransferredKind}
 * @param date day of the meeting or observation, not ahead
 * @param signedBy who signed it where it comes from, up to 200 characters; may be empty
 * @param templateCode form of an assessment
 * @param goalCodes goals of the doctor's curriculum; may be empty
 * @param hours hours of self-study, in quarters, 0.25-999.75
 * @param note anything else, up to 2,000 characters; may be empty
 */
public record TransferredData(
        @Nullable String kind,
        @Nullable LocalDate date,
        @Nullable String signedBy,
        @Nullable String templateCode,
        List<String> goalCodes,
        @Nullable BigDecimal hours,
        @Nullable String note) {}
