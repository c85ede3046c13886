package se.stegen.activityreport;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import se.stegen.guideline.Delay;
import se.stegen.guideline.Indicator;
import se.stegen.guideline.IndicatorCode;
import se.stegen.guideline.LightStatus;
import se.stegen.guideline.OrganisationCompliance;
import se.stegen.review.Register;

/**
 * The figures of an organisation's yearly report (verksamhetsberättelse), as its overall studierektor may see them.
 *
 * @param year the calendar year
 * @param now how its clinics stand on the year's last day, or today in the running year
 * @param before how they stood on the last day of the year before
 * @param reviews those of the year
 * @param reviewsBefore those of the year before
 * @param delay how soon assessments of the twelve months were signed; null where fewer than three doctors stand behind it
 */
record ActivityReport(
        int year,
        OrganisationCompliance now,
        OrganisationCompliance before,
        Register reviews,
        Register reviewsBefore,
        @Nullable Delay delay) {
    /**
     * A clinic whose lights have changed.
     *
     * @param better codes whose light is better than the year before
     * @param worse those whose light is worse
     */
    record Moved(OrganisationCompliance.Line clinic, List<IndicatorCode> better, List<IndicatorCode> worse) {}

    /** The clinics with a light that is another one than a year before; what is kept on one of the days has not moved. */
    List<Moved> moved() {
        Map<Long, OrganisationCompliance.Line> then = before.clinics().stream()
                .collect(java.util.stream.Collectors.toMap(OrganisationCompliance.Line::clinicId, line -> line));
        return now.clinics().stream()
                .filter(line -> then.containsKey(line.clinicId()))
                .map(line -> moved(line, java.util.Objects.requireNonNull(then.get(line.clinicId()))))
                .filter(one -> !one.better().isEmpty() || !one.worse().isEmpty())
                .toList();
    }

    private Moved moved(OrganisationCompliance.Line line, OrganisationCompliance.Line then) {
        return new Moved(
                line,
                now.asked().stream().filter(code -> step(then, line, code) > 0).toList(),
                now.asked().stream().filter(code -> step(then, line, code) < 0).toList());
    }

    private static int step(OrganisationCompliance.Line then, OrganisationCompliance.Line now, IndicatorCode code) {
        int before = rank(then.light(code));
        int after = rank(now.light(code));
        return before < 0 || after < 0 ? 0 : after - before;
    }

    /** 0 is red, 2 green; below where there is no light to see. */
    private static int rank(Indicator light) {
        return switch (light.status()) {
            case RED -> 0;
            case YELLOW -> 1;
            case GREEN -> 2;
            case NOT_APPLICABLE -> -1;
        };
    }

    /** How many of the clinics have a light of this status for a code, of those that show one. */
    long clinics(IndicatorCode code, LightStatus status) {
        return now.clinics().stream()
                .filter(line -> line.light(code).status() == status)
                .count();
    }

    /** How many lights of a clinic have a status. */
    long lights(OrganisationCompliance.Line line, LightStatus status) {
        return now.asked().stream()
                .filter(code -> line.light(code).status() == status)
                .count();
    }

    /** Doctors in scope on the year's last day; null where the number is kept. */
    @Nullable
    Integer doctors() {
        return now.pooled(IndicatorCode.MAIN_SUPERVISOR).applicable();
    }

    /** The same a year before. */
    @Nullable
    Integer doctorsBefore() {
        return before.pooled(IndicatorCode.MAIN_SUPERVISOR).applicable();
    }

    /** Whether the year is not over yet. */
    boolean running() {
        return now.date().isBefore(LocalDate.of(year, 12, 31));
    }
}
