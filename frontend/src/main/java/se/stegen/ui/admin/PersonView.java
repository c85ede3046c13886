package se.stegen.ui.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import se.stegen.access.AccessPolicy;
import se.stegen.access.signin.OneTimeLink;
import se.stegen.access.signin.PasswordService;
import se.stegen.organisation.Person;
import se.stegen.organisation.PersonData;
import se.stegen.organisation.PersonService;
import se.stegen.organisation.Qualification;
import se.stegen.organisation.RoleAssignment;
import se.stegen.ui.Choices;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.EmptyState;
import se.stegen.ui.component.FactCard;
import se.stegen.ui.component.FormDialog;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.Screen;
import se.stegen.ui.component.Sheet;

/** One person: name, roles, qualifications, the link that sets the password. */
@Route(Paths.PERSON)
@Prototype
@PermitAll
class PersonView extends Screen implements HasUrlParameter<Long> {
    static final String LINK = "make-link";
    static final String LINK_TEXT = "link-text";
    static final String ADD_ROLE = "add-role";
    static final String ADD_QUALIFICATION = "add-qualification";

    private static final long serialVersionUID = 1L;

    private final transient PersonService people;
    private final transient PasswordService passwords;
    private final transient Choices choices;
    private final transient AccessPolicy access;
    private final transient CurrentActor current;

    PersonView(
            PersonService people,
            PasswordService passwords,
            Choices choices,
            AccessPolicy access,
            CurrentActor current) {
        this.people = people;
        this.passwords = passwords;
        this.choices = choices;
        this.access = access;
        this.current = current;
    }

    @Override
    public void setParameter(BeforeEvent event, Long id) {
        access.requireAdminister(current.get());
        show(id);
    }

    private void show(long id) {
        Person person = people.person(current.get(), id);
        Button change = new Button(t("admin.change"), click -> change(person));
        begin(person.name()).line(Html.link(Paths.PEOPLE, t("people.all"))).actions(change);
        add(new FactCard(t("people.facts"))
                .fact(t("people.email"), person.email())
                .fact(t("sign-in.username"), person.username())
                .fact(t("people.password"), t(person.hasPassword() ? "people.password.set" : "people.password.unset")));
        password(person);
        roles(id);
        qualifications(id);
    }

    private void password(Person person) {
        Div card = card(t("people.link"), Html.text("p", t("people.link.help", person.name())));
        TextField link = new TextField(t("people.link.text"));
        link.setId(LINK_TEXT);
        link.setReadOnly(true);
        link.setWidthFull();
        link.setVisible(false);
        Button make = new Button(
                t("people.link.make"),
                click -> attempt(() -> {
                    OneTimeLink made = passwords.makeLink(current.get(), person.id());
                    link.setVisible(true);
                    link.setHelperText(
                            t("people.link.until", moment(LocalDateTime.ofInstant(made.expiresAt(), ZoneOffset.UTC))));
                    getUI().ifPresent(ui -> ui.getPage()
                            .fetchCurrentURL(url ->
                                    link.setValue(url.getProtocol() + "://" + url.getAuthority() + made.path())));
                }));
        make.setId(LINK);
        if (!person.hasPassword()) {
            make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        }
        card.add(make, link);
        add(card);
    }

    private void roles(long id) {
        Div card = card(t("people.roles"));
        List<RoleAssignment> all = people.roles(current.get(), id);
        Sheet sheet = new Sheet(
                t("people.roles"), List.of(t("role"), t("role.scope"), t("dates.from"), t("dates.to"), t("delete")));
        for (RoleAssignment one : all) {
            String scope = one.scopeName();
            LocalDate end = one.validTo();
            sheet.row(
                    Html.text("b", t("role." + one.role())),
                    new Span(scope == null ? t("role.scope.all") : scope),
                    new Span(day(one.validFrom())),
                    new Span(end == null ? t("dates.open") : day(end)),
                    remove(t("role." + one.role()), () -> {
                        people.removeRole(current.get(), id, one.id());
                        show(id);
                    }));
        }
        card.add(all.isEmpty() ? new EmptyState(t("people.roles.empty")) : sheet);
        Button add = new Button(
                t("people.add.role"),
                click -> new PersonDialogs(people, choices, current, getLocale()).role(id, () -> show(id)));
        add.setId(ADD_ROLE);
        card.add(add);
        add(card);
    }

    private void qualifications(long id) {
        Div card = card(t("people.qualifications"));
        List<Qualification> all = people.qualifications(current.get(), id);
        Sheet sheet = new Sheet(
                t("people.qualifications"),
                List.of(t("qualification"), t("trainee.specialty"), t("supervision.date"), t("delete")));
        for (Qualification one : all) {
            String specialty = one.specialtyName();
            sheet.row(
                    Html.text("b", t("qualification." + one.kind())),
                    new Span(specialty == null ? "–" : specialty),
                    new Span(day(one.obtainedOn())),
                    remove(t("qualification." + one.kind()), () -> {
                        people.removeQualification(current.get(), id, one.id());
                        show(id);
                    }));
        }
        card.add(all.isEmpty() ? new EmptyState(t("people.qualifications.empty")) : sheet);
        Button add = new Button(
                t("people.add.qualification"),
                click -> new PersonDialogs(people, choices, current, getLocale()).qualification(id, () -> show(id)));
        add.setId(ADD_QUALIFICATION);
        card.add(add);
        add(card);
    }

    private Button remove(String what, Runnable action) {
        Button button = new Button(t("delete"), click -> attempt(action));
        button.setAriaLabel(t("delete") + ": " + what);
        return button;
    }

    private void change(Person person) {
        TextField name = new TextField(t("admin.name"));
        TextField email = new TextField(t("people.email"));
        TextField username = new TextField(t("sign-in.username"));
        name.setValue(person.name());
        email.setValue(person.email());
        username.setValue(person.username());
        new FormDialog(t("admin.change"), t("save"), () -> {
                    people.change(
                            current.get(),
                            person.id(),
                            person.version(),
                            new PersonData(name.getValue(), email.getValue(), username.getValue()));
                    show(person.id());
                })
                .field("name", name)
                .field("email", email)
                .field("username", username)
                .open();
    }
}
