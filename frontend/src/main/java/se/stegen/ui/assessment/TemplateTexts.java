package se.stegen.ui.assessment;

import io.micronaut.core.annotation.Nullable;
import java.util.Locale;
import se.stegen.instrument.AssessmentTemplate;
import se.stegen.instrument.TemplateField;

/** Names of forms, fields and options in the reader's language. */
final class TemplateTexts {
    private TemplateTexts() {}

    static String name(AssessmentTemplate template, Locale locale) {
        return english(locale) ? template.nameEn() : template.name();
    }

    static String name(String swedish, String english, Locale locale) {
        return english(locale) ? english : swedish;
    }

    static String label(TemplateField field, Locale locale) {
        return choose(field.label(), field.labelEn(), locale);
    }

    static String label(TemplateField.Option option, Locale locale) {
        return choose(option.label(), option.labelEn(), locale);
    }

    private static String choose(String swedish, @Nullable String english, Locale locale) {
        return english(locale) && english != null ? english : swedish;
    }

    private static boolean english(Locale locale) {
        return "en".equals(locale.getLanguage());
    }
}
