package se.stegen.ui;

import com.vaadin.flow.shared.Registration;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.stegen.programme.ProgrammeChanged;
import se.stegen.programme.ProgrammeService;

/** Tells open screens that a programme's figures may have changed, on this instance or another. */
@Singleton
public class ChangeBroadcast {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeBroadcast.class);

    private final ProgrammeService programmes;
    private final Set<Consumer<Change>> screens = ConcurrentHashMap.newKeySet();

    ChangeBroadcast(ProgrammeService programmes) {
        this.programmes = programmes;
    }

    /**
     * What changed.
     *
     * @param programmeId whose programme
     * @param clinicId the doctor's clinic now; null where that is not known
     */
    public record Change(long programmeId, @Nullable Long clinicId) {}

    /** From now on the screen is told; until it is removed. Called without the screen's lock. */
    public Registration add(Consumer<Change> screen) {
        screens.add(screen);
        return () -> screens.remove(screen);
    }

    @EventListener
    void changed(ProgrammeChanged change) {
        if (screens.isEmpty()) {
            return;
        }
        // Without the context of the one who signed: its connection is closed by now.
        PropagatedContext.empty()
                .wrap(() -> {
                    Change told = new Change(change.programmeId(), clinicOf(change.programmeId()));
                    screens.forEach(screen -> tell(screen, told));
                })
                .run();
    }

    /** Asked once per change, so that screens of other clinics have nothing to count. */
    private @Nullable Long clinicOf(long programmeId) {
        try {
            return programmes.facts(programmeId).clinicId();
        } catch (RuntimeException e) {
            LOG.debug("The clinic of programme {} could not be read", programmeId, e);
            return null;
        }
    }

    private static void tell(Consumer<Change> screen, Change change) {
        try {
            screen.accept(change);
        } catch (RuntimeException e) {
            LOG.warn("An open screen could not be told of a change: {}", e.toString());
        }
    }
}
