package se.stegen.common;

import io.micronaut.core.annotation.Nullable;

/** What somebody types to search. */
public final class SearchText {
    private SearchText() {}

    /** The text for the inside of a {@code LIKE}: its own wildcards mean themselves; null finds everything. */
    public static String like(@Nullable String text) {
        return Texts.optional("q", text, 200)
                .replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_");
    }
}
