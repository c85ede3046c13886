package se.stegen.ui.assessment;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import io.micronaut.core.annotation.Nullable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import se.stegen.assessment.AssessmentAnswer;
import se.stegen.feedback.FeedbackService;
import se.stegen.instrument.AssessmentTemplate;
import se.stegen.instrument.OverallScale;
import se.stegen.instrument.TemplateField;
import se.stegen.instrument.TemplateSection;
import se.stegen.ui.component.AutoSave;
import se.stegen.ui.component.Conflict;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.ProblemNotice;
import se.stegen.ui.component.ScaleField;

/**
 * The assessor's answer: comments first, one overall judgement, details folded. Needs to know nothing of who answers, so
 * that a preview and an assessor without account see the same.
 */
public final class AnswerForm extends Div {
    /** Id of "gör mer av". */
    public static final String DO_MORE = "answer-do-more";
    /** Id of "arbeta vidare med". */
    public static final String WORK_ON = "answer-work-on";
    /** Id of the overall judgement. */
    public static final String OVERALL = "answer-overall";
    /** Id of the fold with the fields. */
    public static final String DETAILS = "answer-details";

    private static final long serialVersionUID = 1L;

    private final TextArea doMore = new TextArea(getTranslation("assessment.doMore"));
    private final TextArea workOn = new TextArea(getTranslation("assessment.workOn"));
    private final @Nullable ScaleField overall;
    private @Nullable Details folded;
    private final transient Map<String, AnswerField> inputs = new LinkedHashMap<>();
    private final transient Map<String, TemplateField> asked = new LinkedHashMap<>();

    /** The form with what has been answered so far. */
    public AnswerForm(AssessmentTemplate template, AssessmentAnswer answer) {
        this(template.overall(), answer);
        Div fields = Html.div("fields", doMore, workOn);
        if (overall != null) {
            fields.add(overall);
        }
        boolean required = false;
        Div details = Html.div("fields");
        for (TemplateSection section : template.sections()) {
            details.add(section(section, answer.answers()));
            required |= section.fields().stream().anyMatch(field -> field.required() && field.when() == null);
        }
        if (!inputs.isEmpty()) {
            Details fold = new Details(
                    getTranslation(required ? "assessment.details.required" : "assessment.details"), details);
            fold.setId(DETAILS);
            fold.setOpened(required || !answer.answers().isEmpty());
            fold.setWidthFull();
            fields.add(fold);
            folded = fold;
        }
        begin(fields);
    }

    private AnswerForm(@Nullable OverallScale scale, AssessmentAnswer answer) {
        addClassName("card");
        doMore.setId(DO_MORE);
        workOn.setId(WORK_ON);
        doMore.setPlaceholder(getTranslation("assessment.doMore.help"));
        workOn.setPlaceholder(getTranslation("assessment.workOn.help"));
        doMore.setMinHeight("96px");
        workOn.setMinHeight("96px");
        doMore.setValue(text(answer.doMore()));
        workOn.setValue(text(answer.workOn()));
        overall = overall(scale, answer.overall());
    }

    /** What a colleague answers in a 360: who one is first, every area open, comments last; pooled, so no judgement. */
    public static AnswerForm feedback(AssessmentTemplate template, AssessmentAnswer answer) {
        return pooled(template.sections(), answer);
    }

    /** The doctor's own rating on the same form, without who answers. */
    public static AnswerForm ownFeedback(AssessmentTemplate template, AssessmentAnswer answer) {
        return pooled(
                template.sections().stream()
                        .filter(section -> section.fields().stream()
                                .noneMatch(field -> field.code().equals(FeedbackService.PROFESSION)))
                        .toList(),
                answer);
    }

    private static AnswerForm pooled(List<TemplateSection> sections, AssessmentAnswer answer) {
        AnswerForm form = new AnswerForm((OverallScale) null, answer);
        Div fields = Html.div("fields");
        sections.forEach(section -> fields.add(form.section(section, answer.answers())));
        fields.add(form.doMore, form.workOn);
        form.begin(fields);
        return form;
    }

    private void begin(Div fields) {
        add(fields);
        inputs.values().forEach(input -> input.field().addValueChangeListener(change -> showAsked()));
        showAsked();
    }

    /** With the details open: where the form is looked at as a whole. */
    public AnswerForm opened() {
        Details fold = folded;
        if (fold != null) {
            fold.setOpened(true);
        }
        return this;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private @Nullable ScaleField overall(@Nullable OverallScale scale, @Nullable Integer given) {
        if (scale == null) {
            return null;
        }
        ScaleField field =
                new ScaleField(TemplateTexts.label(scale, getLocale()), TemplateTexts.steps(scale, getLocale()));
        field.setId(OVERALL);
        if (given != null) {
            field.setValue(given.toString());
        }
        return field;
    }

    private Div section(TemplateSection section, Map<String, String> given) {
        Locale locale = getLocale();
        Div part = Html.div("fields form-section");
        String heading = TemplateTexts.heading(section, locale);
        if (!heading.isEmpty()) {
            part.add(Html.text("h3", heading));
        }
        String help = TemplateTexts.help(section, locale);
        if (!help.isEmpty()) {
            part.add(Html.text("small", help));
        }
        List<TemplateField.Option> shared = shared(section);
        if (!shared.isEmpty()) {
            part.add(anchors(shared));
        }
        for (TemplateField field : section.fields()) {
            boolean printed = !field.options().equals(shared);
            AnswerField input = AnswerFields.of(field, given.getOrDefault(field.code(), ""), printed, locale);
            input.component().setId("answer-" + field.code());
            inputs.put(field.code(), input);
            asked.put(field.code(), field);
            part.add(input.component());
        }
        return part;
    }

    /** The steps that most of a section's scales have, where several share anchors: those are printed once. */
    private static List<TemplateField.Option> shared(TemplateSection section) {
        Map<List<TemplateField.Option>, Long> used = section.fields().stream()
                .filter(field -> field.type() == TemplateField.Type.SCALE)
                .filter(field -> field.options().stream().anyMatch(option -> option.help() != null))
                .collect(Collectors.groupingBy(TemplateField::options, Collectors.counting()));
        return used.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(List.of());
    }

    private HtmlContainer anchors(List<TemplateField.Option> steps) {
        HtmlContainer list = Html.tag("ul");
        list.addClassName("anchors");
        for (TemplateField.Option step : steps) {
            String help = TemplateTexts.help(step, getLocale());
            if (!help.isEmpty()) {
                list.add(Html.tag(
                        "li",
                        Html.text("b", step.value() + " " + TemplateTexts.label(step, getLocale())),
                        new Span(": " + help)));
            }
        }
        return list;
    }

    /** A field that hangs on another's answer is there as long as that is; what was written in it is kept meanwhile. */
    private void showAsked() {
        Map<String, String> given = new TreeMap<>();
        inputs.forEach((code, input) -> {
            TemplateField field = asked.get(code);
            boolean shown = field == null || field.isAsked(given);
            input.component().setVisible(shown);
            if (shown) {
                given.put(code, input.answer());
            }
        });
    }

    /** Saves whenever something is answered; refusals are told at the field. */
    public void watch(AutoSave saving, ProblemNotice problem) {
        saving.watch(doMore);
        saving.watch(workOn);
        problem.field("doMore", doMore);
        problem.field("workOn", workOn);
        ScaleField judgement = overall;
        if (judgement != null) {
            saving.watch(judgement);
            problem.field("overall", judgement);
        }
        inputs.forEach((code, input) -> {
            saving.watch(input.field());
            if (input.component() instanceof HasValidation field) {
                problem.field("answers." + code, field);
            }
        });
    }

    /** What was saved elsewhere since both began with {@code base}, where it differs from what stands here. */
    public List<Conflict.Difference> differences(AssessmentAnswer base, AssessmentAnswer theirs) {
        return new AnswerDifferences(base, answer(), theirs, getLocale()).of(doMore, workOn, overall, inputs, asked);
    }

    /** Whether the overall judgement was made, "ej observerat" included, or none is asked for. */
    public boolean judged() {
        return overall == null || overall.getValue() != null;
    }

    /** Asks for the overall judgement. */
    public void askForJudgement() {
        ScaleField judgement = overall;
        if (judgement != null) {
            judgement.setInvalid(true);
            judgement.setErrorMessage(getTranslation("assessment.overall.missing"));
            Html.focus(judgement);
        }
    }

    /** What stands in the form, "ej observerat" told apart from no judgement yet. */
    public AssessmentAnswer answer() {
        Map<String, String> given = new TreeMap<>();
        inputs.forEach((code, input) -> {
            String text = input.answer();
            if (!text.isBlank()) {
                given.put(code, text);
            }
        });
        ScaleField judgement = overall;
        String step = judgement == null ? null : judgement.getValue();
        return new AssessmentAnswer(
                given, step == null ? null : Integer.valueOf(step), doMore.getValue(), workOn.getValue());
    }

    /** One field of a form as it is answered. */
    interface AnswerField {
        /** What is shown. */
        Component component();

        /** What is watched. */
        HasValue<?, ?> field();

        /** What stands in it; empty where nothing does. */
        String answer();

        /** Puts an answer of this field into it; empty for none. */
        void put(String answer);
    }
}
