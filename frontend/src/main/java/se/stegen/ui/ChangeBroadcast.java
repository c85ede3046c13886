package se.stegen.ui;

import com.vaadin.flow.shared.Registration;
import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.stegen.programme.ProgrammeChanged;

/** Tells open screens that a programme's figures may have changed, on this instance or another. */
@Singleton
public class ChangeBroadcast {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeBroadcast.class);

    private final Set<LongConsumer> screens = ConcurrentHashMap.newKeySet();

    /** From now on the screen is told; until it is removed. Called without the screen's lock. */
    public Registration add(LongConsumer screen) {
        screens.add(screen);
        return () -> screens.remove(screen);
    }

    @EventListener
    void changed(ProgrammeChanged change) {
        // Without the context of the one who signed: its connection is closed by now.
        PropagatedContext.empty()
                .wrap(() -> screens.forEach(screen -> tell(screen, change.programmeId())))
                .run();
    }

    private static void tell(LongConsumer screen, long programmeId) {
        try {
            screen.accept(programmeId);
        } catch (RuntimeException e) {
            LOG.warn("An open screen could not be told of a change: {}", e.toString());
        }
    }
}
