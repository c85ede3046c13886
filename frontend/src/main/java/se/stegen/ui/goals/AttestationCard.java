package se.stegen.ui.goals;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import java.time.LocalDateTime;
import java.util.List;
import se.stegen.coverage.Attestation;
import se.stegen.ui.component.Dates;
import se.stegen.ui.component.EmptyState;
import se.stegen.ui.component.Html;

/** Attestations of a goal and what became of them, the latest first. */
final class AttestationCard extends Div {
    private static final long serialVersionUID = 1L;

    AttestationCard(List<Attestation> attestations) {
        addClassName("card");
        add(Html.text("h2", getTranslation("history.title")));
        if (attestations.isEmpty()) {
            add(new EmptyState(getTranslation("goals.history.empty")));
            return;
        }
        HtmlContainer list = Html.tag("ol");
        list.addClassName("history");
        for (Attestation one : attestations) {
            LocalDateTime withdrawnAt = one.withdrawnAt();
            String reason = one.reason();
            if (withdrawnAt != null && reason != null) {
                list.add(line("goals.history.withdrawn", moment(withdrawnAt) + " · " + one.withdrawnBy(), reason));
            }
            String against = one.voided() == 0
                    ? getTranslation("goals.history.against", one.evidence())
                    : getTranslation("goals.history.voided", one.evidence(), one.voided());
            list.add(line(
                    "goals.history.attested",
                    moment(one.attestedAt()) + " · " + one.attestedBy() + " · " + against,
                    one.statement()));
        }
        add(list);
    }

    private String moment(LocalDateTime utc) {
        return Dates.moment(utc, getLocale());
    }

    private HtmlContainer line(String what, String who, String words) {
        HtmlContainer line = Html.tag("li", Html.text("b", getTranslation(what)), Html.text("small", " " + who));
        if (!words.isEmpty()) {
            HtmlContainer text = Html.text("p", words);
            text.addClassNames("prose");
            line.add(text);
        }
        return line;
    }
}
