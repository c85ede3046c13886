package se.stegen.ui.feedback;

import com.vaadin.flow.component.html.Span;
import se.stegen.feedback.FeedbackState;
import se.stegen.ui.component.Html;

/** Where a round stands, with its sign and its word. */
final class RoundBadge extends Span {
    private static final long serialVersionUID = 1L;

    RoundBadge(FeedbackState state) {
        String look = switch (state) {
            case OPEN -> "info";
            case RELEASED -> "good";
            case WITHDRAWN -> "plain";
        };
        String sign = switch (state) {
            case OPEN -> "→";
            case RELEASED -> "✓";
            case WITHDRAWN -> "←";
        };
        addClassNames("tag", "state", look);
        add(Html.sign(sign), new Span(getTranslation("feedback.state." + state)));
    }
}
