package se.stegen.ui.signin;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.micronaut.context.annotation.Prototype;
import se.stegen.access.signin.LinkTarget;
import se.stegen.access.signin.OneTimeLinkService;
import se.stegen.common.Problem;

/** Where a one-time link leads: sets a password or, at the first start, makes the first admin. */
@Route(value = "set-password/:token", autoLayout = false)
@Prototype
@AnonymousAllowed
public class SetPasswordView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient OneTimeLinkService links;
    private final VerticalLayout content = new VerticalLayout();
    private final TextField name = new TextField();
    private final EmailField email = new EmailField();
    private final TextField username = new TextField();
    private final PasswordField password = new PasswordField();
    private final Paragraph error = new Paragraph();
    private String token = "";

    SetPasswordView(OneTimeLinkService links) {
        this.links = links;
        addClassName("set-password");
        content.setMaxWidth("28rem");
        add(content);
        name.setLabel(getTranslation("set-password.name"));
        name.setId("name");
        email.setLabel(getTranslation("set-password.email"));
        email.setId("email");
        username.setLabel(getTranslation("sign-in.username"));
        username.setId("username");
        password.setLabel(getTranslation("set-password.new"));
        password.setHelperText(getTranslation("set-password.help"));
        password.setId("password");
        password.getElement().setAttribute("autocomplete", "new-password");
        error.getElement().setAttribute("role", "alert");
        error.setVisible(false);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        token = event.getRouteParameters().get("token").orElse("");
        content.removeAll();
        content.add(new H1(getTranslation("set-password.title")));
        try {
            show(links.look(token));
        } catch (Problem e) {
            content.add(new Paragraph(e.text(getLocale())), signInLink());
        }
    }

    private void show(LinkTarget target) {
        Button save = new Button(getTranslation("set-password.save"), event -> save(target));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.addClickShortcut(Key.ENTER);
        save.setId("save");
        if (target.firstAdmin()) {
            content.add(new Paragraph(getTranslation("set-password.first-admin")), name, email, username);
        } else {
            content.add(new Paragraph(getTranslation("set-password.for", target.name(), target.username())));
        }
        content.add(password, error, save);
    }

    private void save(LinkTarget target) {
        try {
            if (target.firstAdmin()) {
                links.makeFirstAdmin(
                        token, name.getValue(), email.getValue(), username.getValue(), password.getValue());
            } else {
                links.setPassword(token, password.getValue());
            }
            content.removeAll();
            content.add(
                    new H1(getTranslation("set-password.title")),
                    new Paragraph(getTranslation("set-password.done")),
                    signInLink());
        } catch (Problem e) {
            error.setText(e.text(getLocale()));
            error.setVisible(true);
        }
    }

    private Anchor signInLink() {
        return new Anchor("/sign-in", getTranslation("sign-in.submit"));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("set-password.title");
    }
}
