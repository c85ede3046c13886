package se.stegen.regulation;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;

/**
 * Under which regulation a programme has been, from a day on.
 *
 * @param regulation {@code 2015} or {@code 2021}
 * @param curriculumId the edition of the goals
 * @param edition its number
 * @param plannedMonths planned length in months of full time
 * @param validFrom first day
 * @param chosenByName who chose it; null for what the programme began with
 */
@Introspected
public record RegulationPeriod(
        String regulation,
        long curriculumId,
        int edition,
        int plannedMonths,
        LocalDate validFrom,
        @Nullable String chosenByName) {}
