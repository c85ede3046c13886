package se.stegen.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** Says what will be here, and offers the first step. */
public final class EmptyState extends Div {
    private static final long serialVersionUID = 1L;

    /** What will be here, and the first step where there is one. */
    public EmptyState(String text, Component... firstStep) {
        addClassName("empty");
        add(new Paragraph(text));
        add(firstStep);
    }
}
