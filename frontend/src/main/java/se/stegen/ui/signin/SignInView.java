package se.stegen.ui.signin;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
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
import se.stegen.common.ProblemCode;

/** The sign-in page. The form is posted to {@code /api/sign-in}, which sets the cookie. */
@Route(value = "sign-in", autoLayout = false)
@Prototype
@AnonymousAllowed
public class SignInView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final LoginForm form = new LoginForm();

    SignInView() {
        addClassName("sign-in");
        form.setForgotPasswordButtonVisible(false);
        add(form);
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
            addComponentAsFirst(new Paragraph(getTranslation("sign-in.left")));
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
