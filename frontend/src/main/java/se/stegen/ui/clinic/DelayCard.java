package se.stegen.ui.clinic;

import com.vaadin.flow.component.html.Div;
import io.micronaut.core.annotation.Nullable;
import java.text.NumberFormat;
import java.util.Locale;
import se.stegen.guideline.Delay;
import se.stegen.ui.component.FactCard;
import se.stegen.ui.component.Html;

/** How soon a clinic's assessments are signed: facts, no light, with why it matters. */
final class DelayCard extends Div {
    static final String ID = "clinic-delay";

    private static final long serialVersionUID = 1L;
    private static final int HUNDRED = 100;

    DelayCard() {
        setId(ID);
    }

    void show(@Nullable Delay delay) {
        removeAll();
        FactCard card = new FactCard(getTranslation("delay.title"));
        if (delay == null) {
            card.add(Html.text("p", getTranslation("clinic.suppressed")));
        } else {
            Double median = delay.median();
            Double within = delay.withinLimit();
            String count = Integer.toString(delay.count());
            card.fact(
                    getTranslation("delay.median"),
                    median == null ? "–" : getTranslation("delay.days", median, number(median, getLocale())));
            card.fact(
                    getTranslation("delay.within", Integer.toString(Delay.LIMIT_DAYS)),
                    within == null
                            ? "–"
                            : getTranslation("delay.share", number(Math.floor(within * HUNDRED), getLocale()), count));
            card.fact(getTranslation("delay.open", Integer.toString(Delay.LIMIT_DAYS)), Integer.toString(delay.open()));
        }
        card.add(Html.text("small", getTranslation("delay.rule", Integer.toString(Delay.LIMIT_DAYS))));
        add(card);
    }

    private static String number(double number, Locale locale) {
        return NumberFormat.getNumberInstance(locale).format(number);
    }
}
