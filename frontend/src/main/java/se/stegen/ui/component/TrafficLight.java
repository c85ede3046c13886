package se.stegen.ui.component;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import java.util.Map;
import se.stegen.common.Messages;
import se.stegen.guideline.LightStatus;

/** A light: colour, sign and word; colour never alone. */
public final class TrafficLight extends Span {
    private static final long serialVersionUID = 1L;

    /** A light with a text, such as 3 av 9; the word is still read out. */
    public TrafficLight(LightStatus status, String text) {
        addClassNames(look(status).split(" "));
        String word = Messages.get(getLocale(), "light." + status);
        setTitle(word);
        content(status, word, text).fill(this);
    }

    /** A light with its own word: ● Grön. */
    public static Markup word(LightStatus status, Locale locale) {
        return Markup.tag(
                "span", look(status), sign(status), Markup.text("span", "", Messages.get(locale, "light." + status)));
    }

    /** A light with a text, among other plain HTML. */
    public static Markup of(LightStatus status, String text, Locale locale) {
        String word = Messages.get(locale, "light." + status);
        return Markup.tag("span", Map.of("class", look(status), "title", word), content(status, word, text));
    }

    private static Markup content(LightStatus status, String word, String text) {
        return sign(status)
                .and(Markup.tag("span", "", Markup.text("span", "hidden-text", word + ": "), Markup.words(text)));
    }

    private static String look(LightStatus status) {
        return "tag light-tag " + colour(status);
    }

    /** The class of its colour. */
    public static String colour(LightStatus status) {
        return switch (status) {
            case GREEN -> "good";
            case YELLOW -> "warn";
            case RED -> "bad";
            case NOT_APPLICABLE -> "plain";
        };
    }

    /** Its sign, which is not read out. */
    public static Markup sign(LightStatus status) {
        String sign = switch (status) {
            case GREEN -> "●";
            case YELLOW -> "▲";
            case RED -> "■";
            case NOT_APPLICABLE -> "–";
        };
        return Markup.tag("span", Map.of("aria-hidden", "true"), Markup.words(sign));
    }
}
