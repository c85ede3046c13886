package se.stegen.generalprogramme;

import io.micronaut.core.annotation.Nullable;
import java.util.List;
import se.stegen.iup.IupKind;

/**
 * What is written of an activity of a general programme.
 *
 * @param kind what kind of activity
 * @param title 1-200 characters
 * @param startMonth months after the first day of ST at which it begins, 0-239
 * @param months how many months it takes, 1-240
 * @param assessmentMethod at most 500 characters; null is empty
 * @param goalCodes goals of the latest edition of the specialty under the regulation
 */
public record GeneralItemData(
        @Nullable IupKind kind,
        @Nullable String title,
        @Nullable Integer startMonth,
        @Nullable Integer months,
        @Nullable String assessmentMethod,
        List<String> goalCodes) {}
