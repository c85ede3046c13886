package se.stegen.access.signin;

import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;

/** What a password must be: long enough, and nothing else. */
public final class Passwords {
    /** The fewest characters. */
    public static final int SHORTEST = 12;

    /** The most: more would only keep the machine busy. */
    public static final int LONGEST = 200;

    private Passwords() {}

    /** Throws {@code PASSWORD_TOO_SHORT} or {@code TOO_LONG}. */
    public static void check(String field, String password) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            throw Problem.field(field, ProblemCode.PASSWORD_TOO_SHORT, SHORTEST);
        }
        if (password.length() > LONGEST) {
            throw Problem.field(field, ProblemCode.TOO_LONG, LONGEST);
        }
    }
}
