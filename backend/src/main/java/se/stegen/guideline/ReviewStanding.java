package se.stegen.guideline;

import io.micronaut.core.annotation.Nullable;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * How a clinic stands with its reviews on a day.
 *
 * @param external day of the latest external review; null is none
 * @param externalDue when the next is due; null where the guideline asks for none, or there was none
 * @param externalAsked whether the guideline asks for external reviews at all
 * @param internal day of the latest internal review
 * @param internalDue as above
 * @param internalAsked as above
 * @param open actions of the latest external review that are still to be done
 * @param overdue those whose day has passed
 * @param bindingOverdue whether one of them is on a föreskrift of a regulation that a doctor in scope is under
 * @param planMissing whether an area graded D has no plan three months after the report
 */
public record ReviewStanding(
        long clinicId,
        @Nullable LocalDate external,
        @Nullable LocalDate externalDue,
        boolean externalAsked,
        @Nullable LocalDate internal,
        @Nullable LocalDate internalDue,
        boolean internalAsked,
        int open,
        int overdue,
        boolean bindingOverdue,
        boolean planMissing) {

    private static final int MONTHS = 6;

    /** EXTERNAL_REVIEW: green while the next is more than six months away, yellow until it is due. */
    public LightStatus externalStatus(LocalDate day) {
        LocalDate due = externalDue;
        if (!externalAsked) {
            return LightStatus.NOT_APPLICABLE;
        }
        if (due == null || due.isBefore(day)) {
            return LightStatus.RED;
        }
        return due.isAfter(day.plusMonths(MONTHS)) ? LightStatus.GREEN : LightStatus.YELLOW;
    }

    /** INTERNAL_REVIEW: green until it is due, yellow for six months from then. */
    public LightStatus internalStatus(LocalDate day) {
        LocalDate due = internalDue;
        if (!internalAsked) {
            return LightStatus.NOT_APPLICABLE;
        }
        if (due == null || due.plusMonths(MONTHS).isBefore(day)) {
            return LightStatus.RED;
        }
        return due.isAfter(day) ? LightStatus.GREEN : LightStatus.YELLOW;
    }

    /** ACTION_PLAN of the latest external review. */
    public LightStatus planStatus() {
        if (external == null) {
            return LightStatus.NOT_APPLICABLE;
        }
        if (bindingOverdue || planMissing) {
            return LightStatus.RED;
        }
        return overdue > 0 ? LightStatus.YELLOW : LightStatus.GREEN;
    }

    /** The figure of a code that is about reviews. */
    ClinicStanding.Figure figure(IndicatorCode code, LocalDate day) {
        return switch (code) {
            case EXTERNAL_REVIEW -> new ClinicStanding.Due(externalStatus(day), external, externalDue);
            case INTERNAL_REVIEW -> new ClinicStanding.Due(internalStatus(day), internal, internalDue);
            default -> new ClinicStanding.Amount(planStatus(), BigDecimal.valueOf(open), BigDecimal.valueOf(overdue));
        };
    }
}
