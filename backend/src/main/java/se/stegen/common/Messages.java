package se.stegen.common;

import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/** Texts in Swedish (the default) and English, from {@code i18n/messages*.properties} of backend and frontend. */
public final class Messages {
    /** Swedish as used in Sweden. */
    public static final Locale SWEDISH = Locale.of("sv", "SE");

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final String[] BUNDLES = {"i18n.messages", "i18n.screens"};
    private static final Map<Locale, Map<String, String>> TEXTS = new ConcurrentHashMap<>();
    private static final Map<Locale, Map<String, MessageFormat>> FORMATS = new ConcurrentHashMap<>();

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
        String text = TEXTS.computeIfAbsent(language, Messages::read).get(key);
        if (text == null) {
            return key;
        }
        if (arguments.length == 0) {
            return text;
        }
        // Reading a format costs more than filling it in; one of them serves one thread at a time, hence the copy.
        MessageFormat format = FORMATS.computeIfAbsent(language, any -> new ConcurrentHashMap<>())
                .computeIfAbsent(key, any -> new MessageFormat(text, language));
        return ((MessageFormat) format.clone()).format(arguments);
    }

    private static Map<String, String> read(Locale language) {
        Map<String, String> texts = new HashMap<>();
        for (String name : BUNDLES) {
            try {
                ResourceBundle bundle = ResourceBundle.getBundle(name, language, NO_FALLBACK);
                for (String key : bundle.keySet()) {
                    texts.putIfAbsent(key, bundle.getString(key));
                }
            } catch (MissingResourceException e) {
                // The backend alone has no screens.
            }
        }
        return Map.copyOf(texts);
    }
}
