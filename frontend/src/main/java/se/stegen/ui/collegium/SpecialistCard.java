package se.stegen.ui.collegium;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextArea;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import se.stegen.collegium.Collegium;
import se.stegen.collegium.CollegiumState;
import se.stegen.collegium.SpecialistService;
import se.stegen.common.Messages;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.ui.Colleagues;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.FormDialog;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.PersonPicker;

/** Who is asked beforehand, who has answered, and who takes no part in whose matter. */
@Singleton
class SpecialistCard {
    static final String CARD = "collegium-asked";
    static final String ASK = "collegium-ask";
    static final String PERSON = "collegium-ask-person";
    static final String MAIL = "collegium-ask-mail";
    static final String EMAIL = "collegium-ask-email";
    static final String CONFLICT = "collegium-conflict-";
    static final String REASON = "collegium-conflict-reason";
    static final String WHOM = "collegium-conflict-whom";

    private final SpecialistService specialists;
    private final Colleagues colleagues;
    private final CurrentActor current;

    SpecialistCard(SpecialistService specialists, Colleagues colleagues, CurrentActor current) {
        this.specialists = specialists;
        this.colleagues = colleagues;
        this.current = current;
    }

    Details of(Collegium collegium, Locale locale, Consumer<Collegium> after) {
        long answered = collegium.specialists().stream()
                .filter(Collegium.Specialist::answered)
                .count();
        Div body = Html.div("");
        HtmlContainer list = Html.tag("ul");
        list.addClassName("rows");
        boolean open = collegium.state() == CollegiumState.PLANNED;
        for (Collegium.Specialist one : collegium.specialists()) {
            list.add(row(collegium, one, open, locale, after));
        }
        body.add(list);
        if (open) {
            Button ask = new Button(t(locale, "collegium.ask"), click -> ask(collegium, locale, after));
            ask.setId(ASK);
            Button mail = new Button(t(locale, "collegium.ask.mail"), click -> mail(collegium, locale, after));
            mail.setId(MAIL);
            body.add(Html.div("actions after", ask, mail));
        }
        Details card = new Details(
                t(
                        locale,
                        "collegium.asked",
                        Long.toString(answered),
                        Integer.toString(collegium.specialists().size())),
                body);
        card.setId(CARD);
        card.setWidthFull();
        return card;
    }

    private HtmlContainer row(
            Collegium collegium, Collegium.Specialist one, boolean open, Locale locale, Consumer<Collegium> after) {
        Div words = Html.div("words", Html.text("b", one.name()));
        collegium.trainees().stream()
                .filter(doctor -> one.conflicts().containsKey(doctor.programmeId()))
                .forEach(doctor -> {
                    Div conflict = Html.div(
                            "conflict-line",
                            new Span(t(
                                    locale,
                                    "collegium.conflict.line",
                                    doctor.name(),
                                    one.conflicts().getOrDefault(doctor.programmeId(), ""))));
                    if (open) {
                        Button back = new Button(
                                t(locale, "collegium.conflict.back"),
                                click -> after.accept(specialists.conflict(
                                        current.get(), collegium.id(), one.id(), doctor.programmeId(), null)));
                        back.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
                        conflict.add(back);
                    }
                    words.add(conflict);
                });
        Span tag = new Span(
                Html.sign(one.answered() ? "✓" : "○"),
                new Span(t(locale, one.answered() ? "collegium.has.answered" : "collegium.not.answered")));
        tag.addClassNames("tag", one.answered() ? "good" : "plain");
        HtmlContainer row = Html.tag("li", words, tag);
        row.addClassName("row");
        if (open) {
            Button conflict =
                    new Button(t(locale, "collegium.conflict"), click -> conflict(collegium, one, locale, after));
            conflict.setId(CONFLICT + one.id());
            conflict.getElement().setAttribute("aria-label", t(locale, "collegium.conflict") + ": " + one.name());
            Button remove = new Button(
                    t(locale, "collegium.specialist.remove"),
                    click -> after.accept(specialists.remove(current.get(), collegium.id(), one.id())));
            remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            remove.getElement()
                    .setAttribute("aria-label", t(locale, "collegium.specialist.remove") + ": " + one.name());
            row.add(Html.div("row-actions", conflict, remove));
        }
        return row;
    }

    private void ask(Collegium collegium, Locale locale, Consumer<Collegium> after) {
        PersonPicker person = new PersonPicker(t(locale, "collegium.specialist"), colleagues);
        person.field().setId(PERSON);
        new FormDialog(t(locale, "collegium.ask"), t(locale, "collegium.ask.verb"), () -> {
                    Long id = person.personId();
                    if (id == null) {
                        throw Problem.field("personId", ProblemCode.REQUIRED);
                    }
                    after.accept(specialists.ask(current.get(), collegium.id(), List.of(id)));
                })
                .field("personId", person.field())
                .open();
    }

    private void mail(Collegium collegium, Locale locale, Consumer<Collegium> after) {
        EmailField email = new EmailField(t(locale, "collegium.ask.email"));
        email.setId(EMAIL);
        email.setHelperText(t(locale, "collegium.ask.email.help"));
        new FormDialog(
                        t(locale, "collegium.ask.mail"),
                        t(locale, "collegium.ask.verb"),
                        () -> after.accept(specialists.askByMail(current.get(), collegium.id(), email.getValue())))
                .field("email", email)
                .open();
    }

    private void conflict(Collegium collegium, Collegium.Specialist one, Locale locale, Consumer<Collegium> after) {
        Select<Collegium.Trainee> whom = new Select<>();
        whom.setLabel(t(locale, "collegium.conflict.whom"));
        whom.setId(WHOM);
        whom.setItems(collegium.trainees());
        whom.setItemLabelGenerator(Collegium.Trainee::name);
        TextArea reason = new TextArea(t(locale, "reason.label"));
        reason.setId(REASON);
        reason.setMaxLength(500);
        reason.setHelperText(t(locale, "collegium.conflict.help"));
        new FormDialog(t(locale, "collegium.conflict.title", one.name()), t(locale, "collegium.conflict.verb"), () -> {
                    Collegium.Trainee doctor = whom.getValue();
                    if (doctor == null) {
                        throw Problem.field("traineeId", ProblemCode.REQUIRED);
                    }
                    if (reason.getValue().isBlank()) {
                        throw Problem.field("reason", ProblemCode.REASON_REQUIRED);
                    }
                    after.accept(specialists.conflict(
                            current.get(), collegium.id(), one.id(), doctor.programmeId(), reason.getValue()));
                })
                .field("traineeId", whom)
                .field("reason", reason)
                .open();
    }

    private static String t(Locale locale, String key, Object... arguments) {
        return Messages.get(locale, key, arguments);
    }
}
