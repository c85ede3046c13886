package se.stegen.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** What waits, one row each: what, since when, and one click to do it. */
public final class TodoList extends Div {
    private static final long serialVersionUID = 1L;

    private final HtmlContainer rows = Html.tag("ul");

    /** An empty list. */
    public TodoList() {
        rows.addClassName("rows");
        add(rows);
    }

    /** Adds a row. */
    public void item(String title, String detail, Component action) {
        HtmlContainer row = Html.tag("li");
        row.addClassName("row");
        Div words = Html.div("words", Html.text("b", title), Html.text("small", detail));
        // The button says "Öppna" in every row: its name tells which.
        if (action instanceof com.vaadin.flow.component.HasText text) {
            action.getElement().setAttribute("aria-label", text.getText() + ": " + title);
        }
        row.add(words, action);
        rows.add(row);
    }

    /** Whether nothing waits. */
    public boolean isEmpty() {
        return rows.getElement().getChildCount() == 0;
    }

    /** A row of plain words, for what needs nobody's click. */
    public void words(String text) {
        HtmlContainer row = Html.tag("li", new Span(text));
        row.addClassName("row");
        rows.add(row);
    }
}
