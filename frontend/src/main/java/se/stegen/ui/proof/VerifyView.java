package se.stegen.ui.proof;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.micronaut.context.annotation.Prototype;
import java.time.LocalDateTime;
import java.util.Optional;
import se.stegen.common.Problem;
import se.stegen.proof.PublicProof;
import se.stegen.ui.bridge.BaseAddress;
import se.stegen.ui.component.Dates;
import se.stegen.ui.component.FactCard;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Paths;

/** Where the QR code of a printed record leads: whether it stands as it was signed, who signed and when; nothing else. */
@Route(value = Paths.VERIFY + "/:signature", autoLayout = false)
@Prototype
@AnonymousAllowed
public class VerifyView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient PublicProof proof;

    VerifyView(PublicProof proof) {
        this.proof = proof;
        addClassName("verify");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        String publicId = event.getRouteParameters().get("signature").orElse("");
        try {
            Optional<PublicProof.Answer> answer = proof.look(publicId, BaseAddress.ofCaller());
            if (answer.isPresent()) {
                show(answer.get());
            } else {
                say("notice warn", getTranslation("verify.unknown"), getTranslation("verify.unknown.explained"));
            }
        } catch (Problem e) {
            say("notice warn", getTranslation("verify.wait"), e.text(getLocale()));
        }
    }

    private void show(PublicProof.Answer answer) {
        LocalDateTime voidedAt = answer.voidedAt();
        String when = voidedAt == null ? "" : Dates.moment(voidedAt, getLocale());
        say(
                switch (answer.standing()) {
                    case HOLDS -> "notice good";
                    case UNCONFIRMED, VOIDED, ERASED -> "notice warn";
                    case BROKEN -> "notice bad";
                },
                getTranslation("verify." + answer.standing()),
                getTranslation("verify." + answer.standing() + ".explained", when));
        add(new FactCard(getTranslation("signature.title"))
                .fact(
                        getTranslation("signature.signer"),
                        answer.withoutSignIn()
                                ? getTranslation("verify.without.sign-in", answer.signerName())
                                : answer.signerName())
                .fact(getTranslation("signature.when"), Dates.moment(answer.signedAt(), getLocale())));
    }

    private void say(String style, String word, String explained) {
        add(new H1(getTranslation("verify.title")), Html.div(style, Html.text("h2", word), new Paragraph(explained)));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("verify.title") + " – STegen";
    }
}
