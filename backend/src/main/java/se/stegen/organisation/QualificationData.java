package se.stegen.organisation;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;

/**
 * What is written of a qualification.
 *
 * @param kind kind
 * @param specialtyCode for SPECIALIST: which specialty
 * @param obtainedOn date of the proof or the course, not ahead
 */
public record QualificationData(
        @Nullable QualificationKind kind,
        @Nullable String specialtyCode,
        @Nullable LocalDate obtainedOn) {}
