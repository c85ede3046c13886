package se.stegen.common;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * A part of a list, as the API answers it.
 *
 * @param items this page's rows
 * @param total rows of all pages
 */
@Serdeable
public record ListPage<T>(List<T> items, long total) {
    /** A list that is given whole. */
    public static <T> ListPage<T> whole(List<T> items) {
        return new ListPage<>(items, items.size());
    }
}
