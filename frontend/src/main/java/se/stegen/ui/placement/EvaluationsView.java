package se.stegen.ui.placement;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import jakarta.annotation.security.PermitAll;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.List;
import se.stegen.placement.ClinicEvaluations;
import se.stegen.placement.EvaluationService;
import se.stegen.placement.EvaluationSummary;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.EmptyState;
import se.stegen.ui.component.FactCard;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.Screen;

/** What doctors say of placements at a clinic and of its own doctors' courses, from three doctors on. */
@Route(Paths.EVALUATIONS)
@Prototype
@PermitAll
class EvaluationsView extends Screen implements HasUrlParameter<Long> {
    private static final long serialVersionUID = 1L;

    private final transient EvaluationService evaluations;
    private final transient CurrentActor current;

    EvaluationsView(EvaluationService evaluations, CurrentActor current) {
        this.evaluations = evaluations;
        this.current = current;
    }

    @Override
    public void setParameter(BeforeEvent event, Long clinicId) {
        ClinicEvaluations clinic = evaluations.ofClinic(current.get(), clinicId);
        begin(t("evaluation.title"))
                .line(Html.link(Paths.of(Paths.CLINIC, clinicId), clinic.clinicName()))
                .line(t("evaluation.clinic.line"));
        add(clinic.placements()
                .<Component>map(one -> summary(t("evaluation.placements"), one, "evaluation.placement.short."))
                .orElseGet(() -> empty(t("evaluation.placements"), t("evaluation.placements.empty"))));
        if (clinic.courses().isEmpty()) {
            add(empty(t("evaluation.courses"), t("evaluation.courses.empty")));
        }
        clinic.courses()
                .forEach(one -> add(summary(t("evaluation.course.of", one.title()), one, "evaluation.course.short.")));
    }

    private static Div empty(String heading, String text) {
        return card(heading, new EmptyState(text));
    }

    private FactCard summary(String heading, EvaluationSummary one, String labels) {
        FactCard card = new FactCard(heading);
        card.fact(t("evaluation.answers"), Integer.toString(one.answers()));
        card.fact(t(labels + "supervision"), mean(one.supervision()));
        card.fact(t(labels + "introduction"), mean(one.introduction()));
        card.fact(t(labels + "learning"), mean(one.learning()));
        card.fact(t(labels + "recommend"), mean(one.recommend()));
        List<String> comments = one.comments();
        if (!comments.isEmpty()) {
            var list = Html.tag("ul");
            list.addClassName("history");
            comments.forEach(comment -> {
                Span words = new Span(comment);
                words.addClassName("prose");
                list.add(Html.tag("li", words));
            });
            card.add(Html.text("h3", t("evaluation.comments")), list);
        }
        return card;
    }

    private String mean(BigDecimal mean) {
        NumberFormat format = NumberFormat.getInstance(getLocale());
        format.setMinimumFractionDigits(1);
        return t("of", format.format(mean), "5");
    }
}
