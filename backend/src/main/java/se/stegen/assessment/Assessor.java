package se.stegen.assessment;

import io.micronaut.core.annotation.Nullable;

/**
 * Who is asked: somebody with an account, or an address of somebody without.
 *
 * @param personId by account; null where there is none, or nobody is named yet
 * @param email where there is no account; an address that is an account's is taken as that account
 */
public record Assessor(@Nullable Long personId, @Nullable String email) {
    /** Somebody with an account. */
    public static Assessor person(long personId) {
        return new Assessor(personId, null);
    }

    /** Whoever reads mail at the address. */
    public static Assessor at(String email) {
        return new Assessor(null, email);
    }

    /** Whether anybody is named. */
    boolean named() {
        return personId != null || email != null;
    }
}
