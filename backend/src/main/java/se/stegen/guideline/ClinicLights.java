package se.stegen.guideline;

import io.micronaut.core.annotation.Nullable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import se.stegen.common.Messages;

/**
 * Makes the lights of a clinic on a day from what was measured. A reader who may not see the doctors is shown no figure
 * behind which fewer than three stand.
 */
final class ClinicLights {
    /** A reader who may not see the doctors is shown no figure about fewer than these. */
    static final int LEAST_SHOWN = 3;

    private static final int SHARE_DECIMALS = 4;

    private ClinicLights() {}

    /**
     * All lights, in their order.
     *
     * @param reviewed how the clinic stands with its reviews; null leaves their lights out
     */
    static List<Indicator> of(
            long clinicId,
            @Nullable GuidelineProfile profile,
            Measured measured,
            ClinicFacts clinics,
            @Nullable ReviewStanding reviewed,
            LocalDate day,
            Locale locale,
            boolean seesDoctors) {
        List<Indicator> lights = new ArrayList<>();
        for (IndicatorCode code : IndicatorCode.values()) {
            Rule rule = rule(code, profile, locale);
            if (code.ofReviews()) {
                if (reviewed != null) {
                    lights.add(ReviewMeasuring.indicator(code, reviewed, day, rule.text(), rule.asked(), locale));
                }
            } else if (code.ofClinic()) {
                ClinicFacts.Light light = clinics.light(
                        code, clinicId, profile, measured.doctors().size(), day, locale);
                lights.add(new Indicator(
                        code, null, null, null, light.status(), light.value(), rule.text(), rule.asked(), false));
            } else {
                lights.add(ofDoctors(code, profile, measured, rule, seesDoctors));
            }
        }
        return lights;
    }

    private static Indicator ofDoctors(
            IndicatorCode code, @Nullable GuidelineProfile profile, Measured measured, Rule rule, boolean seesDoctors) {
        List<TraineeIndicator> applying = measured.doctors().stream()
                .flatMap(d -> d.compliance().indicators().stream())
                .filter(i -> i.code() == code)
                .toList();
        int applicable = applying.size();
        int met = (int) applying.stream().filter(TraineeIndicator::met).count();
        LightStatus status = GuidelineRules.status(
                met,
                applicable,
                profile == null ? GuidelineProfile.DEFAULT_GREEN : profile.greenFrom(),
                profile == null ? GuidelineProfile.DEFAULT_YELLOW : profile.yellowFrom());
        if (!seesDoctors && applicable > 0 && applicable < LEAST_SHOWN) {
            return new Indicator(
                    code, null, null, null, LightStatus.NOT_APPLICABLE, null, rule.text(), rule.asked(), true);
        }
        Double share = applicable == 0
                ? null
                : BigDecimal.valueOf(met)
                        .divide(BigDecimal.valueOf(applicable), SHARE_DECIMALS, RoundingMode.HALF_UP)
                        .doubleValue();
        return new Indicator(code, met, applicable, share, status, null, rule.text(), rule.asked(), false);
    }

    /** The guideline's rule, and whether it has one. */
    private record Rule(String text, boolean asked) {}

    private static Rule rule(IndicatorCode code, @Nullable GuidelineProfile profile, Locale locale) {
        String key = "indicator." + code + ".rule";
        if (code == IndicatorCode.STUDIEREKTOR_TIME) {
            return new Rule(Messages.get(locale, key, table(StudierektorTable.of(profile), locale)), true);
        }
        boolean yearly = code == IndicatorCode.COLLEGIUM && profile != null && profile.collegiaTotal() == null;
        Object value = profile == null ? null : GuidelineRules.value(code, profile);
        boolean asked = value != null || code.always();
        return new Rule(
                value == null
                        ? Messages.get(locale, key + ".none")
                        : Messages.get(locale, yearly ? key + ".yearly" : key, value),
                asked);
    }

    private static String table(StudierektorTable table, Locale locale) {
        List<String> steps = new ArrayList<>();
        table.steps()
                .forEach(step -> steps.add(
                        Messages.get(locale, "indicator.STUDIEREKTOR_TIME.step", step.doctors(), step.hours())));
        steps.add(Messages.get(locale, "indicator.STUDIEREKTOR_TIME.above", table.above()));
        return String.join(", ", steps);
    }
}
