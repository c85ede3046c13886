package se.stegen.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import java.util.Map;
import java.util.TreeMap;

/**
 * Plain HTML, written in one piece: for what repeats by the hundred and nobody listens to, such as the rows of a table.
 * A component costs the server a node per element and per text; this costs one for the whole. Every text and attribute
 * is escaped here, and nowhere else is HTML put together.
 *
 * @param html the HTML
 */
public record Markup(String html) {
    /** Nothing. */
    public static final Markup NONE = new Markup("");

    /** A text between elements. */
    public static Markup words(String text) {
        return new Markup(escaped(text));
    }

    /** An element of a class; an empty class name is none. */
    public static Markup tag(String tag, String className, Markup... parts) {
        return tag(tag, className.isEmpty() ? Map.of() : Map.of("class", className), parts);
    }

    /** An element with attributes. */
    public static Markup tag(String tag, Map<String, String> attributes, Markup... parts) {
        StringBuilder html = new StringBuilder("<").append(tag);
        new TreeMap<>(attributes)
                .forEach((name, value) -> html.append(' ')
                        .append(name)
                        .append("=\"")
                        .append(escaped(value))
                        .append('"'));
        html.append('>');
        for (Markup part : parts) {
            html.append(part.html);
        }
        return new Markup(html.append("</").append(tag).append('>').toString());
    }

    /** An element of a class with a text. */
    public static Markup text(String tag, String className, String text) {
        return tag(tag, className, words(text));
    }

    /** A link to a screen, without loading the page anew, as {@link Html#link}. */
    public static Markup link(String path, String text) {
        return tag("a", Map.of("href", path.isEmpty() ? "." : path, "router-link", ""), words(text));
    }

    /** The same with an id. */
    public static Markup link(String id, String path, String text) {
        return tag("a", Map.of("id", id, "href", path.isEmpty() ? "." : path, "router-link", ""), words(text));
    }

    /** This and, after it, that. */
    public Markup and(Markup next) {
        return new Markup(html + next.html);
    }

    /** A {@code div} of a class that holds this. */
    public Div div(String className) {
        Div div = Html.div(className);
        fill(div);
        return div;
    }

    /** An element that holds this. */
    public HtmlContainer in(String tag) {
        HtmlContainer element = Html.tag(tag);
        fill(element);
        return element;
    }

    /** Puts this in place of what the component holds, which is to be nothing but an earlier one. */
    public void fill(Component component) {
        component.getElement().setProperty("innerHTML", html);
    }

    private static String escaped(String text) {
        StringBuilder escaped = null;
        for (int i = 0; i < text.length(); i++) {
            String entity = switch (text.charAt(i)) {
                case '&' -> "&amp;";
                case '<' -> "&lt;";
                case '>' -> "&gt;";
                case '"' -> "&quot;";
                case '\'' -> "&#39;";
                default -> "";
            };
            if (!entity.isEmpty() && escaped == null) {
                escaped = new StringBuilder(text.length() + 16).append(text, 0, i);
            }
            if (escaped != null) {
                if (entity.isEmpty()) {
                    escaped.append(text.charAt(i));
                } else {
                    escaped.append(entity);
                }
            }
        }
        return escaped == null ? text : escaped.toString();
    }
}
