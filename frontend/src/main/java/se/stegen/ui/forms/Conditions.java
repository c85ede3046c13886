package se.stegen.ui.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import se.stegen.instrument.FormDefinition;
import se.stegen.instrument.TemplateField;
import se.stegen.instrument.TemplateField.Condition;

/**
 * The answers of a form that a field can hang on.
 *
 * @param form as it stands now
 */
record Conditions(FormDefinition form) {
    /** Every answer of the fields that stand before this one. */
    List<Condition> before(String code) {
        List<Condition> known = new ArrayList<>();
        for (TemplateField field : form.fields()) {
            if (field.code().equals(code)) {
                break;
            }
            field.options().forEach(option -> known.add(new Condition(field.code(), option.value())));
        }
        return known;
    }

    /** The condition as its question and answer, put together. */
    String words(Condition condition, BinaryOperator<String> together) {
        return form.fields().stream()
                .filter(field -> field.code().equals(condition.field()))
                .findFirst()
                .map(field -> together.apply(
                        field.label(),
                        field.option(condition.value())
                                .map(TemplateField.Option::label)
                                .orElse(condition.value())))
                .orElse(condition.field());
    }
}
