package se.stegen.ui.component;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** A number that explains itself: 7 av 9, a bar, and what would mend it. */
public final class Measure extends Div {
    private static final long serialVersionUID = 1L;

    /** What is counted, how many there are of how many, and a sentence. */
    public Measure(String name, int actual, int required, boolean met, String sentence) {
        addClassName("measure");
        Span fraction = new Span(getTranslation("of", Integer.toString(actual), Integer.toString(required)));
        Div bar = Html.div(met ? "bar good" : "bar");
        int percent = required == 0 ? 100 : Math.min(100, actual * 100 / required);
        HtmlContainer part = Html.tag("i");
        part.getStyle().setWidth(percent + "%");
        bar.add(part);
        bar.getElement().setAttribute("aria-hidden", "true");
        add(Html.div("line", Html.text("b", name), fraction), bar, Html.text("small", sentence));
    }
}
