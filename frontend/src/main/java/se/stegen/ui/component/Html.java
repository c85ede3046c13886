package se.stegen.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;

/** Short words for the plain HTML that components are made of. */
public final class Html {
    private Html() {}

    /** A {@code div} of a class. */
    public static Div div(String className, Component... parts) {
        Div div = new Div(parts);
        if (!className.isEmpty()) {
            div.addClassNames(className.split(" "));
        }
        return div;
    }

    /** Any element as a container. */
    public static HtmlContainer tag(String tag, Component... parts) {
        HtmlContainer container = new HtmlContainer(tag);
        container.add(parts);
        return container;
    }

    /** An element with a text. */
    public static HtmlContainer text(String tag, String text) {
        HtmlContainer container = new HtmlContainer(tag);
        container.setText(text);
        return container;
    }

    /** A sign that screen readers pass over: the word beside it says the same. */
    public static Span sign(String sign) {
        Span span = new Span(sign);
        span.getElement().setAttribute("aria-hidden", "true");
        return span;
    }

    /** A link to a screen, without loading the page anew. */
    public static Anchor link(String path, String text) {
        Anchor link = new Anchor(path.isEmpty() ? "." : path, text);
        link.getElement().setAttribute("router-link", true);
        return link;
    }

    /** A link that looks like a button. */
    public static Anchor button(String path, String text, boolean primary) {
        Anchor link = link(path, text);
        link.addClassName("button");
        if (primary) {
            link.addClassName("primary");
        }
        return link;
    }

    /** Moves the keyboard's focus to the component once the browser has it. */
    public static void focus(Component component) {
        Element element = component.getElement();
        element.executeJs("setTimeout(() => this.focus(), 0)");
    }
}
