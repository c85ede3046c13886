package se.stegen.organisation;

import io.micronaut.core.annotation.Nullable;

/**
 * What is written of a person.
 *
 * @param name 1-200 characters
 * @param email address at work, at most 254 characters, once in the program
 * @param username name at sign-in, at most 100 characters without blanks, in any case; empty takes the address
 */
public record PersonData(
        @Nullable String name,
        @Nullable String email,
        @Nullable String username) {}
