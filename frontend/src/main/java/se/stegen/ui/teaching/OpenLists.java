package se.stegen.ui.teaching;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;

/**
 * Tells the open attendance lists every few seconds to look again: who has scanned the code, on whatever instance, and
 * whether the code is to be renewed. A list left open keeps nobody signed in, as a browser that asks would.
 */
@Singleton
class OpenLists {
    private final Map<Runnable, UI> open = new ConcurrentHashMap<>();

    /** From now on {@code look} is called in the screen's session, until it is removed. */
    Registration add(UI ui, Runnable look) {
        open.put(look, ui);
        return () -> open.remove(look);
    }

    @Scheduled(fixedDelay = "3s", initialDelay = "3s")
    void tell() {
        open.forEach((look, ui) -> {
            if (ui.isClosing()) {
                open.remove(look);
            } else {
                Future<Void> unused = ui.access(look::run);
            }
        });
    }
}
