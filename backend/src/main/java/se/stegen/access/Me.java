package se.stegen.access;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;

/**
 * Who somebody is, as the person sees it.
 *
 * @param id the person
 * @param name full name
 * @param email address at work
 * @param roles those in force today
 */
@Serdeable
public record Me(String id, String name, String email, List<MyRole> roles) {
    /**
     * A role with what it holds for.
     *
     * @param role which
     * @param scopeType null for ADMIN of the whole installation
     * @param scopeId clinic or organisation
     * @param scopeName its name
     * @param validFrom first day
     * @param validTo last day; null is open
     */
    @Serdeable
    @Introspected
    public record MyRole(
            Role role,
            @Nullable ScopeType scopeType,
            @Nullable String scopeId,
            @Nullable String scopeName,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {}
}
