package se.stegen.ui.selfevaluation;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import se.stegen.access.Actor;
import se.stegen.common.Today;
import se.stegen.organisation.OrganisationService;
import se.stegen.selfevaluation.SelfEvaluation;
import se.stegen.selfevaluation.SelfEvaluationService;
import se.stegen.selfevaluation.SelfEvaluationState;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.EmptyState;
import se.stegen.ui.component.FormDialog;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.PageHead;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.RecordScreen;
import se.stegen.ui.component.Screen;
import se.stegen.ui.component.Sheet;

/** A clinic's self-evaluations, and where one is started. */
@Route(Paths.SELF_EVALUATIONS)
@Prototype
@PermitAll
class SelfEvaluationsView extends Screen implements HasUrlParameter<Long> {
    static final String START = "evaluation-start";
    static final String REGULATIONS = "evaluation-regulations";

    private static final long serialVersionUID = 1L;

    private final transient SelfEvaluationService evaluations;
    private final transient OrganisationService organisations;
    private final transient CurrentActor current;

    SelfEvaluationsView(SelfEvaluationService evaluations, OrganisationService organisations, CurrentActor current) {
        this.evaluations = evaluations;
        this.organisations = organisations;
        this.current = current;
    }

    @Override
    public void setParameter(BeforeEvent event, Long clinicId) {
        Actor actor = current.get();
        List<SelfEvaluation> all = evaluations.list(actor, clinicId);
        PageHead head = begin(t("selfevaluation.list"))
                .line(
                        Html.link(
                                Paths.of(Paths.CLINIC, clinicId),
                                organisations.clinic(actor, clinicId).name()),
                        RecordScreen.way(Paths.of(Paths.REVIEWS, clinicId), t("review.list")));
        if (all.stream().noneMatch(one -> one.state() == SelfEvaluationState.OPEN)) {
            head.actions(RecordScreen.primary(START, t("selfevaluation.start"), () -> start(clinicId)));
        }
        Div card = card(t("selfevaluation.list"));
        if (all.isEmpty()) {
            card.add(new EmptyState(t("selfevaluation.list.empty")));
        } else {
            Sheet sheet = new Sheet(
                    t("selfevaluation.list"),
                    List.of(
                            t("selfevaluation.started"),
                            t("selfevaluation.regulations"),
                            t("selfevaluation.judged"),
                            t("selfevaluation.owner"),
                            t("survey.where")));
            for (SelfEvaluation one : all) {
                sheet.row(
                        Html.link(Paths.of(Paths.SELF_EVALUATION, one.id()), day(Today.dayOf(one.startedAt()))),
                        new Span(one.regulations().replace(",", ", ")),
                        new Span(Integer.toString(one.judged())),
                        new Span(one.ownerName()),
                        EvaluationWords.badge(one.state(), getLocale()));
            }
            card.add(sheet);
        }
        add(card, Html.div("notice", new Paragraph(t("selfevaluation.about"))));
    }

    private void start(long clinicId) {
        CheckboxGroup<String> regulations = new CheckboxGroup<>(t("selfevaluation.regulations"));
        regulations.setId(REGULATIONS);
        regulations.setItems("2015", "2021");
        regulations.setItemLabelGenerator(one -> t("selfevaluation.regulation." + one));
        regulations.setHelperText(t("selfevaluation.regulations.help"));
        regulations.setValue(new java.util.LinkedHashSet<>(evaluations.regulations(current.get(), clinicId)));
        new FormDialog(
                        t("selfevaluation.start"),
                        t("selfevaluation.start.verb"),
                        () -> goTo(Paths.of(
                                Paths.SELF_EVALUATION,
                                evaluations
                                        .start(current.get(), clinicId, List.copyOf(regulations.getValue()))
                                        .id())))
                .field("regulations", regulations)
                .open();
    }
}
