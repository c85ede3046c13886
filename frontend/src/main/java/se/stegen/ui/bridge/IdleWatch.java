package se.stegen.ui.bridge;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.stegen.access.signin.SignInService;
import se.stegen.common.DatabaseOutage;
import se.stegen.common.Today;

/**
 * Watches the sign-ins of all open screens with one query each twenty seconds: two minutes before one ends its screens show
 * a warning, and where one is over (idle, too old, ended from elsewhere) they go to the sign-in page.
 */
@Singleton
final class IdleWatch implements VaadinServiceInitListener {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(IdleWatch.class);
    private static final Duration WARNING = Duration.ofMinutes(2);

    private final transient SignInService signIn;
    private final transient Today today;
    private final transient IdleWarning warning;
    private final transient Map<UI, SignInFilter.SignedIn> screens = new ConcurrentHashMap<>();
    private final transient Map<UI, Component> warned = new ConcurrentHashMap<>();

    IdleWatch(SignInService signIn, Today today, IdleWarning warning) {
        this.signIn = signIn;
        this.today = today;
        this.warning = warning;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> {
            UI ui = init.getUI();
            SignInFilter.SignedIn signedIn = CurrentActor.signedIn(ui.getSession());
            if (signedIn != null) {
                screens.put(ui, signedIn);
                ui.addDetachListener(detached -> {
                    screens.remove(ui);
                    warned.remove(ui);
                });
            }
        });
    }

    @Scheduled(fixedDelay = "20s", initialDelay = "20s")
    void watch() {
        // One snapshot for question and answer: who signs in between the two is not asked about and must not be signed
        // out.
        Map<UI, SignInFilter.SignedIn> open = Map.copyOf(screens);
        if (open.isEmpty()) {
            return;
        }
        Set<String> ids = new HashSet<>();
        open.values().forEach(s -> ids.add(s.signInId()));
        Map<String, Instant> endings;
        try {
            endings = signIn.endings(ids);
        } catch (RuntimeException e) {
            if (!DatabaseOutage.is(e)) {
                throw e;
            }
            LOG.warn("The database does not answer: nobody is signed out meanwhile");
            return;
        }
        Instant warnFrom = today.instant().plus(WARNING);
        open.forEach((ui, signedIn) -> look(ui, endings.get(signedIn.signInId()), warnFrom));
    }

    private void look(UI ui, @Nullable Instant end, Instant warnFrom) {
        if (end == null) {
            screens.remove(ui);
            ui.accessLater(() -> signOut(ui), () -> {}).run();
        } else if (end.isBefore(warnFrom)) {
            if (!warned.containsKey(ui)) {
                ui.accessLater(() -> warned.put(ui, warning.open(ui)), () -> {}).run();
            }
        } else {
            Component open = warned.remove(ui);
            if (open != null) {
                ui.accessLater(() -> warning.close(open), () -> {}).run();
            }
        }
    }

    private static void signOut(UI ui) {
        ui.getPage().setLocation("/sign-in?error=NOT_SIGNED_IN");
        ui.getSession().getSession().removeAttribute(SignInFilter.SignedIn.ATTRIBUTE);
    }
}
