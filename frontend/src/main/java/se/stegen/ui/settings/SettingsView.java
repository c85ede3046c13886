package se.stegen.ui.settings;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import se.stegen.access.Actor;
import se.stegen.access.MeService;
import se.stegen.access.signin.OwnSignIn;
import se.stegen.access.signin.PasswordService;
import se.stegen.access.signin.PinService;
import se.stegen.access.signin.SignInService;
import se.stegen.calendar.CalendarService;
import se.stegen.reminder.ReminderService;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.ProblemNotice;
import se.stegen.ui.component.Screen;
import se.stegen.ui.component.Sheet;

/** One's own settings: language, reminders, calendar, password and sign-ins. */
@Route(Paths.SETTINGS)
@Prototype
@PermitAll
class SettingsView extends Screen implements BeforeEnterObserver {
    static final String LANGUAGE = "language";
    static final String OLD = "password-old";
    static final String NEW = "password-new";
    static final String CHANGE = "password-change";
    static final String PIN = "pin";
    static final String PIN_PASSWORD = "pin-password";
    static final String PIN_SET = "pin-set";

    private static final long serialVersionUID = 1L;

    private final transient MeService me;
    private final transient PasswordService passwords;
    private final transient PinService pins;
    private final transient SignInService signIns;
    private final transient ReminderService reminders;
    private final transient CalendarService calendars;
    private final transient CurrentActor current;

    SettingsView(
            MeService me,
            PasswordService passwords,
            PinService pins,
            SignInService signIns,
            ReminderService reminders,
            CalendarService calendars,
            CurrentActor current) {
        this.me = me;
        this.passwords = passwords;
        this.pins = pins;
        this.signIns = signIns;
        this.reminders = reminders;
        this.calendars = calendars;
        this.current = current;
        addClassName("narrow");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show();
    }

    private void show() {
        begin(t("nav.settings")).line(current.get().name());
        language();
        add(new ReminderCard(reminders, current), new CalendarCard(calendars, current));
        password();
        pin();
        signIns();
    }

    private void language() {
        RadioButtonGroup<String> language = new RadioButtonGroup<>(t("settings.language.label"));
        language.setId(LANGUAGE);
        language.setItems(MeService.LANGUAGES);
        // Each language by its own name: found by whoever cannot read the other.
        language.setItemLabelGenerator(code -> t("settings.language." + code));
        language.setValue(getLocale().getLanguage());
        language.addValueChangeListener(change -> attempt(() -> {
            me.changeLanguage(current.get(), change.getValue());
            // Menu, title and the page's own language are made anew in one step.
            getUI().ifPresent(ui -> ui.getPage().reload());
        }));
        add(card(t("settings.language"), language));
    }

    private void password() {
        PasswordField old = new PasswordField(t("settings.password.old"));
        PasswordField fresh = new PasswordField(t("settings.password.new"));
        fresh.setHelperText(t("settings.password.help"));
        old.setId(OLD);
        fresh.setId(NEW);
        old.getElement().setAttribute("autocomplete", "current-password");
        fresh.getElement().setAttribute("autocomplete", "new-password");
        problem().field("oldPassword", old);
        problem().field("newPassword", fresh);
        Button change = new Button(t("settings.password.change"), click -> {
            if (attempt(() -> passwords.change(current.get(), current.signInId(), old.getValue(), fresh.getValue()))) {
                show();
                ProblemNotice.done(t("settings.password.done"));
            }
        });
        change.setId(CHANGE);
        change.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div card = card(t("settings.password"));
        card.add(Html.div("fields", old, fresh), Html.div("actions", change));
        add(card);
    }

    private void pin() {
        boolean has = pins.has(current.get());
        PasswordField password = new PasswordField(t("settings.pin.password"));
        PasswordField fresh = new PasswordField(t("settings.pin.new"));
        fresh.setHelperText(t("settings.pin.help"));
        password.setId(PIN_PASSWORD);
        fresh.setId(PIN);
        password.getElement().setAttribute("autocomplete", "current-password");
        fresh.getElement().setAttribute("autocomplete", "off");
        fresh.getElement().setAttribute("inputmode", "numeric");
        problem().field("password", password);
        problem().field("pin", fresh);
        Button set = new Button(t(has ? "settings.pin.change" : "settings.pin.set"), click -> {
            if (attempt(() -> pins.set(current.get(), password.getValue(), fresh.getValue()))) {
                show();
                ProblemNotice.done(t("settings.pin.done"));
            }
        });
        set.setId(PIN_SET);
        Div card = card(t("settings.pin"), new Paragraph(t(has ? "settings.pin.has" : "settings.pin.none")));
        Div actions = Html.div("actions", set);
        if (has) {
            actions.add(new Button(
                    t("settings.pin.remove"),
                    click -> attempt(() -> {
                        pins.remove(current.get());
                        show();
                    })));
        }
        card.add(Html.div("fields", password, fresh), actions);
        add(card);
    }

    private void signIns() {
        Actor actor = current.get();
        String mine = current.signInId();
        Sheet sheet = new Sheet(
                t("settings.signins"),
                List.of(t("settings.device"), t("settings.since"), t("settings.active"), t("settings.end")));
        for (OwnSignIn one : signIns.list(actor)) {
            boolean here = one.id().equals(mine);
            Button end = new Button(
                    t("settings.end"),
                    click -> attempt(() -> {
                        signIns.end(current.get(), one.id());
                        show();
                    }));
            end.setAriaLabel(t("settings.end.of", moment(utc(one.startedAt()))));
            sheet.row(
                    Html.div(
                            "",
                            Html.text("b", here ? t("settings.here") : device(one.userAgent())),
                            Html.text("small", one.address())),
                    new Span(moment(utc(one.startedAt()))),
                    new Span(moment(utc(one.lastActiveAt()))),
                    here ? new Span("–") : end);
        }
        Div card = card(t("settings.signins"));
        card.add(sheet);
        add(card);
    }

    /** A browser in a word, for people; the whole text says more than anybody wants to read. */
    private String device(String userAgent) {
        for (String name : List.of("Edg", "Firefox", "Chrome", "Safari")) {
            if (userAgent.contains(name)) {
                String browser = "Edg".equals(name) ? "Edge" : name;
                return userAgent.contains("Mobile") ? t("settings.phone", browser) : browser;
            }
        }
        return userAgent.isBlank() ? t("settings.unknown") : userAgent;
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
