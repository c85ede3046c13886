package se.stegen.ui.assessment;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.micronaut.context.annotation.Prototype;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.invitation.InvitationService;
import se.stegen.ui.bridge.Browsers;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.RecordScreen;
import se.stegen.ui.component.Screen;

/** Where a digest's stop link leads: one tap, no sign-in. Opening does nothing; the button does. */
@Route(value = "stop/:token", autoLayout = false)
@Prototype
@AnonymousAllowed
class StopView extends Screen implements BeforeEnterObserver {
    static final String STOP = "digest-stop";

    private static final long serialVersionUID = 1L;

    private final transient InvitationService invitations;
    private String token = "";

    StopView(InvitationService invitations) {
        this.invitations = invitations;
        addClassNames("narrow", "outside");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        token = event.getRouteParameters().get("token").orElse("");
        show();
    }

    private void show() {
        try {
            boolean stopped = invitations.stopped(token, Browsers.address());
            begin(t("stop.title"));
            add(Html.div("card", new Paragraph(t(stopped ? "stop.done" : "stop.text"))));
            if (!stopped) {
                add(Html.div(
                        "actions",
                        RecordScreen.primary(
                                STOP,
                                t("stop.verb"),
                                () -> attempt(() -> {
                                    invitations.stop(token);
                                    show();
                                    top();
                                }))));
            }
        } catch (Problem refused) {
            begin(t("link.unknown.title"));
            add(Html.div(
                    "card",
                    new Paragraph(
                            refused.code() == ProblemCode.TOO_MANY_ATTEMPTS
                                    ? refused.text(getLocale())
                                    : t("link.unknown"))));
        }
    }
}
