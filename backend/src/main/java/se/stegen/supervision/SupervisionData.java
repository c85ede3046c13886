package se.stegen.supervision;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.util.List;

/**
 * What a doctor or a supervisor writes of a session.
 *
 * @param date the day it was held, or is planned for
 * @param supervisorId with whom; the one who signs
 * @param iupReviewed whether the IUP was followed up
 * @param goalCodes goals that were discussed
 * @param minutes for the doctor and the supervisor only; up to 20 000 characters
 * @param agreed what was agreed; for the same two
 */
public record SupervisionData(
        LocalDate date,
        long supervisorId,
        boolean iupReviewed,
        List<String> goalCodes,
        @Nullable String minutes,
        @Nullable String agreed) {}
