package se.stegen.ui.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import jakarta.annotation.security.PermitAll;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import se.stegen.access.AccessPolicy;
import se.stegen.common.ListPage;
import se.stegen.common.PageRequest;
import se.stegen.organisation.Person;
import se.stegen.organisation.PersonData;
import se.stegen.organisation.PersonListItem;
import se.stegen.organisation.PersonService;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.EmptyState;
import se.stegen.ui.component.FormDialog;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.Screen;
import se.stegen.ui.component.Sheet;

/** People who can sign in. */
@Route(Paths.PEOPLE)
@Prototype
@PermitAll
class PeopleView extends Screen implements BeforeEnterObserver {
    static final String SEARCH = "people-search";
    static final String NEW = "new-person";
    static final String NAME = "person-name";
    static final String EMAIL = "person-email";
    static final String USERNAME = "person-username";

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 50;

    private final transient PersonService people;
    private final transient AccessPolicy access;
    private final transient CurrentActor current;
    private final Div list = Html.div("card");

    PeopleView(PersonService people, AccessPolicy access, CurrentActor current) {
        this.people = people;
        this.access = access;
        this.current = current;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        access.requireAdminister(current.get());
        Button create = new Button(t("people.new"), click -> create());
        create.setId(NEW);
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        begin(t("people.title")).actions(Html.button(Paths.PEOPLE_IMPORT, t("people.import"), false), create);
        TextField search = new TextField(t("people.search"));
        search.setId(SEARCH);
        search.setWidthFull();
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> fill(change.getValue()));
        add(new AdminTabs(Paths.PEOPLE), Html.div("card", search), list);
        fill("");
    }

    private void fill(String text) {
        ListPage<PersonListItem> page = people.people(current.get(), text, new PageRequest(0, SHOWN));
        list.removeAll();
        if (page.items().isEmpty()) {
            list.add(new EmptyState(t("people.none")));
            return;
        }
        Sheet sheet = new Sheet(
                t("people.title"),
                List.of(
                        t("admin.name"),
                        t("people.email"),
                        t("sign-in.username"),
                        t("people.roles"),
                        t("people.password")));
        for (PersonListItem person : page.items()) {
            String roles = person.roles();
            sheet.row(
                    Html.link(Paths.of(Paths.PERSON, person.id()), person.name()),
                    new Span(person.email()),
                    new Span(person.username()),
                    new Span(
                            roles == null
                                    ? "–"
                                    : Arrays.stream(roles.split(","))
                                            .map(role -> t("role." + role.strip()))
                                            .collect(Collectors.joining(", "))),
                    new Span(t(person.hasPassword() ? "people.password.set" : "people.password.unset")));
        }
        list.add(sheet);
        if (page.total() > page.items().size()) {
            list.add(Html.text("p", t("people.more", Integer.toString(SHOWN), Long.toString(page.total()))));
        }
    }

    private void create() {
        TextField name = new TextField(t("admin.name"));
        TextField email = new TextField(t("people.email"));
        TextField username = new TextField(t("sign-in.username"));
        name.setId(NAME);
        email.setId(EMAIL);
        username.setId(USERNAME);
        new FormDialog(t("people.new"), t("save"), () -> {
                    Person made = people.create(
                            current.get(),
                            new PersonData(name.getValue(), email.getValue(), username.getValue()),
                            null);
                    getUI().ifPresent(ui -> ui.navigate(Paths.of(Paths.PERSON, made.id())));
                })
                .field("name", name)
                .field("email", email)
                .field("username", username)
                .open();
    }
}
