package se.stegen.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import jakarta.inject.Singleton;
import java.util.Locale;
import se.stegen.common.Messages;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.ui.component.ProblemNotice;

/** Whatever goes wrong on an open screen is told with a clear text; what stands on the screen stays there. */
@Singleton
final class ScreenSetup implements VaadinServiceInitListener {
    private static final long serialVersionUID = 1L;

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(init -> init.getSession().setErrorHandler(ScreenSetup::tell));
        // Vaadin's sign for a lost connection stands outside every landmark: as a status it is read out and allowed
        // there.
        event.getSource()
                .addUIInitListener(
                        init -> init.getUI()
                                .getPage()
                                .executeJs(
                                        "document.querySelector('vaadin-connection-indicator')?.setAttribute('role', 'status')"));
    }

    private static void tell(ErrorEvent event) {
        Problem problem = Failures.problem(event.getThrowable());
        UI ui = UI.getCurrent();
        if (ui == null) {
            return;
        }
        if (problem.code() == ProblemCode.NOT_SIGNED_IN) {
            ui.getPage().setLocation("/sign-in?error=" + problem.code());
            return;
        }
        Locale locale = ui.getLocale();
        ProblemNotice.notify(problem.text(locale), Messages.get(locale, "close"));
    }
}
