package se.stegen.ui.guideline;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import se.stegen.guideline.GuidelineEffect;
import se.stegen.guideline.Indicator;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Lights;
import se.stegen.ui.component.Sheet;
import se.stegen.ui.component.TrafficLight;

/** What a change would do to today's lights, before it is saved; read out when it comes. */
final class EffectCard extends Div {
    static final String ID = "guideline-effect";

    private static final long serialVersionUID = 1L;
    private static final int MOST = 60;

    EffectCard() {
        setId(ID);
        getElement().setAttribute("aria-live", "polite");
    }

    void clear() {
        removeAll();
    }

    void show(GuidelineEffect effect) {
        removeAll();
        long turned =
                effect.changes().stream().filter(GuidelineEffect.Change::turns).count();
        Div card = Html.div("card", Html.text("h2", getTranslation("guideline.effect")));
        card.add(Html.text(
                "p",
                effect.changes().isEmpty()
                        ? getTranslation("guideline.effect.none", effect.clinics())
                        : getTranslation(
                                "guideline.effect.some",
                                turned,
                                effect.changes().size(),
                                effect.clinics())));
        if (!effect.changes().isEmpty()) {
            Sheet sheet = new Sheet(
                    getTranslation("guideline.effect"),
                    List.of(
                            getTranslation("clinic.name"),
                            getTranslation("guideline.indicator"),
                            getTranslation("guideline.effect.today"),
                            getTranslation("guideline.effect.then")));
            effect.changes().stream()
                    .limit(MOST)
                    .forEach(change -> sheet.row(
                            new Span(change.clinicName()),
                            new Span(getTranslation(
                                    "indicator." + change.before().code())),
                            light(change.before()),
                            light(change.after())));
            card.add(sheet);
            if (effect.changes().size() > MOST) {
                card.add(Html.text(
                        "small",
                        getTranslation("guideline.effect.more", effect.changes().size() - MOST)));
            }
        }
        add(card);
    }

    /** Colour, word and figure, and the rule that it is by. */
    private Div light(Indicator light) {
        String figure = Lights.fraction(light, getLocale());
        return new Div(
                new TrafficLight(light.status(), getTranslation("light." + light.status()) + " " + figure),
                Html.text("small", light.asked() ? light.rule() : getTranslation("guideline.not.asked")));
    }
}
