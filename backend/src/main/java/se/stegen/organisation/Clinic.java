package se.stegen.organisation;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;

/**
 * Clinic (klinik, vårdenhet) that trains doctors.
 *
 * @param id key
 * @param name name
 * @param organisationId where it belongs
 * @param organisationName its name
 * @param specialtyCode the clinic's specialty
 * @param specialtyName its Swedish name
 * @param guidelineCode guideline profile of this clinic alone; null inherits
 * @param version for optimistic locking
 */
@Introspected
public record Clinic(
        long id,
        String name,
        long organisationId,
        String organisationName,
        String specialtyCode,
        @Nullable String specialtyName,
        @Nullable String guidelineCode,
        int version) {}
