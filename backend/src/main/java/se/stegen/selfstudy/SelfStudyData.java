package se.stegen.selfstudy;

import io.micronaut.core.annotation.Nullable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * Self-study as a doctor logs it.
 *
 * @param date day, not ahead
 * @param hours in quarters, 0.25-24
 * @param goalCodes goals of the doctor's curriculum; may be empty
 * @param note what was read, up to 500 characters; may be empty
 */
public record SelfStudyData(
        @Nullable LocalDate date,
        @Nullable BigDecimal hours,
        List<String> goalCodes,
        @Nullable String note) {}
