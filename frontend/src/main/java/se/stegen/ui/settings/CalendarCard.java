package se.stegen.ui.settings;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import io.micronaut.core.annotation.Nullable;
import java.time.LocalDateTime;
import java.util.Optional;
import se.stegen.calendar.CalendarFeed;
import se.stegen.calendar.CalendarService;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.Confirm;
import se.stegen.ui.component.Dates;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.ProblemNotice;
import se.stegen.ui.component.QrCode;

/** Invitations by mail, and the private address that one's calendar subscribes to. */
final class CalendarCard extends Div {
    static final String INVITATIONS = "calendar-invitations";
    static final String MAKE = "calendar-make";
    static final String CHANGE = "calendar-change";
    static final String OFF = "calendar-off";
    static final String ADDRESS = "calendar-address";
    static final String COPY = "calendar-copy";

    private static final long serialVersionUID = 1L;

    private final transient CalendarService calendars;
    private final transient CurrentActor current;

    CalendarCard(CalendarService calendars, CurrentActor current) {
        this.calendars = calendars;
        this.current = current;
        addClassName("card");
        show(null);
    }

    /** The address is there only in the answer that made it. */
    private void show(@Nullable String address) {
        removeAll();
        Checkbox invitations = new Checkbox(getTranslation("settings.calendar.invitations"));
        invitations.setId(INVITATIONS);
        invitations.setHelperText(getTranslation("settings.calendar.invitations.help"));
        invitations.setValue(calendars.wantsInvitations(current.get()));
        invitations.addValueChangeListener(change -> {
            calendars.wantInvitations(current.get(), change.getValue());
            ProblemNotice.done(getTranslation("settings.digest.done"));
        });
        add(
                Html.text("h2", getTranslation("settings.calendar")),
                Html.div("fields", invitations),
                Html.text("h3", getTranslation("settings.calendar.feed")));
        Optional<CalendarFeed> feed = calendars.feed(current.get());
        if (feed.isEmpty()) {
            add(
                    new Paragraph(getTranslation("settings.calendar.none")),
                    Html.div("actions", button(MAKE, "settings.calendar.make", this::make)));
            return;
        }
        if (address != null) {
            add(shown(address));
        }
        add(
                new Paragraph(told(feed.get())),
                Html.div(
                        "actions",
                        button(CHANGE, "settings.calendar.change", this::askChange),
                        button(OFF, "settings.calendar.off", this::askOff)));
    }

    private Div shown(String address) {
        TextField field = new TextField(getTranslation("settings.calendar.address"));
        field.setId(ADDRESS);
        field.setValue(address);
        field.setReadOnly(true);
        field.setHelperText(getTranslation("settings.calendar.once"));
        Button copy = button(COPY, "settings.calendar.copy", () -> {
            getElement().executeJs("return navigator.clipboard?.writeText($0)", address);
            ProblemNotice.done(getTranslation("settings.calendar.copied"));
        });
        copy.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return Html.div(
                "fields",
                field,
                Html.div("actions", copy),
                new QrCode(address, getTranslation("settings.calendar.qr")),
                new Paragraph(getTranslation("settings.calendar.how")));
    }

    private String told(CalendarFeed feed) {
        LocalDateTime fetched = feed.lastFetchedAt();
        String made = Dates.moment(feed.createdAt(), getLocale());
        if (fetched == null) {
            return getTranslation("settings.calendar.made", made);
        }
        String by = feed.lastFetchedBy();
        return getTranslation(
                "settings.calendar.fetched",
                made,
                Dates.moment(fetched, getLocale()),
                by == null ? getTranslation("settings.unknown") : by);
    }

    private void make() {
        show(calendars.makeFeed(current.get()));
        getElement().executeJs("document.getElementById($0)?.focus()", COPY);
    }

    private void askChange() {
        new Confirm(
                        getTranslation("settings.calendar.change.title"),
                        getTranslation("settings.calendar.change.text"),
                        getTranslation("settings.calendar.change"),
                        this::make)
                .open();
    }

    private void askOff() {
        new Confirm(
                        getTranslation("settings.calendar.off.title"),
                        getTranslation("settings.calendar.off.text"),
                        getTranslation("settings.calendar.off"),
                        () -> {
                            calendars.removeFeed(current.get());
                            show(null);
                            getElement().executeJs("setTimeout(() => document.getElementById($0)?.focus(), 250)", MAKE);
                        })
                .open();
    }

    private Button button(String id, String key, Runnable action) {
        Button button = new Button(getTranslation(key), click -> action.run());
        button.setId(id);
        return button;
    }
}
