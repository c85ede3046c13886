package se.stegen.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** A card of facts: what each is called, and what it is. */
public final class FactCard extends Div {
    private static final long serialVersionUID = 1L;

    private final HtmlContainer facts = Html.tag("dl");

    /** A card with a heading. */
    public FactCard(String heading) {
        addClassName("card");
        facts.addClassName("facts");
        add(Html.text("h2", heading), facts);
    }

    /** A fact in words. */
    public FactCard fact(String label, String value) {
        return fact(label, new Span(value.isEmpty() ? "–" : value));
    }

    /** A fact as a component. */
    public FactCard fact(String label, Component value) {
        facts.add(Html.div("", Html.text("dt", label), Html.tag("dd", value)));
        return this;
    }
}
