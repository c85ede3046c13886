package se.stegen.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;

/** A table where people compare; on a phone each row is a card. */
public final class Sheet extends HtmlContainer {
    private static final long serialVersionUID = 1L;

    private final List<String> columns;
    private final HtmlContainer body = part("tbody", "rowgroup");

    /** A table with a name that is read out, and its columns. */
    public Sheet(String name, List<String> columns) {
        super("table");
        this.columns = List.copyOf(columns);
        addClassName("sheet");
        // Roles said aloud, since cells that are shown as blocks lose them.
        getElement().setAttribute("role", "table");
        getElement().setAttribute("aria-label", name);
        HtmlContainer head = part("tr", "row");
        for (String column : columns) {
            HtmlContainer cell = part("th", "columnheader");
            cell.getElement().setAttribute("scope", "col");
            cell.setText(column);
            head.add(cell);
        }
        HtmlContainer top = part("thead", "rowgroup");
        top.add(head);
        add(top, body);
    }

    /** Adds a row, one component per column. */
    public HtmlContainer row(Component... cells) {
        HtmlContainer row = part("tr", "row");
        for (int i = 0; i < cells.length; i++) {
            HtmlContainer cell = part("td", "cell");
            cell.getElement().setAttribute("data-label", i == 0 ? "" : columns.get(i));
            cell.add(cells[i]);
            row.add(cell);
        }
        body.add(row);
        return row;
    }

    /** Adds a row of plain HTML, one piece per column. */
    public HtmlContainer row(List<Markup> cells) {
        HtmlContainer row = part("tr", "row");
        Markup all = Markup.NONE;
        for (int i = 0; i < cells.size(); i++) {
            all = all.and(
                    Markup.tag("td", Map.of("role", "cell", "data-label", i == 0 ? "" : columns.get(i)), cells.get(i)));
        }
        all.fill(row);
        body.add(row);
        return row;
    }

    /** Adds a row of an earlier table with the same columns. */
    public void append(HtmlContainer row) {
        body.add(row);
    }

    /** A cell of plain text. */
    public static Span text(String text) {
        return new Span(text);
    }

    private static HtmlContainer part(String tag, String role) {
        HtmlContainer part = new HtmlContainer(tag);
        part.getElement().setAttribute("role", role);
        return part;
    }
}
