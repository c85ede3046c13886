package se.stegen.coverage;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;

/**
 * Underlag: a signed record that shows a goal, or that could.
 *
 * @param kind which kind of record
 * @param recordId the record
 * @param date day of the session or observation
 * @param title name of the form for an assessment; null for a supervision session
 * @param titleEn the form's English name
 * @param byName the supervisor or assessor who signed it
 * @param linked true where it was linked afterwards; false where the record names the goal itself
 * @param attested whether the attestation in force was made against it
 * @param voided whether it was voided since; told only where {@code attested}, counts nowhere
 */
public record Evidence(
        EvidenceKind kind,
        long recordId,
        LocalDate date,
        @Nullable String title,
        @Nullable String titleEn,
        String byName,
        boolean linked,
        boolean attested,
        boolean voided) {}
