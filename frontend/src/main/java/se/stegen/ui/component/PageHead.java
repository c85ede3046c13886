package se.stegen.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;

/** The top of a screen: title, state, one line of facts, and what can be done. */
public final class PageHead extends Div {
    private static final long serialVersionUID = 1L;

    private final Div words = Html.div("words");
    private final Div title;
    private final Div actions = Html.div("actions");

    PageHead(String text) {
        addClassName("page-head");
        H1 heading = new H1(text);
        heading.getElement().setAttribute("tabindex", "-1");
        title = Html.div("title", heading);
        words.add(title);
        add(words);
    }

    /** Puts a badge beside the title. */
    public PageHead badge(Component badge) {
        title.add(badge);
        return this;
    }

    /** A line below the title. */
    public PageHead line(String text) {
        words.add(new Paragraph(text));
        return this;
    }

    /** A line below the title that holds components. */
    public PageHead line(Component... parts) {
        words.add(new Paragraph(parts));
        return this;
    }

    /** What can be done here. */
    public PageHead actions(Component... buttons) {
        actions.add(buttons);
        add(actions);
        return this;
    }
}
