package se.stegen.programme;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;

/**
 * What is written of a programme.
 *
 * @param personId the doctor
 * @param clinicId home clinic of the first post
 * @param regulation {@code 2015} or {@code 2021}
 * @param specialtyCode specialty aimed at
 * @param startDate first day of ST and of the first post
 * @param plannedMonths 1-240; null is the regulation's least length (60 or 66)
 * @param employmentRate percent 1-100; null is 100
 */
public record ProgrammeData(
        @Nullable Long personId,
        @Nullable Long clinicId,
        @Nullable String regulation,
        @Nullable String specialtyCode,
        @Nullable LocalDate startDate,
        @Nullable Integer plannedMonths,
        @Nullable Integer employmentRate) {}
