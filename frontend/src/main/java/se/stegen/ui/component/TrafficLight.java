package se.stegen.ui.component;

import com.vaadin.flow.component.html.Span;
import io.micronaut.core.annotation.Nullable;
import se.stegen.guideline.LightStatus;

/** A light: colour, sign and word; colour never alone. */
public final class TrafficLight extends Span {
    private static final long serialVersionUID = 1L;

    /** A light with its own word: ● Grön. */
    public TrafficLight(LightStatus status) {
        this(status, null);
    }

    /** A light with another text, such as 3 av 9; the word is still read out. */
    public TrafficLight(LightStatus status, @Nullable String text) {
        addClassNames("tag", "light-tag", look(status));
        add(Html.sign(sign(status)));
        String word = getTranslation("light." + status);
        if (text == null) {
            add(new Span(word));
        } else {
            Span hidden = new Span(word + ": ");
            hidden.addClassName("hidden-text");
            add(new Span(hidden, new Span(text)));
            setTitle(word);
        }
    }

    private static String look(LightStatus status) {
        return switch (status) {
            case GREEN -> "good";
            case YELLOW -> "warn";
            case RED -> "bad";
            case NOT_APPLICABLE -> "plain";
        };
    }

    private static String sign(LightStatus status) {
        return switch (status) {
            case GREEN -> "●";
            case YELLOW -> "▲";
            case RED -> "■";
            case NOT_APPLICABLE -> "–";
        };
    }
}
