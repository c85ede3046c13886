package se.stegen.organisation;

import io.micronaut.core.annotation.Nullable;

/**
 * What is written of an organisation.
 *
 * @param name 1-200 characters, once below the same parent
 * @param kind kind
 * @param parentId the one above; null at the top
 * @param guidelineCode guideline profile; null or empty inherits
 */
public record OrganisationData(
        @Nullable String name,
        @Nullable OrganisationKind kind,
        @Nullable Long parentId,
        @Nullable String guidelineCode) {}
