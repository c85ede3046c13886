package se.stegen.guideline;

import io.micronaut.core.annotation.Nullable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import se.stegen.common.Messages;

/**
 * Makes the lights of a clinic from its figures, in a reader's language. A reader who may not see the doctors is shown no
 * figure behind which fewer than three stand.
 */
final class ClinicLights {
    /** A reader who may not see the doctors is shown no figure about fewer than these. */
    static final int LEAST_SHOWN = 3;

    private static final int SHARE_DECIMALS = 4;

    private ClinicLights() {}

    /**
     * All lights that were measured, in their order.
     *
     * @param kept codes that are kept from a reader who does not see the doctors, beside the small ones, since others could
     *     be worked out from them
     */
    static List<Indicator> of(
            ClinicStanding standing,
            @Nullable GuidelineProfile profile,
            Locale locale,
            boolean seesDoctors,
            Set<IndicatorCode> kept) {
        List<Indicator> lights = new ArrayList<>();
        for (IndicatorCode code : IndicatorCode.values()) {
            ClinicStanding.Figure figure = standing.figures().get(code);
            if (figure != null) {
                boolean suppressed = !seesDoctors && (small(figure) || kept.contains(code));
                lights.add(light(code, figure, rule(code, profile, locale), locale, suppressed));
            }
        }
        return lights;
    }

    /** Whether somebody who may not see the doctors is not shown it either. */
    static boolean small(ClinicStanding.Figure figure) {
        return figure instanceof ClinicStanding.OfDoctors(LightStatus status, int met, int applicable)
                && applicable > 0
                && applicable < LEAST_SHOWN;
    }

    /**
     * One light.
     *
     * @param suppressed whether its figures are kept from the reader
     */
    static Indicator light(
            IndicatorCode code, ClinicStanding.Figure figure, Rule rule, Locale locale, boolean suppressed) {
        if (suppressed) {
            return new Indicator(
                    code, null, null, null, LightStatus.NOT_APPLICABLE, null, rule.text(), rule.asked(), true);
        }
        return switch (figure) {
            case ClinicStanding.OfDoctors(LightStatus status, int met, int applicable) ->
                new Indicator(
                        code, met, applicable, share(met, applicable), status, null, rule.text(), rule.asked(), false);
            case ClinicStanding.Amount amount -> ofClinic(code, amount.status(), value(code, amount, locale), rule);
            case ClinicStanding.Due due -> ofClinic(code, due.status(), value(due, locale), rule);
        };
    }

    private static Indicator ofClinic(IndicatorCode code, LightStatus status, String value, Rule rule) {
        return new Indicator(
                code,
                null,
                null,
                null,
                status,
                status == LightStatus.NOT_APPLICABLE ? null : value,
                rule.text(),
                rule.asked(),
                false);
    }

    /** Rounded to four decimals; null with nothing applicable. */
    static @Nullable Double share(int met, int applicable) {
        return applicable == 0
                ? null
                : BigDecimal.valueOf(met)
                        .divide(BigDecimal.valueOf(applicable), SHARE_DECIMALS, RoundingMode.HALF_UP)
                        .doubleValue();
    }

    private static String value(IndicatorCode code, ClinicStanding.Amount amount, Locale locale) {
        BigDecimal have = amount.have();
        BigDecimal wanted = amount.wanted();
        if (wanted == null) {
            return "";
        }
        if (have == null) {
            return Messages.get(locale, "indicator.value.hours.none", wanted);
        }
        return switch (code) {
            case STUDIEREKTOR_TIME -> Messages.get(locale, "indicator.value.hours", have, wanted);
            case ACTION_PLAN -> Messages.get(locale, "indicator.value.actions", have.intValue(), wanted.intValue());
            default -> Messages.get(locale, "indicator.value.sessions", have.intValue(), wanted.intValue());
        };
    }

    private static String value(ClinicStanding.Due review, Locale locale) {
        LocalDate last = review.last();
        LocalDate due = review.due();
        return last == null || due == null
                ? Messages.get(locale, "indicator.value.review.none")
                : Messages.get(locale, "indicator.value.review", last.toString(), due.toString());
    }

    /** The guideline's rule, and whether it has one. */
    record Rule(String text, boolean asked) {}

    /** The rule of a code in a reader's language. */
    static Rule rule(IndicatorCode code, @Nullable GuidelineProfile profile, Locale locale) {
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
