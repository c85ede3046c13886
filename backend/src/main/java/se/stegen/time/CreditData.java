package se.stegen.time;

import io.micronaut.core.annotation.Nullable;

/**
 * What is written of a credit.
 *
 * @param kind code of a {@link CreditKind}
 * @param months months of full time, 0-240; null is 0
 * @param days days of full time besides, 0-30; null is 0
 * @param note what it is for, at most 500 characters
 */
public record CreditData(
        @Nullable String kind,
        @Nullable Integer months,
        @Nullable Integer days,
        @Nullable String note) {}
