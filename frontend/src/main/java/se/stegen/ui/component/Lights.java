package se.stegen.ui.component;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
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
    private Lights() {}

    /** The targets that a doctor misses, each with its figure; a green light where there is none. */
    public static Div of(TraineeCompliance doctor, Locale locale) {
        Div row = Html.div("actions lights-row");
        doctor.indicators().stream().filter(one -> !one.met()).forEach(one -> row.add(named(one, locale)));
        if (row.getComponentCount() == 0) {
            row.add(new TrafficLight(LightStatus.GREEN, Messages.get(locale, "trainee.reaches")));
        }
        return row;
    }

    /**
     * The targets that a doctor misses, each with its figure and what lacks; a dash where there is none.
     *
     * @param but one that is left out; null leaves out none
     */
    public static Div missed(TraineeCompliance doctor, @Nullable IndicatorCode but, Locale locale) {
        Div row = Html.div("actions lights-row");
        doctor.indicators().stream()
                .filter(one -> !one.met() && one.code() != but)
                .forEach(one -> row.add(explained(one, named(one, locale), locale)));
        if (row.getComponentCount() == 0) {
            row.add(new Span("–"));
        }
        return row;
    }

    /** A light with the general competences that nothing shows below it. */
    public static Div explained(TraineeIndicator one, Span light, Locale locale) {
        return one.missing().isEmpty() ? new Div(light) : new Div(light, Html.text("small", missing(one, locale)));
    }

    /** A clinic's lights, each with its fraction. */
    public static Div of(ClinicCompliance clinic, Locale locale) {
        Div row = Html.div("actions lights-row");
        clinic.indicators().stream()
                .filter(Indicator::asked)
                .forEach(one -> row.add(new TrafficLight(
                        one.status(),
                        Messages.get(locale, "indicator.short." + one.code()) + " " + brief(one, locale))));
        return row;
    }

    /** A clinic's fraction; of its reviews, whose value is a sentence, the light's word. */
    public static String brief(Indicator one, Locale locale) {
        return one.code().ofReviews()
                ? Messages.get(locale, "light." + one.status()).toLowerCase(locale)
                : fraction(one, locale);
    }

    /** One light of a doctor with its figure: ■ 3 av 9. */
    public static Span light(TraineeIndicator one, Locale locale) {
        return new TrafficLight(one.met() ? LightStatus.GREEN : LightStatus.RED, figure(one, locale));
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

    private static Span named(TraineeIndicator one, Locale locale) {
        return new TrafficLight(
                one.met() ? LightStatus.GREEN : LightStatus.RED,
                Messages.get(locale, "indicator.short." + one.code()) + " " + figure(one, locale));
    }

    private static String figure(TraineeIndicator one, Locale locale) {
        return one.code().yesOrNo()
                ? Messages.get(locale, "indicator." + (one.met() ? "yes." : "no.") + one.code())
                : Messages.get(locale, "of", Integer.toString(one.actual()), Integer.toString(one.required()));
    }
}
