package se.stegen.ui;

import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.component.UI;
import jakarta.inject.Singleton;
import java.util.Locale;
import se.stegen.access.Actor;
import se.stegen.common.Messages;
import se.stegen.common.Problem;
import se.stegen.ui.component.ProblemNotice;

/** Gives each screen its reader's language, and a clear text for whatever goes wrong on it. */
@Singleton
final class ScreenSetup implements VaadinServiceInitListener {
    private static final long serialVersionUID = 1L;

    private final transient CurrentActor current;

    ScreenSetup(CurrentActor current) {
        this.current = current;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(init -> init.getSession().setErrorHandler(ScreenSetup::tell));
        event.getSource().addUIInitListener(init -> speak(init.getUI()));
    }

    private void speak(UI ui) {
        try {
            ui.setLocale(current.find().map(Actor::locale).orElse(Messages.SWEDISH));
        } catch (RuntimeException e) {
            // The database is away: the screen says so in the default language.
            ui.setLocale(Messages.SWEDISH);
        }
    }

    private static void tell(ErrorEvent event) {
        Problem problem = Failures.problem(event.getThrowable());
        UI ui = UI.getCurrent();
        if (ui == null) {
            return;
        }
        Locale locale = ui.getLocale();
        ui.accessSynchronously(() -> ProblemNotice.notify(problem.text(locale), Messages.get(locale, "close")));
    }
}
