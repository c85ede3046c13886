package se.stegen.selfstudy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * Self-study that was logged.
 *
 * @param date day
 * @param hours in quarters, 0.25-24
 * @param goalCodes goals that it served; may be empty
 * @param note what was read; may be empty
 */
public record SelfStudy(
        long id,
        long programmeId,
        LocalDate date,
        BigDecimal hours,
        List<String> goalCodes,
        String note,
        int version) {}
