package se.stegen.ui.history;

import java.util.Locale;
import se.stegen.common.Messages;
import se.stegen.history.HistoryDraft.Row.State;
import se.stegen.history.TransferredData;

/** How the rows of a draft are spoken of. */
final class DraftWords {
    private DraftWords() {}

    static String sign(State state) {
        return switch (state) {
            case READY -> "✓";
            case UNCERTAIN -> "?";
            case ERROR -> "!";
            case ALREADY_THERE -> "=";
            case LEFT_OUT -> "⊘";
        };
    }

    static String look(State state) {
        return switch (state) {
            case READY -> "good";
            case UNCERTAIN -> "warn";
            case ERROR -> "bad";
            case ALREADY_THERE, LEFT_OUT -> "plain";
        };
    }

    /** What a row is of, as it was understood. */
    static String what(TransferredData data, Locale locale) {
        String kind = data.kind();
        String form = data.templateCode();
        StringBuilder what = new StringBuilder(kind == null ? "–" : Messages.get(locale, "history.kind." + kind));
        if (form != null) {
            what.append(": ").append(form);
        }
        if (data.hours() != null) {
            what.append(", ").append(TransferredWords.hours(data.hours(), locale));
        }
        return what.toString();
    }
}
