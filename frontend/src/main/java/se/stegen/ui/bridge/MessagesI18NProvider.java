package se.stegen.ui.bridge;

import com.vaadin.flow.i18n.I18NProvider;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import se.stegen.common.Messages;

/** Gives Vaadin the program's texts. */
@Singleton
final class MessagesI18NProvider implements I18NProvider {
    private static final long serialVersionUID = 1L;

    @Override
    public List<Locale> getProvidedLocales() {
        return List.of(Messages.SWEDISH, Locale.ENGLISH);
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... parameters) {
        return Messages.get(locale, key, parameters);
    }
}
