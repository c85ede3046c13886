package se.stegen.programme;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;

/**
 * What other features need to know of a programme.
 *
 * @param programmeId key; the API's trainee id
 * @param personId the doctor
 * @param personName the doctor's name
 * @param regulation {@code 2015} or {@code 2021}
 * @param specialtyCode specialty aimed at
 * @param specialtyName its Swedish name
 * @param curriculumId the edition that is frozen to the programme
 * @param startDate first day of ST
 * @param plannedMonths planned length in months of full time
 * @param clinicId home clinic of the post in force, or of the next one where none is; null where neither is
 * @param clinicName its name
 * @param mainSupervisorId main supervisor today; null where there is none
 * @param mainSupervisorName that person's name
 */
@Introspected
public record ProgrammeFacts(
        long programmeId,
        long personId,
        String personName,
        String regulation,
        String specialtyCode,
        String specialtyName,
        long curriculumId,
        LocalDate startDate,
        int plannedMonths,
        @Nullable Long clinicId,
        @Nullable String clinicName,
        @Nullable Long mainSupervisorId,
        @Nullable String mainSupervisorName) {}
