package se.stegen.organisation;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;

/**
 * A person in the admin's list.
 *
 * @param id key
 * @param name full name
 * @param email address at work
 * @param username name at sign-in
 * @param hasPassword whether the person has set a password yet
 * @param roles roles in force today, codes with commas between; null where there is none
 * @param version for optimistic locking
 */
@Introspected
public record PersonListItem(
        long id,
        String name,
        String email,
        String username,
        boolean hasPassword,
        @Nullable String roles,
        int version) {}
