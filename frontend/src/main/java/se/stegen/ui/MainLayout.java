package se.stegen.ui;

import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.micronaut.context.annotation.Prototype;

/** The frame around the screens of somebody who is signed in. */
@Prototype
@AnonymousAllowed
public class MainLayout extends AppLayout {
    private static final long serialVersionUID = 1L;

    MainLayout() {
        addToNavbar(new H1("STegen"));
    }
}
