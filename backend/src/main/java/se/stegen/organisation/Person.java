package se.stegen.organisation;

import io.micronaut.core.annotation.Introspected;

/**
 * Somebody who can sign in.
 *
 * @param id key
 * @param name full name
 * @param email address at work
 * @param username name at sign-in, in lower case
 * @param hasPassword whether the person has set a password yet
 * @param version for optimistic locking
 */
@Introspected
public record Person(long id, String name, String email, String username, boolean hasPassword, int version) {}
