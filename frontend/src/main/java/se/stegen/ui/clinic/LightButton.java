package se.stegen.ui.clinic;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import se.stegen.guideline.Indicator;
import se.stegen.guideline.IndicatorCode;
import se.stegen.ui.component.Lights;
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
        Span fraction = part("fraction", Lights.fraction(light, getLocale()));
        fraction.getElement().setAttribute("data-figure", code.name());
        Span value = part("value", "");
        value.add(fraction, new TrafficLight(light.status()));
        List<Span> parts = new java.util.ArrayList<>(
                List.of(part("name", getTranslation("indicator." + code)), value, part("rule", light.rule())));
        if (light.suppressed()) {
            parts.add(part("rule", getTranslation("clinic.suppressed")));
        } else if (opens) {
            parts.add(part(
                    "more",
                    getTranslation(
                            code.ofReviews()
                                    ? "clinic.show.reviews"
                                    : code.ofClinic() ? "clinic.show.sessions" : "clinic.show.doctors")));
        }
        removeAll();
        parts.forEach(this::add);
    }

    private static Span part(String className, String text) {
        Span part = new Span();
        if (!text.isEmpty()) {
            part.setText(text);
        }
        part.addClassName(className);
        return part;
    }
}
