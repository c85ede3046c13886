package se.stegen.ui.learning;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import io.micronaut.core.annotation.Nullable;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import se.stegen.access.Actor;
import se.stegen.instrument.AssessmentTemplate;
import se.stegen.instrument.OverallScale;
import se.stegen.learning.LearningPoint;
import se.stegen.learning.LearningService;
import se.stegen.programme.ProgrammeService;
import se.stegen.ui.assessment.TemplateTexts;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.Curve;
import se.stegen.ui.component.EmptyState;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.Screen;
import se.stegen.ui.component.Sheet;

/** How one doctor's judgements develop: a curve for each form, the comments beside. Nobody else's figures are near. */
@Route(Paths.LEARNING)
@Prototype
@PermitAll
class LearningView extends Screen implements HasUrlParameter<Long> {
    static final String FORM = "learning-form";
    static final String GOAL = "learning-goal";

    private static final long serialVersionUID = 1L;

    private final transient LearningService learning;
    private final transient ProgrammeService programmes;
    private final transient CurrentActor current;
    private final Div curves = new Div();
    private transient List<LearningPoint> points = List.of();
    private @Nullable String form;
    private @Nullable String goal;

    LearningView(LearningService learning, ProgrammeService programmes, CurrentActor current) {
        this.learning = learning;
        this.programmes = programmes;
        this.current = current;
    }

    @Override
    public void setParameter(BeforeEvent event, Long programmeId) {
        Actor actor = current.get();
        points = learning.curve(actor, programmeId);
        form = null;
        goal = null;
        begin(t("learning.title"))
                .line(Html.link(
                        Paths.of(Paths.TRAINEE, programmeId),
                        programmes.facts(programmeId).personName()))
                .line(t("learning.line"))
                .actions(
                        Html.button(Paths.of(Paths.PROCEDURES, programmeId), t("procedures.title"), false),
                        Html.button(Paths.of(Paths.ASSESSMENTS, programmeId), t("assessment.list"), false));
        if (points.isEmpty()) {
            add(Html.div("card", new EmptyState(t("learning.empty"))));
            return;
        }
        add(Html.div("card", Html.div("fields two", forms(), goals())), curves);
        draw();
    }

    private Select<String> forms() {
        Map<String, String> names = new LinkedHashMap<>();
        points.forEach(point -> names.put(point.template().code(), name(point.template())));
        Select<String> select = filter(FORM, "assessment.template", List.copyOf(names.keySet()));
        select.setItemLabelGenerator(code -> code == null ? t("learning.all") : names.getOrDefault(code, code));
        select.addValueChangeListener(change -> {
            form = change.getValue();
            draw();
        });
        return select;
    }

    private Select<String> goals() {
        TreeSet<String> codes = new TreeSet<>();
        points.forEach(point -> codes.addAll(point.goalCodes()));
        Select<String> select = filter(GOAL, "assessment.goals", List.copyOf(codes));
        select.setItemLabelGenerator(code -> code == null ? t("learning.all") : code);
        select.addValueChangeListener(change -> {
            goal = change.getValue();
            draw();
        });
        return select;
    }

    private Select<String> filter(String id, String label, List<String> values) {
        Select<String> select = new Select<>();
        select.setId(id);
        select.setLabel(t(label));
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(t("learning.all"));
        select.setItems(values);
        return select;
    }

    private String name(AssessmentTemplate template) {
        return TemplateTexts.name(template, getLocale());
    }

    private void draw() {
        curves.removeAll();
        Map<String, List<LearningPoint>> byForm = new LinkedHashMap<>();
        for (LearningPoint point : points) {
            boolean wanted = (form == null || point.template().code().equals(form))
                    && (goal == null || point.goalCodes().contains(goal));
            if (wanted) {
                byForm.computeIfAbsent(point.template().code(), code -> new ArrayList<>())
                        .add(point);
            }
        }
        if (byForm.isEmpty()) {
            curves.add(Html.div("card", new EmptyState(t("learning.none"))));
        }
        byForm.values().forEach(of -> curves.add(curve(of)));
    }

    private Div curve(List<LearningPoint> of) {
        AssessmentTemplate newest = of.getLast().template();
        String name = name(newest);
        Div card = card(name);
        OverallScale scale = newest.overall();
        // Another scale is another measure: a version with more or fewer steps is in the table, not on the curve.
        List<LearningPoint> drawn = of.stream()
                .filter(point -> point.template().highest() == newest.highest())
                .toList();
        if (scale != null) {
            card.add(
                    new Curve(
                            drawn.stream()
                                    .map(point -> new Curve.Dot(point.observedOn(), point.overall()))
                                    .toList(),
                            newest.highest(),
                            t("learning.picture", name, Integer.toString(drawn.size()))),
                    steps(scale));
        }
        card.add(table(name, of));
        return card;
    }

    private Component steps(OverallScale scale) {
        List<String> words = new ArrayList<>();
        for (int step = 1; step <= scale.steps().size(); step++) {
            words.add(TemplateTexts.step(scale, step, getLocale()));
        }
        words.add(t("learning.unseen"));
        return Html.text("small", String.join(" · ", words));
    }

    private Sheet table(String name, List<LearningPoint> of) {
        Sheet sheet = new Sheet(
                name,
                List.of(
                        t("assessment.date"),
                        t("learning.judgement"),
                        t("assessment.doMore"),
                        t("assessment.workOn"),
                        t("assessment.goals")));
        for (LearningPoint point : of.reversed()) {
            Integer overall = point.overall();
            OverallScale scale = point.template().overall();
            sheet.row(
                    Html.link(Paths.of(Paths.ASSESSMENT, point.assessmentId()), day(point.observedOn())),
                    new Span(
                            scale == null
                                    ? "–"
                                    : overall == null
                                            ? t("independence.0")
                                            : TemplateTexts.step(scale, overall, getLocale())),
                    words(point.doMore()),
                    words(point.workOn()),
                    new Span(point.goalCodes().isEmpty() ? "–" : String.join(", ", point.goalCodes())));
        }
        return sheet;
    }

    private static Span words(String text) {
        Span words = new Span(text.isEmpty() ? "–" : text);
        words.addClassName("prose");
        return words;
    }
}
