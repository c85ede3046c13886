package se.stegen.instrument;

import io.micronaut.core.annotation.Nullable;
import java.util.List;
import java.util.Objects;

/** Parts of a definition as they come back from JSON: what is empty may be left out there. */
final class Stored {
    private Stored() {}

    static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    static @Nullable String optional(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    static <T> List<T> list(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
