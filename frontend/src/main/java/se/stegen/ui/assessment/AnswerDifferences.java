package se.stegen.ui.assessment;

import com.vaadin.flow.component.textfield.TextArea;
import io.micronaut.core.annotation.Nullable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import se.stegen.assessment.AssessmentAnswer;
import se.stegen.instrument.TemplateField;
import se.stegen.ui.component.Conflict.Difference;
import se.stegen.ui.component.ScaleField;

/**
 * What another tab or device saved of an answer, beside what is written here.
 *
 * @param base what both began with
 * @param mine what stands in the form
 * @param theirs what was saved elsewhere
 */
record AnswerDifferences(AssessmentAnswer base, AssessmentAnswer mine, AssessmentAnswer theirs, Locale locale) {
    /** One for each field that was changed elsewhere and differs from what stands here. */
    List<Difference> of(
            TextArea doMore,
            TextArea workOn,
            @Nullable ScaleField overall,
            Map<String, AnswerForm.AnswerField> inputs,
            Map<String, TemplateField> asked) {
        List<Difference> all = new ArrayList<>();
        Difference.text(
                        doMore.getLabel(),
                        text(base.doMore()),
                        text(mine.doMore()),
                        text(theirs.doMore()),
                        doMore::setValue)
                .ifPresent(all::add);
        Difference.text(
                        workOn.getLabel(),
                        text(base.workOn()),
                        text(mine.workOn()),
                        text(theirs.workOn()),
                        workOn::setValue)
                .ifPresent(all::add);
        if (overall != null) {
            Difference.value(
                            overall.getLabel(),
                            step(base),
                            step(mine),
                            step(theirs),
                            step -> step.isEmpty()
                                    ? ""
                                    : overall.getItemLabelGenerator().apply(step),
                            step -> overall.setValue(step.isEmpty() ? null : step))
                    .ifPresent(all::add);
        }
        inputs.forEach((code, input) -> {
            TemplateField field = asked.get(code);
            if (field != null) {
                Difference.value(
                                TemplateTexts.label(field, locale),
                                base.answers().getOrDefault(code, ""),
                                input.answer(),
                                theirs.answers().getOrDefault(code, ""),
                                answer -> TemplateTexts.words(field, answer, locale),
                                input::put)
                        .ifPresent(all::add);
            }
        });
        return all;
    }

    private static String step(AssessmentAnswer answer) {
        Integer overall = answer.overall();
        return overall == null ? "" : overall.toString();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
