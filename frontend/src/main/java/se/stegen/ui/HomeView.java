package se.stegen.ui;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import jakarta.annotation.security.PermitAll;

/** Placeholder of the home page. */
@Route(value = "", layout = MainLayout.class)
@Prototype
@PermitAll
class HomeView extends Main implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    HomeView() {
        add(new Paragraph(getTranslation("home.empty")));
    }

    @Override
    public String getPageTitle() {
        return "STegen";
    }
}
