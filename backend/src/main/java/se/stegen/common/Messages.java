package se.stegen.common;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** Texts in Swedish (the default) and English, from {@code i18n/messages*.properties} of backend and frontend. */
public final class Messages {
    /** Swedish as used in Sweden. */
    public static final Locale SWEDISH = Locale.of("sv", "SE");

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final String[] BUNDLES = {"i18n.messages", "i18n.screens"};

    private Messages() {}

    /** The nearest language there is a translation in: English for English, else Swedish. */
    public static Locale supported(Locale locale) {
        return "en".equals(locale.getLanguage()) ? Locale.ENGLISH : SWEDISH;
    }

    /**
     * The text of a key. Where there is none the key itself is given, so that a gap shows (a sweep test finds it).
     *
     * @param arguments for {@link MessageFormat}; with none the text is given as it stands
     */
    public static String get(Locale locale, String key, Object... arguments) {
        Locale language = supported(locale);
        for (String name : BUNDLES) {
            try {
                ResourceBundle bundle = ResourceBundle.getBundle(name, language, NO_FALLBACK);
                if (bundle.containsKey(key)) {
                    String text = bundle.getString(key);
                    return arguments.length == 0 ? text : new MessageFormat(text, language).format(arguments);
                }
            } catch (MissingResourceException e) {
                // The backend alone has no screens: the next bundle is asked.
            }
        }
        return key;
    }
}
