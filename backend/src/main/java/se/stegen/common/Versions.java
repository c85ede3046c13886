package se.stegen.common;

import io.micronaut.core.annotation.Nullable;

/** The version that a change gives back, in the body or as {@code If-Match}. */
public final class Versions {
    private Versions() {}

    /**
     * The version.
     *
     * @throws Problem {@code VERSION_MISSING} where neither has one, {@code INVALID_FIELD} where the header is no number
     */
    public static int required(@Nullable Integer body, @Nullable String ifMatch) {
        if (body != null) {
            return body;
        }
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Problem.of(ProblemCode.VERSION_MISSING);
        }
        try {
            return Integer.parseInt(ifMatch.replace("W/", "").replace("\"", "").strip());
        } catch (NumberFormatException e) {
            throw Problem.field("If-Match", ProblemCode.INVALID_FIELD);
        }
    }

    /** Throws {@code STALE_VERSION} where the caller gave a version and it is not the present one. */
    public static void requireSame(int present, @Nullable Integer given) {
        if (given != null && given != present) {
            throw Problem.of(ProblemCode.STALE_VERSION);
        }
    }
}
