package se.stegen.ui.assessment;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.micronaut.context.annotation.Prototype;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Today;
import se.stegen.invitation.InvitationService;
import se.stegen.invitation.SignedByLink;
import se.stegen.ui.bridge.Browsers;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.RecordScreen;
import se.stegen.ui.component.Screen;

/** Where the receipt's link leads: "it was not me". Opening does nothing; the button does. */
@Route(value = "not-me/:token", autoLayout = false)
@Prototype
@AnonymousAllowed
class NotMeView extends Screen implements BeforeEnterObserver {
    static final String REPORT = "not-me-report";

    private static final long serialVersionUID = 1L;

    private final transient InvitationService invitations;
    private String token = "";

    NotMeView(InvitationService invitations) {
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
            SignedByLink signed = invitations.receipt(token, Browsers.address());
            begin(t("notme.title"));
            Paragraph words = new Paragraph(t(
                    signed.reported() ? "notme.reported" : "notme.text",
                    signed.templateName(),
                    signed.doctorName(),
                    signed.signerName(),
                    day(Today.dayOf(signed.signedAt()))));
            add(Html.div("card", words));
            if (!signed.reported()) {
                add(Html.div(
                        "actions",
                        RecordScreen.primary(
                                REPORT,
                                t("notme.verb"),
                                () -> attempt(() -> {
                                    invitations.reportBySigner(token);
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
                                    : t("notme.unknown"))));
        }
    }
}
