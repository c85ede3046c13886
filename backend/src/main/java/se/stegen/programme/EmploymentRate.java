package se.stegen.programme;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;

/**
 * Sysselsättningsgrad from a day on, until the next one.
 *
 * @param id key
 * @param validFrom first day
 * @param rate percent 1-100
 * @param version for optimistic locking
 */
@Introspected
public record EmploymentRate(long id, LocalDate validFrom, int rate, int version) {}
