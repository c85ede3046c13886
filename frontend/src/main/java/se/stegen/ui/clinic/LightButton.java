package se.stegen.ui.clinic;

import com.vaadin.flow.component.html.NativeButton;
import java.util.Map;
import se.stegen.guideline.Indicator;
import se.stegen.guideline.IndicatorCode;
import se.stegen.ui.component.Lights;
import se.stegen.ui.component.Markup;
import se.stegen.ui.component.TrafficLight;

/** A light of the clinic: word, fraction, rule; opens to the doctors behind it. */
final class LightButton extends NativeButton {
    private static final long serialVersionUID = 1L;

    private final IndicatorCode code;

    LightButton(IndicatorCode code) {
        this.code = code;
        setId(id(code));
        addClassNames("card", "light");
        open(false);
    }

    static String id(IndicatorCode code) {
        return "light-" + code;
    }

    IndicatorCode code() {
        return code;
    }

    void open(boolean open) {
        // What is of the clinic itself leads to another screen.
        if (!code.ofClinic()) {
            getElement().setAttribute("aria-expanded", Boolean.toString(open));
        }
    }

    /** The button stays the same, so that the focus does; its words change. */
    void show(Indicator light, boolean opens) {
        Markup fraction = Markup.tag(
                "span",
                Map.of("class", "fraction", "data-figure", code.name()),
                Markup.words(Lights.fraction(light, getLocale())));
        Markup more = Markup.NONE;
        if (light.suppressed()) {
            more = Markup.text("span", "rule", getTranslation("clinic.suppressed"));
        } else if (opens) {
            more = Markup.text("span", "more", getTranslation(more()));
        }
        Markup.text("span", "name", getTranslation("indicator." + code))
                .and(Markup.tag("span", "value", fraction, TrafficLight.word(light.status(), getLocale())))
                .and(Markup.text("span", "rule", light.rule()))
                .and(more)
                .fill(this);
    }

    private String more() {
        if (code.ofReviews()) {
            return "clinic.show.reviews";
        }
        if (code == IndicatorCode.STUDIEREKTOR_TIME) {
            return "clinic.show.hours";
        }
        return code.ofClinic() ? "clinic.show.sessions" : "clinic.show.doctors";
    }
}
