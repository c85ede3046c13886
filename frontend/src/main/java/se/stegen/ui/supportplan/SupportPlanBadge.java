package se.stegen.ui.supportplan;

import com.vaadin.flow.component.html.Span;
import se.stegen.supportplan.SupportPlanState;
import se.stegen.ui.component.Html;

/** Where a support plan stands, with its sign and its word. */
final class SupportPlanBadge extends Span {
    private static final long serialVersionUID = 1L;

    SupportPlanBadge(SupportPlanState state) {
        boolean open = state == SupportPlanState.OPEN;
        addClassNames("tag", "state", open ? "warn" : "plain");
        add(Html.sign(open ? "○" : "✓"), new Span(getTranslation("support.state." + state)));
    }
}
