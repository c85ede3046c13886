package se.stegen.ui.collegium;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.micronaut.core.annotation.Nullable;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import se.stegen.collegium.Collegium;
import se.stegen.collegium.CollegiumPackService;
import se.stegen.collegium.CollegiumState;
import se.stegen.collegium.OutcomeData;
import se.stegen.common.Messages;
import se.stegen.common.Problem;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Paths;

/** The doctor whom the meeting speaks of now: what is known, and what it comes to. */
final class DoctorPanel extends Div {
    static final String NAME = "collegium-doctor";
    static final String PDF = "collegium-pack-pdf";
    static final String PACK = "collegium-pack";

    private static final OutcomeData NOTHING = new OutcomeData(null, Map.of(), "", "", List.of());
    private static final long serialVersionUID = 1L;

    private final @Nullable OutcomeForm form;
    private final H2 name;

    DoctorPanel(
            Collegium collegium,
            Collegium.Trainee doctor,
            CollegiumPackService packs,
            CurrentActor current,
            Locale locale) {
        addClassName("card");
        name = new H2(doctor.name());
        name.setId(NAME);
        name.getElement().setAttribute("tabindex", "-1");
        add(name);
        String supervisor = doctor.supervisorName();
        Paragraph line = new Paragraph(t(
                locale,
                "collegium.doctor.line",
                supervisor == null ? "–" : supervisor,
                Integer.toString(doctor.viewed()),
                Integer.toString(doctor.asked()),
                t(locale, doctor.ownDone() ? "collegium.own.yes" : "collegium.own.no")));
        line.addClassName("muted");
        add(line);
        if (doctor.hidden()) {
            notice("notice warn", t(locale, "collegium.hidden"));
            form = null;
            return;
        }
        String movedTo = doctor.movedTo();
        if (movedTo != null) {
            notice("notice warn", t(locale, movedTo.isEmpty() ? "collegium.moved.away" : "collegium.moved", movedTo));
            form = null;
            return;
        }
        String off = doctor.offReason();
        if (off != null) {
            notice("notice", t(locale, "collegium.off", off));
        }
        if (!doctor.conflicted().isEmpty()) {
            notice("notice", t(locale, "collegium.not.present", String.join(", ", doctor.conflicted())));
        }
        pack(collegium, doctor, packs, current, locale);
        Collegium.Draft draft = doctor.draft();
        if (collegium.state() != CollegiumState.PLANNED || off != null) {
            if (draft != null && collegium.state() == CollegiumState.CLOSED) {
                add(Html.div(
                        "actions",
                        Html.button(
                                Paths.of(Paths.COLLEGIUM_OUTCOME, draft.outcomeId()),
                                t(locale, "collegium.outcome.read"),
                                false)));
            }
            form = null;
            return;
        }
        add(Html.text("h3", t(locale, "collegium.outcome")));
        form = new OutcomeForm(collegium.competences(), data(draft), t(locale, "collegium.actions"), locale);
        add(form);
    }

    /** The page about the doctor; nothing of it can stop the outcome from being written. */
    private void pack(
            Collegium collegium,
            Collegium.Trainee doctor,
            CollegiumPackService packs,
            CurrentActor current,
            Locale locale) {
        try {
            Details folded = new Details(
                    t(locale, "collegium.pack"),
                    PackCards.of(packs.pack(current.get(), collegium.id(), doctor.programmeId()), locale));
            folded.setId(PACK);
            folded.setOpened(true);
            folded.setWidthFull();
            Anchor pdf = new Anchor(
                    DownloadHandler.fromInputStream(event -> {
                        byte[] made = packs.pdf(current.get(), collegium.id(), doctor.programmeId());
                        return new DownloadResponse(
                                new ByteArrayInputStream(made),
                                "kollegium-" + collegium.id() + "-" + doctor.programmeId() + ".pdf",
                                "application/pdf",
                                made.length);
                    }),
                    t(locale, "collegium.pack.pdf"));
            pdf.setId(PDF);
            pdf.addClassName("button");
            pdf.getElement().setAttribute("aria-label", t(locale, "collegium.pack.pdf") + ": " + doctor.name());
            add(folded, Html.div("actions", pdf));
        } catch (Problem refused) {
            // A doctor who went to another clinic after the meeting's day: the portfolio is no longer ours to read.
            notice("notice", t(locale, "collegium.pack.none"));
        }
    }

    private void notice(String look, String text) {
        add(Html.div(look, new Paragraph(text)));
    }

    /** Where the outcome is written; null where it cannot be. */
    @Nullable
    OutcomeForm form() {
        return form;
    }

    H2 name() {
        return name;
    }

    /** A draft as it is written; what there is none of is empty. */
    static OutcomeData data(Collegium.@Nullable Draft draft) {
        if (draft == null) {
            return NOTHING;
        }
        Map<String, String> levels = new TreeMap<>();
        draft.levels().forEach((code, level) -> levels.put(code, level.name()));
        return new OutcomeData(
                draft.judgement() == null ? null : draft.judgement().name(),
                levels,
                draft.strengths(),
                draft.development(),
                draft.actions().stream()
                        .map(a -> new OutcomeData.ActionData(a.text(), a.owner().name(), a.due(), a.iupKind()))
                        .toList());
    }

    private static String t(Locale locale, String key, Object... arguments) {
        return Messages.get(locale, key, arguments);
    }
}
