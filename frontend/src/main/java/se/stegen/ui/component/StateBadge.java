package se.stegen.ui.component;

import com.vaadin.flow.component.html.Span;
import se.stegen.signing.RecordState;

/** The state of a record, with its sign and its word. */
public final class StateBadge extends Span {
    private static final long serialVersionUID = 1L;

    /** The badge of a state. */
    public StateBadge(RecordState state) {
        addClassNames("tag", "state", look(state));
        add(Html.sign(sign(state)), new Span(getTranslation("state." + state)));
    }

    private static String look(RecordState state) {
        return switch (state) {
            case SIGNED -> "good";
            case RETURNED, EXPIRED -> "warn";
            case DECLINED, VOIDED -> "bad";
            case SENT, PLANNED -> "info";
            case DRAFT, WITHDRAWN, CANCELLED -> "plain";
        };
    }

    private static String sign(RecordState state) {
        return switch (state) {
            case PLANNED -> "○";
            case CANCELLED -> "⊗";
            case DRAFT -> "✎";
            case SENT -> "→";
            case SIGNED -> "✓";
            case RETURNED -> "↩";
            case DECLINED -> "✕";
            case WITHDRAWN -> "←";
            case EXPIRED -> "!";
            case VOIDED -> "⊘";
        };
    }
}
