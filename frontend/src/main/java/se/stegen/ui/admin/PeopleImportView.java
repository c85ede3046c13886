package se.stegen.ui.admin;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import jakarta.annotation.security.PermitAll;
import se.stegen.access.AccessPolicy;
import se.stegen.organisation.PersonService;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.ImportPanel;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.Screen;

/** People from a file, with a preview that says per line what will happen. */
@Route(Paths.PEOPLE_IMPORT)
@Prototype
@PermitAll
class PeopleImportView extends Screen implements BeforeEnterObserver {
    private static final long serialVersionUID = 1L;

    private final transient PersonService people;
    private final transient AccessPolicy access;
    private final transient CurrentActor current;

    PeopleImportView(PersonService people, AccessPolicy access, CurrentActor current) {
        this.people = people;
        this.access = access;
        this.current = current;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        access.requireAdminister(current.get());
        begin(t("people.import")).line(Html.link(Paths.PEOPLE, t("people.all")));
        add(Html.div(
                "card",
                new Paragraph(t("people.import.help")),
                new ImportPanel(
                        file -> people.preview(current.get(), file), file -> people.apply(current.get(), file))));
    }
}
