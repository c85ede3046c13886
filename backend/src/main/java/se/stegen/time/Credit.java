package se.stegen.time;

import io.micronaut.core.annotation.Introspected;

/**
 * Tillgodoräknande: time that counts without being served in the programme.
 *
 * @param id key
 * @param kind what is credited
 * @param months months of full time, 0 or more
 * @param days days of full time besides, 0-30
 * @param note what it is for; may be empty
 * @param version for optimistic locking
 */
@Introspected
public record Credit(long id, CreditKind kind, int months, int days, String note, int version) {}
