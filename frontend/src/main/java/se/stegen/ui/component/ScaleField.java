package se.stegen.ui.component;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.List;

/**
 * A scale as cards with their printed anchors; the digit of a step answers while the scale has the focus.
 * "Ej observerat" stands last and is answered by 0.
 */
public final class ScaleField extends RadioButtonGroup<String> {
    /** "Ej observerat". */
    public static final String NOT_OBSERVED = "0";

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_DIGIT = 1;

    /**
     * One step.
     *
     * @param value what is answered; where it is one digit, that key answers it
     * @param label in the reader's language
     * @param anchor what is seen at this step; empty where the label says it
     */
    public record Step(String value, String label, String anchor) {}

    /** A scale without an answer. */
    public ScaleField(String label, List<Step> steps) {
        setLabel(label);
        addClassName("scale");
        setItems(steps.stream().map(Step::value).toList());
        setItemLabelGenerator(value -> step(steps, value).label());
        setRenderer(new ComponentRenderer<>(value -> card(step(steps, value))));
        steps.stream()
                .map(Step::value)
                .filter(value -> value.length() == LONGEST_DIGIT && Character.isDigit(value.charAt(0)))
                .forEach(this::answersTo);
    }

    private static Step step(List<Step> steps, String value) {
        return steps.stream()
                .filter(step -> step.value().equals(value))
                .findFirst()
                .orElseGet(() -> new Step(value, value, ""));
    }

    private static Span card(Step step) {
        Span digit = new Span(
                step.value().equals(NOT_OBSERVED) || step.value().length() > LONGEST_DIGIT ? "–" : step.value());
        digit.addClassName("digit");
        Span words = new Span(new Span(step.label()));
        words.addClassName("words");
        if (!step.anchor().isEmpty()) {
            words.add(Html.text("small", step.anchor()));
        }
        Span line = new Span(digit, words);
        line.addClassName("step");
        return line;
    }

    private void answersTo(String digit) {
        getElement()
                .addEventListener("keydown", event -> {
                    if (!isReadOnly() && isEnabled()) {
                        setModelValue(digit, true);
                        setPresentationValue(digit);
                        getElement()
                                .executeJs("setTimeout(() => this.querySelector('vaadin-radio-button[checked] input')"
                                        + "?.focus(), 0)");
                    }
                })
                .setFilter("event.key === '" + digit + "' && !event.ctrlKey && !event.altKey && !event.metaKey");
    }
}
