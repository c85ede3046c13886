package se.stegen.organisation;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import se.stegen.access.Role;
import se.stegen.access.ScopeType;

/**
 * A role with its scope and its time.
 *
 * @param id key
 * @param role role
 * @param scopeType kind of scope; null for an admin of the whole installation
 * @param scopeId clinic or organisation
 * @param scopeName its name
 * @param validFrom first day
 * @param validTo last day; null is open
 */
@Introspected
public record RoleAssignment(
        long id,
        Role role,
        @Nullable ScopeType scopeType,
        @Nullable Long scopeId,
        @Nullable String scopeName,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {}
