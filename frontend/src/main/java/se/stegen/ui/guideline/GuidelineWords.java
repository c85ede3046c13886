package se.stegen.ui.guideline;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import se.stegen.common.Messages;
import se.stegen.guideline.GuidelineField;
import se.stegen.ui.component.Dates;

/** Values of guidelines in words. */
final class GuidelineWords {
    private GuidelineWords() {}

    static String name(GuidelineField field, Locale locale) {
        return Messages.get(locale, "guideline.field." + field);
    }

    /** A value as people say it. */
    static String value(GuidelineField field, @Nullable String text, Locale locale) {
        if (text == null || text.isEmpty()) {
            return Messages.get(
                    locale,
                    switch (field) {
                        case STUDIEREKTOR_HOURS -> "guideline.usual";
                        case SUPERVISOR_TRAINING_MAX_AGE_YEARS -> "guideline.unlimited";
                        default -> "guideline.off";
                    });
        }
        return switch (field.kind()) {
            case YES_NO -> Messages.get(locale, "true".equals(text) ? "yes" : "no");
            case APPROVERS ->
                String.join(
                        ", ",
                        Arrays.stream(text.split("\\+", -1))
                                .map(one -> Messages.get(locale, "guideline.approver." + one))
                                .toList());
            default -> "sv".equals(locale.getLanguage()) ? text.replace('.', ',') : text;
        };
    }

    /** 1 jan 2026 – 31 dec 2026; open ends are said. */
    static String period(LocalDate from, @Nullable LocalDate to, Locale locale) {
        String first = Dates.day(from, locale);
        return to == null
                ? Messages.get(locale, "guideline.from", first)
                : Messages.get(locale, "guideline.between", first, Dates.day(to, locale));
    }
}
