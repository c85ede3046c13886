package se.stegen.ui.collegium;

import com.vaadin.flow.component.html.Span;
import se.stegen.collegium.CollegiumState;
import se.stegen.collegium.Judgement;
import se.stegen.ui.component.Html;

/** Where a collegium stands, or what it came to, with sign and word. */
final class CollegiumBadge extends Span {
    private static final long serialVersionUID = 1L;

    CollegiumBadge(CollegiumState state) {
        String look = switch (state) {
            case PLANNED -> "info";
            case CLOSED -> "good";
            case CANCELLED -> "plain";
        };
        String sign = switch (state) {
            case PLANNED -> "○";
            case CLOSED -> "✓";
            case CANCELLED -> "✕";
        };
        addClassNames("tag", "state", look);
        add(Html.sign(sign), new Span(getTranslation("collegium.state." + state)));
    }

    CollegiumBadge(Judgement judgement) {
        String look = switch (judgement) {
            case ON_TRACK -> "good";
            case NEEDS_SUPPORT -> "warn";
            case ACTION_PLAN -> "bad";
        };
        String sign = switch (judgement) {
            case ON_TRACK -> "●";
            case NEEDS_SUPPORT -> "▲";
            case ACTION_PLAN -> "■";
        };
        addClassNames("tag", "state", look);
        add(Html.sign(sign), new Span(getTranslation("collegium.judgement." + judgement)));
    }
}
