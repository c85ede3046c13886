package se.stegen.guideline;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import se.stegen.common.Messages;

/**
 * Makes the light of clinics taken together. Of doctors it is the sum of those who reach the target of the sum of those to
 * whom it applies, never a mean of shares; of the clinics themselves how many are green of those to which it applies.
 */
final class Pooled {
    private Pooled() {}

    /** Of some clinics, from what is shown of them alone. */
    static List<Indicator> shown(
            OrganisationCompliance table, List<OrganisationCompliance.Line> clinics, Locale locale) {
        List<Indicator> pooled = new ArrayList<>();
        for (Indicator all : table.pooled()) {
            List<Indicator> lights =
                    clinics.stream().map(line -> line.light(all.code())).toList();
            pooled.add(
                    all.code().ofClinic()
                            ? ofClinics(all, lights, table.greenFrom(), table.yellowFrom(), locale)
                            : ofDoctors(all, lights, table));
        }
        return pooled;
    }

    private static Indicator ofDoctors(Indicator all, List<Indicator> lights, OrganisationCompliance table) {
        int met = 0;
        int applicable = 0;
        for (Indicator light : lights) {
            Integer reached = light.met();
            Integer of = light.applicable();
            if (reached != null && of != null) {
                met += reached;
                applicable += of;
            }
        }
        return new Indicator(
                all.code(),
                met,
                applicable,
                ClinicLights.share(met, applicable),
                GuidelineRules.status(met, applicable, table.greenFrom(), table.yellowFrom()),
                null,
                all.rule(),
                all.asked(),
                false);
    }

    /** How many of the clinics are green: 12 av 17 gröna. */
    static Indicator ofClinics(
            Indicator all, List<Indicator> lights, BigDecimal greenFrom, BigDecimal yellowFrom, Locale locale) {
        int applicable = (int) lights.stream()
                .filter(light -> light.status() != LightStatus.NOT_APPLICABLE)
                .count();
        int green = (int) lights.stream()
                .filter(light -> light.status() == LightStatus.GREEN)
                .count();
        return new Indicator(
                all.code(),
                null,
                null,
                null,
                GuidelineRules.status(green, applicable, greenFrom, yellowFrom),
                applicable == 0 ? null : Messages.get(locale, "indicator.value.clinics", green, applicable),
                all.rule(),
                all.asked(),
                false);
    }
}
