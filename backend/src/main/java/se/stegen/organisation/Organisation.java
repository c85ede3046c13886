package se.stegen.organisation;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;

/**
 * Region, care provider or hospital (vårdgivare).
 *
 * @param id key
 * @param name name as people say it
 * @param kind kind
 * @param parentId the one above; null at the top
 * @param parentName its name
 * @param guidelineCode guideline profile that holds here and below; null inherits
 * @param version for optimistic locking
 */
@Introspected
public record Organisation(
        long id,
        String name,
        OrganisationKind kind,
        @Nullable Long parentId,
        @Nullable String parentName,
        @Nullable String guidelineCode,
        int version) {}
