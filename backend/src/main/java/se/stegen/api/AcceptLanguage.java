package se.stegen.api;

import io.micronaut.core.annotation.Nullable;
import java.util.Locale;
import se.stegen.common.Messages;

/** Chooses the language of an answer. */
public final class AcceptLanguage {
    private AcceptLanguage() {}

    /** Swedish or English, whichever the header asks for first; Swedish where it asks for neither. */
    public static Locale of(@Nullable String header) {
        if (header != null) {
            try {
                for (Locale.LanguageRange range : Locale.LanguageRange.parse(header)) {
                    String language = Locale.forLanguageTag(range.getRange()).getLanguage();
                    if (range.getWeight() > 0 && (language.equals("sv") || language.equals("en"))) {
                        return Messages.supported(Locale.of(language));
                    }
                }
            } catch (IllegalArgumentException e) {
                return Messages.SWEDISH;
            }
        }
        return Messages.SWEDISH;
    }
}
