package se.stegen.review;

import io.micronaut.core.annotation.Nullable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import se.stegen.spur.Area;

/**
 * How the clinics of an organisation stand with their reviews.
 *
 * @param year the calendar year whose reviews are counted
 * @param made external reviews of that year
 * @param overdue clinics whose external review was due on the year's last day, or today in the running year
 * @param means of the points of each clinic's latest external review, all clinics first, then by specialty group
 */
public record Register(
        long organisationId, int year, LocalDate day, int made, int overdue, List<Line> lines, List<Mean> means) {
    /**
     * A clinic.
     *
     * @param group specialty group of the regulation
     * @param external day of the latest external review; null is none
     * @param externalDue when the next is due; null where the guideline asks for none or there was none
     * @param made external reviews of the year
     * @param open actions still to be done
     * @param overdue those whose day has passed
     */
    public record Line(
            long clinicId,
            String clinicName,
            String group,
            @Nullable LocalDate external,
            @Nullable LocalDate externalDue,
            boolean externalOverdue,
            @Nullable LocalDate internal,
            @Nullable LocalDate internalDue,
            boolean internalOverdue,
            int made,
            int open,
            int overdue) {}

    /**
     * Means of a group.
     *
     * @param group empty for all clinics together
     * @param units clinics with at least one grade
     * @param means points 1-4 by area, rounded half up to one decimal; an area that nobody has a grade of is left out
     * @param deviations of the sample; left out with fewer than two
     */
    public record Mean(String group, int units, Map<Area, BigDecimal> means, Map<Area, BigDecimal> deviations) {}
}
