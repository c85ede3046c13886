package se.stegen.ui.collegium;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.micronaut.context.annotation.Prototype;
import io.micronaut.core.annotation.Nullable;
import java.time.LocalDateTime;
import java.util.Map;
import se.stegen.access.Actor;
import se.stegen.collegium.CollegiumForm;
import se.stegen.collegium.CollegiumLinkService;
import se.stegen.ui.bridge.Browsers;
import se.stegen.ui.bridge.CurrentActor;

/** Where the link in a mail leads: a specialist without account answers. Opening uses nothing up. */
@Route(value = CollegiumLinkService.PATH + "/:token", autoLayout = false)
@Prototype
@AnonymousAllowed
class CollegiumLinkView extends ViewScreen implements BeforeEnterObserver {
    private static final long serialVersionUID = 1L;

    private final transient CollegiumLinkService links;
    private final transient CurrentActor current;
    private String token = "";

    CollegiumLinkView(CollegiumLinkService links, CurrentActor current) {
        this.links = links;
        this.current = current;
        addClassName("outside");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        token = event.getRouteParameters().get("token").orElse("");
        show();
    }

    @Override
    CollegiumForm form() {
        return links.form(token, Browsers.address(), signedInAs());
    }

    @Override
    LocalDateTime keep(long programmeId, Map<String, String> levels, String comment) {
        return links.keep(token, Browsers.address(), signedInAs(), programmeId, levels, comment);
    }

    @Override
    void done() {
        links.done(token, Browsers.address(), signedInAs());
    }

    @Override
    String texts() {
        return "collegium.view";
    }

    private @Nullable Long signedInAs() {
        return current.find().map(Actor::personId).orElse(null);
    }
}
