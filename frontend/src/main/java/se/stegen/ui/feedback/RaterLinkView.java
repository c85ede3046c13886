package se.stegen.ui.feedback;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.micronaut.context.annotation.Prototype;
import java.time.LocalDateTime;
import se.stegen.access.Actor;
import se.stegen.assessment.AssessmentAnswer;
import se.stegen.feedback.FeedbackForm;
import se.stegen.feedback.RaterLinkService;
import se.stegen.ui.bridge.Browsers;
import se.stegen.ui.bridge.CurrentActor;

/** Where the link in a mail leads: a colleague without account answers. Opening uses nothing up. */
@Route(value = RaterLinkService.PATH + "/:token", autoLayout = false)
@Prototype
@AnonymousAllowed
class RaterLinkView extends RaterScreen implements BeforeEnterObserver {
    private static final long serialVersionUID = 1L;

    private final transient RaterLinkService links;
    private final transient CurrentActor current;
    private String token = "";

    RaterLinkView(RaterLinkService links, CurrentActor current) {
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
    FeedbackForm form() {
        return links.form(token, Browsers.address());
    }

    @Override
    LocalDateTime keep(AssessmentAnswer answer) {
        return links.keep(token, Browsers.address(), answer);
    }

    @Override
    void answer(AssessmentAnswer answer) {
        links.answer(
                token, Browsers.address(), current.find().map(Actor::personId).orElse(null), answer);
    }
}
