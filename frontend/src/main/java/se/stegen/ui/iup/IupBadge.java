package se.stegen.ui.iup;

import com.vaadin.flow.component.html.Span;
import se.stegen.iup.IupState;
import se.stegen.ui.component.Html;

/** The state of a plan, with its sign and its word. */
final class IupBadge extends Span {
    private static final long serialVersionUID = 1L;

    IupBadge(IupState state) {
        setId("iup-state");
        addClassNames("tag", "state", look(state));
        add(Html.sign(sign(state)), new Span(getTranslation("state." + state)));
    }

    private static String look(IupState state) {
        return switch (state) {
            case DRAFT -> "plain";
            case SENT -> "info";
            case RETURNED -> "warn";
            case APPROVED -> "good";
        };
    }

    private static String sign(IupState state) {
        return switch (state) {
            case DRAFT -> "✎";
            case SENT -> "→";
            case RETURNED -> "↩";
            case APPROVED -> "✓";
        };
    }
}
