package se.stegen.common;

import io.micronaut.core.annotation.Nullable;

/** Ids in the API are texts, so that no program reads them as floating-point numbers. */
public final class Ids {
    private Ids() {}

    /** The id in a path. What is no number does not exist: {@code NOT_FOUND}. */
    public static long path(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException e) {
            throw Problem.notFound();
        }
    }

    /** The id in a field of a body: {@code REQUIRED} where there is none, {@code UNKNOWN_ID} where it is no number. */
    public static long field(String field, @Nullable String id) {
        Long value = optional(field, id);
        if (value == null) {
            throw Problem.field(field, ProblemCode.REQUIRED);
        }
        return value;
    }

    /** The id in a field that may be empty: {@code UNKNOWN_ID} where it is no number. */
    public static @Nullable Long optional(String field, @Nullable String id) {
        if (id == null || id.isBlank()) {
            return null;
        }
        try {
            return Long.valueOf(id.strip());
        } catch (NumberFormatException e) {
            throw Problem.field(field, ProblemCode.UNKNOWN_ID);
        }
    }

    /** The id as the API answers it. */
    public static @Nullable String text(@Nullable Long id) {
        return id == null ? null : id.toString();
    }
}
