package se.stegen.ui.assessment;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import se.stegen.assessment.Assessment;
import se.stegen.assessment.AssessmentAnswer;
import se.stegen.common.Texts;
import se.stegen.instrument.TemplateField;
import se.stegen.ui.component.AutoSave;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.ProblemNotice;
import se.stegen.ui.component.ScaleField;

/** The assessor's answer: comments first, one overall judgement, details folded. */
final class AnswerForm extends Div {
    static final String DO_MORE = "answer-do-more";
    static final String WORK_ON = "answer-work-on";
    static final String OVERALL = "answer-overall";
    static final String DETAILS = "answer-details";

    private static final long serialVersionUID = 1L;

    private final TextArea doMore = new TextArea(getTranslation("assessment.doMore"));
    private final TextArea workOn = new TextArea(getTranslation("assessment.workOn"));
    private final ScaleField overall = new ScaleField(getTranslation("assessment.overall"));
    private final Map<String, Component> inputs = new LinkedHashMap<>();
    private final transient Map<String, Supplier<String>> answers = new LinkedHashMap<>();

    AnswerForm(Assessment assessment) {
        addClassName("card");
        doMore.setId(DO_MORE);
        workOn.setId(WORK_ON);
        overall.setId(OVERALL);
        doMore.setPlaceholder(getTranslation("assessment.doMore.help"));
        workOn.setPlaceholder(getTranslation("assessment.workOn.help"));
        doMore.setMinHeight("96px");
        workOn.setMinHeight("96px");
        doMore.setValue(assessment.doMore());
        workOn.setValue(assessment.workOn());
        Integer given = assessment.overall();
        if (given != null) {
            overall.setValue(given);
        }
        Div fields = Html.div("fields", doMore, workOn, overall);
        List<TemplateField> template = assessment.template().fields();
        Div details = Html.div("fields");
        Locale locale = getLocale();
        boolean required = false;
        for (TemplateField field : template) {
            required |= field.required();
            Component input = input(field, assessment.answers().getOrDefault(field.code(), ""), locale);
            input.setId("answer-" + field.code());
            inputs.put(field.code(), input);
            details.add(input);
        }
        if (!template.isEmpty()) {
            Details folded = new Details(
                    getTranslation(required ? "assessment.details.required" : "assessment.details"), details);
            folded.setId(DETAILS);
            folded.setOpened(required || !assessment.answers().isEmpty());
            folded.setWidthFull();
            fields.add(folded);
        }
        add(fields);
    }

    private Component input(TemplateField field, String answer, Locale locale) {
        String label = TemplateTexts.label(field, locale);
        return switch (field.type()) {
            case TEXT -> text(field, label, answer);
            case MULTI -> some(field, label, answer, locale);
            case SCALE, CHOICE -> one(field, label, answer, locale);
        };
    }

    private Component text(TemplateField field, String label, String answer) {
        TextArea text = new TextArea(label);
        text.setValue(answer);
        text.setRequiredIndicatorVisible(field.required());
        answers.put(field.code(), text::getValue);
        return text;
    }

    private Component some(TemplateField field, String label, String answer, Locale locale) {
        CheckboxGroup<String> some = new CheckboxGroup<>(label);
        some.setItems(values(field));
        some.setItemLabelGenerator(value -> optionLabel(field, value, locale));
        some.setValue(Set.copyOf(Texts.split(answer)));
        some.setRequiredIndicatorVisible(field.required());
        answers.put(field.code(), () -> String.join(",", new TreeSet<>(some.getValue())));
        return some;
    }

    private Component one(TemplateField field, String label, String answer, Locale locale) {
        RadioButtonGroup<String> one = new RadioButtonGroup<>(label);
        one.setItems(values(field));
        one.setItemLabelGenerator(value -> optionLabel(field, value, locale));
        if (!answer.isEmpty()) {
            one.setValue(answer);
        }
        one.setRequiredIndicatorVisible(field.required());
        answers.put(field.code(), () -> one.getValue() == null ? "" : one.getValue());
        return one;
    }

    private static List<String> values(TemplateField field) {
        return field.options().stream().map(TemplateField.Option::value).toList();
    }

    private static String optionLabel(TemplateField field, String value, Locale locale) {
        return field.options().stream()
                .filter(option -> option.value().equals(value))
                .findFirst()
                .map(option -> TemplateTexts.label(option, locale))
                .orElse(value);
    }

    void watch(AutoSave saving, ProblemNotice problem) {
        saving.watch(doMore);
        saving.watch(workOn);
        saving.watch(overall);
        problem.field("doMore", doMore);
        problem.field("workOn", workOn);
        problem.field("overall", overall);
        inputs.forEach((code, input) -> {
            if (input instanceof AbstractField<?, ?> field) {
                saving.watch(field);
            }
            if (input instanceof HasValidation field) {
                problem.field("answers." + code, field);
            }
        });
    }

    /** Whether the overall judgement was made, "ej observerat" included. */
    boolean judged() {
        return overall.getValue() != null;
    }

    /** Asks for the overall judgement. */
    void askForJudgement() {
        overall.setInvalid(true);
        overall.setErrorMessage(getTranslation("assessment.overall.missing"));
        Html.focus(overall);
    }

    /** What stands in the form, "ej observerat" told apart from no judgement yet. */
    AssessmentAnswer answer() {
        Map<String, String> given = new TreeMap<>();
        answers.forEach((code, value) -> {
            String text = value.get();
            if (!text.isBlank()) {
                given.put(code, text);
            }
        });
        return new AssessmentAnswer(given, overall.getValue(), doMore.getValue(), workOn.getValue());
    }
}
