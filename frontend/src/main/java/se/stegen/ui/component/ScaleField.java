package se.stegen.ui.component;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.List;
import se.stegen.assessment.AssessmentAnswer;

/** Independence as cards, 1-4 and "ej observerat"; a digit answers while the scale has the focus. */
public final class ScaleField extends RadioButtonGroup<Integer> {
    /** "Ej observerat". */
    public static final int NOT_OBSERVED = AssessmentAnswer.NOT_OBSERVED;

    private static final long serialVersionUID = 1L;
    private static final List<Integer> STEPS = List.of(1, 2, 3, 4, NOT_OBSERVED);

    /** A scale without an answer. */
    public ScaleField(String label) {
        setLabel(label);
        addClassName("scale");
        setItems(STEPS);
        setItemLabelGenerator(step -> getTranslation("independence." + step));
        setRenderer(new ComponentRenderer<>(step -> {
            Span digit = new Span(step == NOT_OBSERVED ? "–" : step.toString());
            digit.addClassName("digit");
            Span line = new Span(digit, new Span(getTranslation("independence." + step)));
            line.addClassName("step");
            return line;
        }));
        for (int step = 1; step <= 4; step++) {
            int answer = step;
            getElement()
                    .addEventListener("keydown", event -> {
                        if (!isReadOnly() && isEnabled()) {
                            setModelValue(answer, true);
                            setPresentationValue(answer);
                            getElement()
                                    .executeJs(
                                            "setTimeout(() => this.querySelector('vaadin-radio-button[checked] input')"
                                                    + "?.focus(), 0)");
                        }
                    })
                    .setFilter("event.key === '" + step + "' && !event.ctrlKey && !event.altKey && !event.metaKey");
        }
    }
}
