package se.stegen.ui.meeting;

import com.vaadin.flow.component.html.Span;
import se.stegen.meeting.MeetingState;
import se.stegen.ui.component.Html;

/** Where a meeting stands, with its sign and its word. */
final class MeetingBadge extends Span {
    private static final long serialVersionUID = 1L;

    MeetingBadge(MeetingState state) {
        String look = switch (state) {
            case PLANNED -> "info";
            case HELD -> "good";
            case CANCELLED -> "plain";
            case VOIDED -> "bad";
        };
        String sign = switch (state) {
            case PLANNED -> "○";
            case HELD -> "✓";
            case CANCELLED -> "✕";
            case VOIDED -> "⊘";
        };
        addClassNames("tag", "state", look);
        add(Html.sign(sign), new Span(getTranslation("meeting.state." + state)));
    }
}
