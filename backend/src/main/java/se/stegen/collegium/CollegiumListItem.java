package se.stegen.collegium;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * A collegium in a clinic's list.
 *
 * @param doctors how many are on the list, without those taken off
 * @param judged how many of them have a judgement
 * @param specialists how many are asked beforehand
 * @param answered how many of those have said that they are done
 */
@Introspected
public record CollegiumListItem(
        long id,
        LocalDate date,
        @Nullable LocalTime startsAt,
        String place,
        CollegiumState state,
        int doctors,
        int judged,
        int specialists,
        int answered) {}
