package se.stegen.ui.assessment;

import io.micronaut.core.annotation.Nullable;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.stegen.common.Messages;
import se.stegen.common.Texts;
import se.stegen.instrument.AssessmentTemplate;
import se.stegen.instrument.OverallScale;
import se.stegen.instrument.Procedure;
import se.stegen.instrument.TemplateField;
import se.stegen.instrument.TemplateSection;
import se.stegen.ui.component.ScaleField;

/** Names of forms, sections, fields and steps in the reader's language. */
public final class TemplateTexts {
    private TemplateTexts() {}

    /** What the form is called. */
    public static String name(AssessmentTemplate template, Locale locale) {
        return english(locale) ? template.nameEn() : template.name();
    }

    /** The name in the reader's language. */
    public static String name(String swedish, String english, Locale locale) {
        return english(locale) ? english : swedish;
    }

    /** What a procedure is called. */
    public static String name(Procedure procedure, Locale locale) {
        return choose(procedure.name(), procedure.nameEn(), locale);
    }

    static String heading(TemplateSection section, Locale locale) {
        return choose(section.heading(), section.headingEn(), locale);
    }

    static String help(TemplateSection section, Locale locale) {
        return chooseOr(section.help(), section.helpEn(), locale);
    }

    /** What a field is called. */
    public static String label(TemplateField field, Locale locale) {
        return choose(field.label(), field.labelEn(), locale);
    }

    static String help(TemplateField field, Locale locale) {
        return chooseOr(field.help(), field.helpEn(), locale);
    }

    /** What a choice or a step is called. */
    public static String label(TemplateField.Option option, Locale locale) {
        return choose(option.label(), option.labelEn(), locale);
    }

    static String help(TemplateField.Option option, Locale locale) {
        return chooseOr(option.help(), option.helpEn(), locale);
    }

    /** The question of the overall judgement. */
    public static String label(OverallScale scale, Locale locale) {
        String own = scale.label();
        return own == null ? Messages.get(locale, "assessment.overall") : choose(own, scale.labelEn(), locale);
    }

    /** The steps of the overall judgement with "ej observerat" last. */
    static List<ScaleField.Step> steps(OverallScale scale, Locale locale) {
        return Stream.concat(
                        scale.steps().stream().map(step -> step(step, locale)),
                        Stream.of(new ScaleField.Step(
                                ScaleField.NOT_OBSERVED, Messages.get(locale, "independence.0"), "")))
                .toList();
    }

    /** The steps of a field. */
    static List<ScaleField.Step> steps(TemplateField field, Locale locale) {
        return field.options().stream().map(option -> step(option, locale)).toList();
    }

    private static ScaleField.Step step(TemplateField.Option option, Locale locale) {
        return new ScaleField.Step(option.value(), label(option, locale), help(option, locale));
    }

    /** An overall judgement in words, with its figure; null is not observed. */
    public static String words(@Nullable OverallScale scale, @Nullable Integer overall, Locale locale) {
        if (scale == null) {
            return "–";
        }
        return overall == null
                ? Messages.get(locale, "independence.0")
                : scale.step(overall)
                        .map(step -> overall + " – " + anchored(step, locale))
                        .orElse(overall.toString());
    }

    /** A step with its figure: 3 – Utför med handledare tillgänglig. */
    public static String step(OverallScale scale, int figure, Locale locale) {
        return scale.step(figure)
                .map(step -> figure + " – " + label(step, locale))
                .orElse(Integer.toString(figure));
    }

    /** A field's answer in words, with the anchors of a scale. */
    static String words(TemplateField field, String answer, Locale locale) {
        if (field.type() == TemplateField.Type.TEXT) {
            return answer;
        }
        return Texts.split(answer).stream()
                .map(value -> field.option(value)
                        .map(option -> anchored(option, locale))
                        .orElse(value))
                .collect(Collectors.joining(", "));
    }

    private static String anchored(TemplateField.Option option, Locale locale) {
        String help = help(option, locale);
        return help.isEmpty() ? label(option, locale) : label(option, locale) + " (" + lower(help, locale) + ")";
    }

    private static String lower(String sentence, Locale locale) {
        return sentence.substring(0, 1).toLowerCase(locale) + sentence.substring(1);
    }

    private static String choose(String swedish, @Nullable String english, Locale locale) {
        return english(locale) && english != null && !english.isEmpty() ? english : swedish;
    }

    private static String chooseOr(@Nullable String swedish, @Nullable String english, Locale locale) {
        return swedish == null ? "" : choose(swedish, english, locale);
    }

    private static boolean english(Locale locale) {
        return "en".equals(locale.getLanguage());
    }
}
