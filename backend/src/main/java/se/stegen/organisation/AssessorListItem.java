package se.stegen.organisation;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;

/**
 * Somebody who can be asked to supervise or assess.
 *
 * @param id the person
 * @param name full name
 * @param clinicName a clinic that the person has a role at; null where the role is an organisation's
 */
@Introspected
public record AssessorListItem(
        long id, String name, @Nullable String clinicName) {}
