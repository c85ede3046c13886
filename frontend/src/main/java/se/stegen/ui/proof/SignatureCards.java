package se.stegen.ui.proof;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import jakarta.inject.Singleton;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import se.stegen.common.Messages;
import se.stegen.proof.ProofService;
import se.stegen.proof.SignatureFacts;
import se.stegen.proof.SignatureKind;
import se.stegen.ui.bridge.BaseAddress;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.Dates;
import se.stegen.ui.component.FactCard;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.QrCode;
import se.stegen.ui.component.RecordScreen;

/** Makes the card that ends a signed record, on the screen and on paper. */
@Singleton
public class SignatureCards {
    private static final int SPOKEN = 200;

    private final ProofService proofs;
    private final CurrentActor current;

    SignatureCards(ProofService proofs, CurrentActor current) {
        this.proofs = proofs;
        this.current = current;
    }

    /** Who signed, how and when, the fingerprint and the way to check it; nothing where the record has no signature. */
    public Optional<Component> of(SignatureKind kind, long recordId, Locale locale) {
        return proofs.signature(current.get(), kind, recordId).map(signature -> card(signature, locale));
    }

    private static Component card(SignatureFacts signature, Locale locale) {
        String path = Paths.VERIFY + "/" + signature.publicId();
        String address = BaseAddress.of() + "/" + path;
        FactCard card = new FactCard(Messages.get(locale, "signature.title"));
        card.addClassName("signature");
        card.fact(Messages.get(locale, "signature.signer"), signature.signerName());
        card.fact(Messages.get(locale, "signature.role"), roles(signature.roles(), locale));
        card.fact(
                Messages.get(locale, "signature.method"),
                Messages.get(locale, "signature.method." + signature.method()));
        card.fact(Messages.get(locale, "signature.when"), Dates.moment(signature.signedAt(), locale));
        Span fingerprint = new Span(signature.fingerprint());
        fingerprint.addClassName("fingerprint");
        fingerprint.getElement().setAttribute("title", "SHA-256 " + signature.contentHash());
        card.fact(Messages.get(locale, "signature.fingerprint"), fingerprint);
        LocalDateTime afterwards = signature.sealedAfterwards();
        if (afterwards != null) {
            card.add(new Paragraph(Messages.get(locale, "signature.afterwards", Dates.moment(afterwards, locale))));
        }
        Anchor check = new Anchor(path, Messages.get(locale, "signature.check"));
        check.setTarget(AnchorTarget.BLANK);
        Button print = RecordScreen.other(
                "print",
                Messages.get(locale, "signature.print"),
                () -> UI.getCurrent().getPage().executeJs("print()"));
        card.add(
                Html.div("row", check, print),
                Html.div(
                        "printed-proof",
                        new QrCode(address, cut(Messages.get(locale, "signature.qr", address))),
                        Html.div(
                                "",
                                new Paragraph(Messages.get(locale, "signature.printed")),
                                Html.text("p", address),
                                Html.text("p", "SHA-256 " + signature.fingerprint()))));
        return card;
    }

    private static String roles(List<String> roles, Locale locale) {
        String all = roles.stream()
                .map(role -> Messages.get(locale, "signature.role." + role))
                .collect(Collectors.joining(", "));
        return all.isEmpty() ? all : all.substring(0, 1).toUpperCase(locale) + all.substring(1);
    }

    private static String cut(String text) {
        return text.length() <= SPOKEN ? text : text.substring(0, SPOKEN);
    }
}
