package se.stegen.ui.signin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.micronaut.context.annotation.Prototype;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import se.stegen.common.ProblemCode;
import se.stegen.demo.DemoRegion;
import se.stegen.ui.component.Html;

/** The sign-in page. The form is posted to {@code /api/sign-in}, which sets the cookie. */
@Route(value = "sign-in", autoLayout = false)
@Prototype
@AnonymousAllowed
public class SignInView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final LoginForm form = new LoginForm();

    SignInView(DemoAccounts demo) {
        addClassName("sign-in");
        form.setForgotPasswordButtonVisible(false);
        add(form);
        Set<String> usernames = demo.usernames();
        if (!usernames.isEmpty()) {
            addClassName("with-demo");
            add(accounts(usernames));
        }
    }

    /** Who can be played in the demo; one click fills the form. */
    private Component accounts(Set<String> usernames) {
        HtmlContainer list = Html.tag("ul");
        list.addClassName("rows");
        for (String username : usernames) {
            NativeButton account = new NativeButton(
                    "",
                    click -> form.getElement()
                            .executeJs(
                                    "const field = name => this.querySelector(`[name=${name}]`);"
                                            + " field('username').value = $0; field('password').value = $1;"
                                            + " this.querySelector('vaadin-button[slot=submit]')?.focus();",
                                    username,
                                    DemoRegion.PASSWORD));
            account.add(Html.text("b", username), new Span(getTranslation("demo.account." + username)));
            account.setId("demo-" + username);
            list.add(Html.tag("li", account));
        }
        HtmlContainer password = Html.text("code", DemoRegion.PASSWORD);
        Paragraph explained = new Paragraph(
                new Span(getTranslation("demo.explained") + " "),
                new Span(getTranslation("demo.password") + " "),
                password);
        HtmlContainer section = Html.tag("section", Html.text("h2", getTranslation("demo.title")), explained, list);
        section.addClassNames("card", "demo");
        return section;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var query = event.getLocation().getQueryParameters();
        form.setAction("/api/sign-in"
                + query.getSingleParameter("to")
                        .map(to -> "?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8))
                        .orElse(""));
        Optional<ProblemCode> error = query.getSingleParameter("error").flatMap(SignInView::known);
        String minutes = query.getSingleParameter("minutes")
                .filter(m -> m.matches("\\d{1,4}"))
                .orElse("15");
        LoginI18n texts = texts();
        error.ifPresent(code -> {
            LoginI18n.ErrorMessage message = new LoginI18n.ErrorMessage();
            message.setTitle(getTranslation("sign-in.failed"));
            message.setMessage(
                    code == ProblemCode.TOO_MANY_ATTEMPTS
                            ? getTranslation(code.messageKey(), minutes)
                            : getTranslation(code.messageKey()));
            texts.setErrorMessage(message);
            form.setError(true);
        });
        form.setI18n(texts);
        if (query.getParameters().containsKey("left")) {
            Paragraph left = new Paragraph(getTranslation("sign-in.left"));
            left.addClassNames("notice", "left");
            left.getElement().setAttribute("role", "status");
            addComponentAsFirst(left);
        }
    }

    private static Optional<ProblemCode> known(String code) {
        return Arrays.stream(ProblemCode.values())
                .filter(c -> c.name().equals(code))
                .findFirst();
    }

    private LoginI18n texts() {
        LoginI18n texts = LoginI18n.createDefault();
        LoginI18n.Form labels = texts.getForm();
        labels.setTitle("STegen");
        labels.setUsername(getTranslation("sign-in.username"));
        labels.setPassword(getTranslation("sign-in.password"));
        labels.setSubmit(getTranslation("sign-in.submit"));
        texts.setForm(labels);
        return texts;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("sign-in.title");
    }
}
