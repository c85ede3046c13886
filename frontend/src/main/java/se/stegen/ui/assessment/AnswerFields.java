package se.stegen.ui.assessment;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import se.stegen.common.Texts;
import se.stegen.instrument.TemplateField;
import se.stegen.ui.component.ScaleField;

/** Makes the field in which a form's field is answered. */
final class AnswerFields {
    private AnswerFields() {}

    private record Made<C extends Component & HasValue<?, ?>>(C made, Supplier<String> value, Consumer<String> set)
            implements AnswerForm.AnswerField {
        @Override
        public Component component() {
            return made;
        }

        @Override
        public HasValue<?, ?> field() {
            return made;
        }

        @Override
        public String answer() {
            return value.get();
        }

        @Override
        public void put(String answer) {
            set.accept(answer);
        }
    }

    /**
     * The field with its answer so far.
     *
     * @param anchors whether a scale's anchors are printed at its steps; else they stand above it
     */
    static AnswerForm.AnswerField of(TemplateField field, String answer, boolean anchors, Locale locale) {
        return switch (field.type()) {
            case TEXT -> text(field, answer, locale);
            case MULTI -> some(field, answer, locale);
            case CHOICE -> one(field, answer, locale);
            case SCALE -> scale(field, answer, anchors, locale);
        };
    }

    private static AnswerForm.AnswerField text(TemplateField field, String answer, Locale locale) {
        TextArea text = new TextArea(TemplateTexts.label(field, locale));
        text.setHelperText(TemplateTexts.help(field, locale));
        text.setValue(answer);
        text.setRequiredIndicatorVisible(field.required());
        return new Made<>(text, text::getValue, text::setValue);
    }

    private static AnswerForm.AnswerField some(TemplateField field, String answer, Locale locale) {
        CheckboxGroup<String> some = new CheckboxGroup<>(TemplateTexts.label(field, locale));
        some.setHelperText(TemplateTexts.help(field, locale));
        some.setItems(values(field));
        some.setItemLabelGenerator(value -> optionLabel(field, value, locale));
        some.setValue(Set.copyOf(Texts.split(answer)));
        some.setRequiredIndicatorVisible(field.required());
        return new Made<>(
                some,
                () -> String.join(",", new TreeSet<>(some.getValue())),
                value -> some.setValue(Set.copyOf(Texts.split(value))));
    }

    private static AnswerForm.AnswerField one(TemplateField field, String answer, Locale locale) {
        RadioButtonGroup<String> one = new RadioButtonGroup<>(TemplateTexts.label(field, locale));
        one.setHelperText(TemplateTexts.help(field, locale));
        one.setItems(values(field));
        one.setItemLabelGenerator(value -> optionLabel(field, value, locale));
        return chosen(field, one, answer);
    }

    private static AnswerForm.AnswerField scale(TemplateField field, String answer, boolean anchors, Locale locale) {
        List<ScaleField.Step> steps = TemplateTexts.steps(field, locale);
        ScaleField scale = new ScaleField(
                TemplateTexts.label(field, locale),
                anchors
                        ? steps
                        : steps.stream()
                                .map(step -> new ScaleField.Step(step.value(), step.label(), ""))
                                .toList());
        scale.addClassName(anchors ? "small" : "tight");
        scale.setHelperText(TemplateTexts.help(field, locale));
        return chosen(field, scale, answer);
    }

    private static AnswerForm.AnswerField chosen(TemplateField field, RadioButtonGroup<String> one, String answer) {
        if (field.option(answer).isPresent()) {
            one.setValue(answer);
        }
        one.setRequiredIndicatorVisible(field.required());
        return new Made<>(
                one,
                () -> one.getValue() == null ? "" : one.getValue(),
                value -> one.setValue(field.option(value).isPresent() ? value : null));
    }

    private static List<String> values(TemplateField field) {
        return field.options().stream().map(TemplateField.Option::value).toList();
    }

    private static String optionLabel(TemplateField field, String value, Locale locale) {
        return field.option(value)
                .map(option -> TemplateTexts.label(option, locale))
                .orElse(value);
    }
}
