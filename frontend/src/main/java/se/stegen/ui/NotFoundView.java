package se.stegen.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.micronaut.context.annotation.Prototype;
import jakarta.servlet.http.HttpServletResponse;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.Screen;

/** No such screen, or not for this reader. */
@Prototype
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class NotFoundView extends Screen implements HasErrorParameter<NotFoundException> {
    private static final long serialVersionUID = 1L;

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        begin(t("error.notfound.title"));
        add(Html.div("card", new Paragraph(t("error.notfound")), Html.button(Paths.HOME, t("error.home"), true)));
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
