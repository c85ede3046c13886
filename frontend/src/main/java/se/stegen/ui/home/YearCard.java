package se.stegen.ui.home;

import com.vaadin.flow.component.html.Div;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import se.stegen.common.Messages;
import se.stegen.guideline.LightStatus;
import se.stegen.guideline.TraineeCompliance;
import se.stegen.guideline.TraineeIndicator;
import se.stegen.ui.component.Dates;
import se.stegen.ui.component.EmptyState;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Lights;
import se.stegen.ui.component.Measure;
import se.stegen.ui.component.TrafficLight;

/** The doctor's last twelve months: numbers that explain themselves. */
final class YearCard {
    private YearCard() {}

    static Div of(String heading, Optional<TraineeCompliance> standing, Locale locale) {
        Div card = Html.div("card", Html.text("h2", heading));
        boolean any = false;
        for (TraineeIndicator one : standing.map(TraineeCompliance::indicators).orElse(java.util.List.of())) {
            any = true;
            String name = Messages.get(locale, "indicator." + one.code());
            if (one.code().yesOrNo()) {
                String met = one.met() ? "met" : "unmet";
                card.add(Html.div(
                        "measure",
                        Html.div(
                                "line",
                                Html.text("b", name),
                                new TrafficLight(
                                        one.met() ? LightStatus.GREEN : LightStatus.RED,
                                        Messages.get(
                                                locale, "indicator." + (one.met() ? "yes." : "no.") + one.code()))),
                        Html.text("small", Messages.get(locale, "indicator." + met + "." + one.code()))));
            } else {
                card.add(new Measure(name, one.actual(), one.required(), one.met(), sentence(one, locale)));
            }
        }
        if (!any) {
            card.add(new EmptyState(Messages.get(locale, "home.year.empty")));
        }
        return card;
    }

    private static String sentence(TraineeIndicator one, Locale locale) {
        LocalDate before = one.mendBefore();
        if (one.met()) {
            return before == null
                    ? Messages.get(locale, "indicator.met")
                    : Messages.get(locale, "indicator.keep", Dates.dayOfYear(before, locale));
        }
        if (!one.missing().isEmpty()) {
            return Lights.missing(one, locale);
        }
        String missing = number(one.required() - one.actual(), locale);
        String all = number(one.required(), locale).toLowerCase(locale);
        return before == null
                ? Messages.get(locale, "indicator.missing", missing, all)
                : Messages.get(locale, "indicator.mend", missing, Dates.dayOfYear(before, locale), all);
    }

    /** Small numbers are written as words. */
    private static String number(int number, Locale locale) {
        String[] words = Messages.get(locale, "numbers").split(",");
        return number >= 1 && number <= words.length ? words[number - 1] : Integer.toString(number);
    }
}
