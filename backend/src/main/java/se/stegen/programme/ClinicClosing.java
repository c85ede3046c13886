package se.stegen.programme;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;

/**
 * A clinic that closes, or is merged into another. From the day after its last one it is in no list and no pooled figure;
 * what it was on earlier days stays readable.
 *
 * @param mergedInto the clinic that its doctors go on to; null where it only closes
 * @param mergedIntoName its name
 */
@Introspected
public record ClinicClosing(
        long clinicId,
        String clinicName,
        LocalDate lastDay,
        @Nullable Long mergedInto,
        @Nullable String mergedIntoName,
        String reason) {}
