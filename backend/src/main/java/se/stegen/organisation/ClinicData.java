package se.stegen.organisation;

import io.micronaut.core.annotation.Nullable;

/**
 * What is written of a clinic.
 *
 * @param name 1-200 characters, once in its organisation
 * @param organisationId where it belongs
 * @param specialtyCode the clinic's specialty
 * @param guidelineCode guideline profile that overrides; null or empty inherits
 */
public record ClinicData(
        @Nullable String name,
        @Nullable Long organisationId,
        @Nullable String specialtyCode,
        @Nullable String guidelineCode) {}
