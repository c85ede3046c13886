package se.stegen.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.micronaut.context.annotation.Prototype;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.Screen;

/** A screen could not be opened: what happened, what was kept, what to do. */
@Prototype
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class FailureView extends Screen implements HasErrorParameter<Exception> {
    private static final long serialVersionUID = 1L;

    private final transient Today today;

    FailureView(Today today) {
        this.today = today;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        Problem problem = Failures.problem(parameter.getException());
        ProblemCode code = problem.code();
        if (code == ProblemCode.NOT_SIGNED_IN) {
            event.getUI().getPage().setLocation("/sign-in");
        }
        boolean ours = code == ProblemCode.INTERNAL || code == ProblemCode.DATABASE_UNAVAILABLE;
        begin(t(ours ? "error.failure.title" : "error.notfound.title"));
        Button reload = new Button(
                t("error.reload"), click -> getUI().ifPresent(ui -> ui.getPage().reload()));
        reload.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(Html.div(
                "card",
                new Paragraph(problem.text(getLocale())),
                code == ProblemCode.INTERNAL ? new Paragraph(t("error.failure", moment(today.utc()))) : new Paragraph(),
                Html.div("actions", ours ? reload : Html.button(Paths.HOME, t("error.home"), true))));
        return code.status();
    }
}
