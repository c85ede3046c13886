package se.stegen.organisation;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;

/**
 * Specialist competence or supervisor training.
 *
 * @param id key
 * @param kind kind
 * @param specialtyCode for SPECIALIST: which specialty
 * @param specialtyName its Swedish name
 * @param obtainedOn date of the proof or the course
 */
@Introspected
public record Qualification(
        long id,
        QualificationKind kind,
        @Nullable String specialtyCode,
        @Nullable String specialtyName,
        LocalDate obtainedOn) {}
