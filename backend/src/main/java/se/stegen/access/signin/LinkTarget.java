package se.stegen.access.signin;

import io.micronaut.core.annotation.Nullable;

/**
 * Whom a one-time link is for.
 *
 * @param name the person's name; null where it makes the first admin
 * @param username the person's name at sign-in; null where it makes the first admin
 */
public record LinkTarget(@Nullable String name, @Nullable String username) {
    /** Whether the link makes the first admin. */
    public boolean firstAdmin() {
        return username == null;
    }
}
