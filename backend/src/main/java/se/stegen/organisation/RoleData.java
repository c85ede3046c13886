package se.stegen.organisation;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import se.stegen.access.Role;
import se.stegen.access.ScopeType;

/**
 * What is written of a role.
 *
 * @param role role
 * @param scopeType kind of scope; may be null for ADMIN only
 * @param scopeId clinic or organisation
 * @param validFrom first day
 * @param validTo last day; null is open
 */
public record RoleData(
        @Nullable Role role,
        @Nullable ScopeType scopeType,
        @Nullable Long scopeId,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo) {}
