package se.stegen.ui.component;

import com.vaadin.flow.component.html.Span;
import java.time.LocalDateTime;
import java.util.Locale;

/** "Sparat 14:02" beside a draft, read out when it changes. */
public final class SavedAt extends Span {
    /** Id for tests. */
    public static final String ID = "saved";

    private static final long serialVersionUID = 1L;

    /** Nothing saved yet. */
    public SavedAt() {
        setId(ID);
        addClassName("saved");
        getElement().setAttribute("role", "status");
    }

    /** Saved at this time, in UTC. */
    public void saved(LocalDateTime utc) {
        removeClassName("bad");
        setText(getTranslation("saved.at", Dates.time(utc)));
    }

    Locale locale() {
        return getLocale();
    }

    /** Not saved yet: there is something to choose first. */
    public void waiting() {
        addClassName("bad");
        setText(getTranslation("saved.waiting"));
    }

    /** Not saved, and why. */
    public void failed(String why) {
        addClassName("bad");
        setText(getTranslation("saved.not", why));
    }
}
