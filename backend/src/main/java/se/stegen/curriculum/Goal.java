package se.stegen.curriculum;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;

/**
 * Delmål.
 *
 * @param code a1, STb2, BT4 …; unique in its curriculum, at most 16 characters
 * @param group its group
 * @param title official title, or a short label where there is none (c-goals); at most 500 characters
 * @param activities mandatory activities, e.g. {@code KLIN;KURS}; {@code KLIN|AUSK} is either; null where not known
 * @param checked false where the source is not sure: "ej kontrollerad"
 */
@Serdeable
public record Goal(
        String code,
        GoalGroup group,
        String title,
        @Nullable String activities,
        boolean checked) {}
