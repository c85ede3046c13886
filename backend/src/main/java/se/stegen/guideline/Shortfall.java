package se.stegen.guideline;

import java.time.LocalDate;

/**
 * A doctor who reaches a target today and will not any more, if nothing is added to what there is.
 *
 * @param fallsOn first day on which the target is missed
 * @param required what is asked for on that day
 * @param actual what there is then of today's records
 * @param booked planned sessions, talks and collegia, requests sent and plans under way, until the last day looked at
 * @param enough whether that would do, if all of it takes place
 */
public record Shortfall(
        long traineeId,
        String name,
        IndicatorCode code,
        LocalDate fallsOn,
        int required,
        int actual,
        int booked,
        boolean enough) {}
