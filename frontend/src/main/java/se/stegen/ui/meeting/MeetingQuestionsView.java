package se.stegen.ui.meeting;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.stegen.access.Actor;
import se.stegen.common.Problem;
import se.stegen.meeting.MeetingKind;
import se.stegen.meeting.MeetingTemplateService;
import se.stegen.organisation.OrganisationService;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.ProblemNotice;
import se.stegen.ui.component.RecordScreen;
import se.stegen.ui.component.Screen;

/** The questions by which a clinic prepares its talks, one a line. */
@Route(Paths.MEETING_QUESTIONS)
@Prototype
@PermitAll
class MeetingQuestionsView extends Screen implements HasUrlParameter<Long> {
    private static final long serialVersionUID = 1L;

    private final transient MeetingTemplateService templates;
    private final transient OrganisationService organisations;
    private final transient CurrentActor current;

    MeetingQuestionsView(MeetingTemplateService templates, OrganisationService organisations, CurrentActor current) {
        this.templates = templates;
        this.organisations = organisations;
        this.current = current;
        addClassName("narrow");
    }

    @Override
    public void setParameter(BeforeEvent event, Long clinicId) {
        Actor actor = current.get();
        List<MeetingKind> kept = Stream.of(MeetingKind.values())
                .filter(kind -> templates.mayKeep(actor, clinicId, kind))
                .toList();
        if (kept.isEmpty()) {
            throw Problem.notFound();
        }
        begin(t("meeting.questions"))
                .line(organisations.clinic(actor, clinicId).name())
                .line(t("meeting.questions.help"));
        kept.forEach(kind -> add(kind(clinicId, kind)));
    }

    private Div kind(long clinicId, MeetingKind kind) {
        Actor actor = current.get();
        TextArea field = new TextArea(t("meeting.questions.label"));
        field.setId("questions-" + kind);
        field.setWidthFull();
        field.setMinHeight("200px");
        field.setValue(lines(clinicId, kind));
        Paragraph from = new Paragraph(
                t(templates.own(actor, clinicId, kind) ? "meeting.questions.own" : "meeting.questions.built.in"));
        Div card = card(t("meeting.kind." + kind), from, field);
        card.add(Html.div(
                "after",
                RecordScreen.other(
                        "save-" + kind,
                        t("save"),
                        () -> attempt(() -> {
                            templates.save(
                                    current.get(),
                                    clinicId,
                                    kind,
                                    field.getValue().lines().toList());
                            field.setValue(lines(clinicId, kind));
                            from.setText(t(
                                    templates.own(current.get(), clinicId, kind)
                                            ? "meeting.questions.own"
                                            : "meeting.questions.built.in"));
                            ProblemNotice.done(t("meeting.questions.done"));
                        }))));
        return card;
    }

    private String lines(long clinicId, MeetingKind kind) {
        return templates.questions(current.get(), clinicId, kind).stream()
                .map(question -> question.text(getLocale()))
                .collect(Collectors.joining("\n"));
    }
}
