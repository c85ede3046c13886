package se.stegen.ui.learning;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import se.stegen.access.Actor;
import se.stegen.instrument.OverallScale;
import se.stegen.learning.LearningService;
import se.stegen.learning.ProcedureStanding;
import se.stegen.programme.ProgrammeService;
import se.stegen.ui.assessment.TemplateTexts;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.EmptyState;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Measure;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.Screen;
import se.stegen.ui.component.Sheet;

/** How far one doctor has come towards each körkort, with the assessments behind. */
@Route(Paths.PROCEDURES)
@Prototype
@PermitAll
class ProceduresView extends Screen implements HasUrlParameter<Long> {
    private static final long serialVersionUID = 1L;

    private final transient LearningService learning;
    private final transient ProgrammeService programmes;
    private final transient CurrentActor current;

    ProceduresView(LearningService learning, ProgrammeService programmes, CurrentActor current) {
        this.learning = learning;
        this.programmes = programmes;
        this.current = current;
    }

    @Override
    public void setParameter(BeforeEvent event, Long programmeId) {
        Actor actor = current.get();
        List<ProcedureStanding> all = learning.procedures(actor, programmeId);
        begin(t("procedures.title"))
                .line(Html.link(
                        Paths.of(Paths.TRAINEE, programmeId),
                        programmes.facts(programmeId).personName()))
                .line(t("procedures.line"))
                .actions(Html.button(Paths.of(Paths.LEARNING, programmeId), t("learning.title"), false));
        if (all.isEmpty()) {
            add(Html.div("card", new EmptyState(t("procedures.empty"))));
        }
        all.forEach(standing -> add(card(standing)));
    }

    private Div card(ProcedureStanding standing) {
        Locale locale = getLocale();
        String name = TemplateTexts.name(standing.procedure(), locale);
        LocalDate reached = standing.reachedOn();
        Span tag = new Span(
                Html.sign(reached == null ? "○" : "●"),
                new Span(reached == null ? t("procedures.not.yet") : t("procedures.reached", day(reached))));
        tag.addClassNames("tag", reached == null ? "info" : "good");
        Div card = Html.div(
                "card",
                Html.div("card-head", Html.text("h2", name), tag),
                Html.text("small", TemplateTexts.name(standing.template(), locale)));
        OverallScale scale = standing.template().overall();
        for (ProcedureStanding.Level level : standing.levels()) {
            LocalDate day = level.reachedOn();
            int left = level.required() - level.actual();
            card.add(new Measure(
                    scale == null ? "" : t("procedures.level", TemplateTexts.step(scale, level.step(), locale)),
                    level.actual(),
                    level.required(),
                    day != null,
                    day == null ? t("procedures.left", Integer.toString(left)) : t("procedures.enough", day(day))));
        }
        if (!standing.records().isEmpty()) {
            card.add(records(standing, name, scale));
        }
        return card;
    }

    private Details records(
            ProcedureStanding standing, String name, @io.micronaut.core.annotation.Nullable OverallScale scale) {
        Sheet sheet = new Sheet(name, List.of(t("assessment.date"), t("learning.judgement"), t("assessment.assessor")));
        for (ProcedureStanding.Observed record : standing.records().reversed()) {
            Integer overall = record.overall();
            sheet.row(
                    Html.link(Paths.of(Paths.ASSESSMENT, record.assessmentId()), day(record.day())),
                    new Span(
                            scale == null || overall == null
                                    ? t("independence.0")
                                    : TemplateTexts.step(scale, overall, getLocale())),
                    new Span(record.assessorName()));
        }
        Details folded = new Details(
                t("procedures.records", Integer.toString(standing.records().size())), sheet);
        folded.setWidthFull();
        return folded;
    }
}
