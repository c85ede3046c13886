package se.stegen.ui.component;

import io.micronaut.core.annotation.Nullable;
import java.util.List;
import java.util.Locale;
import se.stegen.common.Messages;
import se.stegen.guideline.ClinicCompliance;
import se.stegen.guideline.Indicator;
import se.stegen.guideline.IndicatorCode;
import se.stegen.guideline.LightStatus;
import se.stegen.guideline.TraineeCompliance;
import se.stegen.guideline.TraineeIndicator;

/** The lights of a doctor or a clinic in one row. */
public final class Lights {
    private static final String ROW = "actions lights-row";

    private Lights() {}

    /** The targets that a doctor misses, each with its figure; a green light where there is none. */
    public static Markup of(TraineeCompliance doctor, Locale locale) {
        Markup lights = doctor.indicators().stream()
                .filter(one -> !one.met())
                .map(one -> named(one, locale))
                .reduce(Markup.NONE, Markup::and);
        return Markup.tag(
                "div",
                ROW,
                lights.equals(Markup.NONE)
                        ? TrafficLight.of(LightStatus.GREEN, Messages.get(locale, "trainee.reaches"), locale)
                        : lights);
    }

    /**
     * The targets that a doctor misses, each with its figure and what lacks; a dash where there is none.
     *
     * @param but one that is left out; null leaves out none
     */
    public static Markup missed(TraineeCompliance doctor, @Nullable IndicatorCode but, Locale locale) {
        Markup lights = doctor.indicators().stream()
                .filter(one -> !one.met() && one.code() != but)
                .map(one -> explained(one, named(one, locale), locale))
                .reduce(Markup.NONE, Markup::and);
        return Markup.tag("div", ROW, lights.equals(Markup.NONE) ? Markup.text("span", "", "–") : lights);
    }

    /** One light of a doctor with its figure, ■ 3 av 9, and the general competences that nothing shows below it. */
    public static Markup explained(TraineeIndicator one, Locale locale) {
        return explained(one, light(one, figure(one, locale), locale), locale);
    }

    private static Markup explained(TraineeIndicator one, Markup light, Locale locale) {
        return Markup.tag(
                "div",
                "",
                light,
                one.missing().isEmpty() ? Markup.NONE : Markup.text("small", "", missing(one, locale)));
    }

    /** A clinic's lights, each with its fraction. */
    public static Markup of(ClinicCompliance clinic, Locale locale) {
        return Markup.tag(
                "div",
                ROW,
                clinic.indicators().stream()
                        .filter(Indicator::asked)
                        .map(one -> TrafficLight.of(
                                one.status(),
                                Messages.get(locale, "indicator.short." + one.code()) + " " + brief(one, locale),
                                locale))
                        .toArray(Markup[]::new));
    }

    /** A clinic's fraction; of its reviews, whose value is a sentence, the light's word. */
    public static String brief(Indicator one, Locale locale) {
        return one.code().ofReviews()
                ? Messages.get(locale, "light." + one.status()).toLowerCase(locale)
                : fraction(one, locale);
    }

    /** Saknar ledarskap och vetenskap. */
    public static String missing(TraineeIndicator one, Locale locale) {
        List<String> names = one.missing().stream()
                .map(competence ->
                        Messages.get(locale, "competence." + competence).toLowerCase(locale))
                .toList();
        String all = names.size() < 2
                ? String.join("", names)
                : String.join(", ", names.subList(0, names.size() - 1)) + " "
                        + Messages.get(locale, "and.last", names.getLast());
        return Messages.get(locale, "indicator.lacks", all);
    }

    /** A clinic's fraction: 12/16, or why there is none. */
    public static String fraction(Indicator one, Locale locale) {
        String value = one.value();
        if (value != null) {
            return value;
        }
        Integer met = one.met();
        Integer applicable = one.applicable();
        if (one.suppressed()) {
            return Messages.get(locale, "clinic.suppressed.short");
        }
        return met == null || applicable == null || applicable == 0 ? "–" : met + "/" + applicable;
    }

    /** ST 3, föräldraledig. */
    public static String standing(TraineeCompliance doctor, Locale locale) {
        String year = Messages.get(locale, "trainee.year", Integer.toString(doctor.yearOfTraining()));
        return doctor.onLeave() ? year + ", " + Messages.get(locale, "trainee.on.leave") : year;
    }

    private static Markup named(TraineeIndicator one, Locale locale) {
        return light(one, Messages.get(locale, "indicator.short." + one.code()) + " " + figure(one, locale), locale);
    }

    private static Markup light(TraineeIndicator one, String text, Locale locale) {
        return TrafficLight.of(one.met() ? LightStatus.GREEN : LightStatus.RED, text, locale);
    }

    private static String figure(TraineeIndicator one, Locale locale) {
        if (one.code().yesOrNo()) {
            return Messages.get(locale, "indicator." + (one.met() ? "yes." : "no.") + one.code());
        }
        // Nobody has two of one.
        String key = one.actual() > one.required() ? "indicator.above" : "of";
        return Messages.get(locale, key, Integer.toString(one.actual()), Integer.toString(one.required()));
    }
}
