package se.stegen.guideline;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * How the clinics below an organisation stand on a day.
 *
 * @param asked the codes that the guideline of one of the clinics asks for, in their order
 * @param clinics every clinic below it today, by name
 * @param pooled all of them together: of doctors the sum of those who reach the target of the sum of those to whom it applies
 * @param greenFrom share from which a pooled light is green
 * @param yellowFrom share from which it is yellow
 * @param whole whether {@code clinics} are all of them and {@code pooled} counts what is kept from the reader, too; false for
 *     a selection, whose {@code pooled} is of what is shown alone
 */
public record OrganisationCompliance(
        long organisationId,
        String organisationName,
        LocalDate date,
        List<IndicatorCode> asked,
        List<Line> clinics,
        List<Indicator> pooled,
        BigDecimal greenFrom,
        BigDecimal yellowFrom,
        boolean whole) {
    /**
     * A clinic.
     *
     * @param organisationName where it belongs today, which may be below the organisation
     * @param group specialty group of the regulation; empty where the specialty has none
     * @param indicators as on the clinic's own page
     */
    public record Line(
            long clinicId,
            String name,
            String organisationName,
            String specialty,
            String group,
            List<Indicator> indicators) {
        /** Its light of a code. */
        public Indicator light(IndicatorCode code) {
            return OrganisationCompliance.light(indicators, code);
        }
    }

    /** The pooled light of a code. */
    public Indicator pooled(IndicatorCode code) {
        return light(pooled, code);
    }

    private static Indicator light(List<Indicator> lights, IndicatorCode code) {
        return lights.stream()
                .filter(one -> one.code() == code)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no light " + code));
    }
}
