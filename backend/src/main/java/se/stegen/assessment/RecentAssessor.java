package se.stegen.assessment;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;

/**
 * Somebody who was asked lately.
 *
 * @param personId null for an address of somebody without account
 * @param name name of the account, or the address
 */
@Introspected
public record RecentAssessor(@Nullable Long personId, String name) {}
