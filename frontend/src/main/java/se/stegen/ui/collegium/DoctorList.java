package se.stegen.ui.collegium;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.micronaut.core.annotation.Nullable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import se.stegen.collegium.Collegium;
import se.stegen.collegium.Judgement;
import se.stegen.ui.component.Html;

/** All doctors of the meeting with what is drafted; the one at hand is marked. */
final class DoctorList extends Div {
    static final String DOCTOR = "collegium-to-";

    private static final long serialVersionUID = 1L;

    private final transient Map<Long, Button> buttons = new HashMap<>();
    private final transient Map<Long, Div> standings = new HashMap<>();

    DoctorList(List<Collegium.Trainee> doctors, LongConsumer open) {
        addClassName("card");
        add(Html.text("h2", getTranslation("collegium.doctors.count", Integer.toString(doctors.size()))));
        HtmlContainer list = Html.tag("ol");
        list.addClassName("rows");
        for (Collegium.Trainee doctor : doctors) {
            Button button = new Button(doctor.name(), click -> open.accept(doctor.programmeId()));
            button.setId(DOCTOR + doctor.programmeId());
            button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            Div standing = Html.div("", standing(doctor));
            buttons.put(doctor.programmeId(), button);
            standings.put(doctor.programmeId(), standing);
            HtmlContainer row = Html.tag("li", button, standing);
            row.addClassName("row");
            list.add(row);
        }
        add(list);
    }

    void mark(long programmeId) {
        buttons.forEach((id, button) -> {
            if (id == programmeId) {
                button.getElement().setAttribute("aria-current", "true");
            } else {
                button.getElement().removeAttribute("aria-current");
            }
        });
    }

    /** What is drafted of the doctor has changed. */
    void drafted(long programmeId, @Nullable Judgement judgement) {
        Div standing = standings.get(programmeId);
        if (standing != null) {
            standing.removeAll();
            standing.add(drafted(judgement));
        }
    }

    private Span standing(Collegium.Trainee doctor) {
        if (doctor.hidden()) {
            return tag("plain", "–", "collegium.tag.hidden");
        }
        if (doctor.movedTo() != null) {
            return tag("warn", "→", "collegium.tag.moved");
        }
        if (doctor.offReason() != null) {
            return tag("plain", "✕", "collegium.tag.off");
        }
        Collegium.Draft draft = doctor.draft();
        return drafted(draft == null ? null : draft.judgement());
    }

    private Span drafted(@Nullable Judgement judgement) {
        return judgement == null ? tag("plain", "○", "collegium.tag.open") : new CollegiumBadge(judgement);
    }

    private Span tag(String look, String sign, String key) {
        Span tag = new Span(Html.sign(sign), new Span(getTranslation(key)));
        tag.addClassNames("tag", look);
        return tag;
    }
}
