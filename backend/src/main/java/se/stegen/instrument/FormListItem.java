package se.stegen.instrument;

import io.micronaut.core.annotation.Nullable;

/**
 * A form in a clinic's list.
 *
 * @param builtIn whether it came with the program
 * @param publishedVersion the newest version; null where none is published
 * @param changed whether a draft waits that differs from that
 * @param hidden whether the clinic does not use it
 */
public record FormListItem(
        String code,
        FormKind kind,
        String name,
        String nameEn,
        boolean builtIn,
        boolean formal,
        @Nullable Integer publishedVersion,
        boolean changed,
        boolean hidden) {}
