package se.stegen.ui;

import com.vaadin.flow.shared.Registration;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.stegen.programme.ClinicChanged;
import se.stegen.programme.ProgrammeChanged;
import se.stegen.programme.ProgrammeChanges;

/** Tells open screens that a clinic's figures or a programme may have changed, on this instance or another. */
@Singleton
public class ChangeBroadcast {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeBroadcast.class);

    private final ProgrammeChanges changes;
    private final Set<Consumer<Set<Long>>> screens = ConcurrentHashMap.newKeySet();
    private final Map<Long, Set<Runnable>> programmes = new ConcurrentHashMap<>();

    ChangeBroadcast(ProgrammeChanges changes) {
        this.changes = changes;
    }

    /** From now on the screen is told of which clinics; until it is removed. Called without the screen's lock. */
    public Registration add(Consumer<Set<Long>> screen) {
        screens.add(screen);
        return () -> screens.remove(screen);
    }

    /** The same for a screen of one programme. */
    public Registration add(long programmeId, Runnable screen) {
        programmes
                .computeIfAbsent(programmeId, id -> ConcurrentHashMap.newKeySet())
                .add(screen);
        return () -> programmes.computeIfPresent(programmeId, (id, open) -> {
            open.remove(screen);
            return open.isEmpty() ? null : open;
        });
    }

    @EventListener
    void changed(ProgrammeChanged change) {
        programmes.getOrDefault(change.programmeId(), Set.of()).forEach(ChangeBroadcast::tell);
        if (screens.isEmpty()) {
            return;
        }
        tell(changes.clinicsOf(change.programmeId()));
    }

    @EventListener
    void changed(ClinicChanged change) {
        tell(Set.of(change.clinicId()));
    }

    private void tell(Set<Long> clinics) {
        for (Consumer<Set<Long>> screen : screens) {
            tell(() -> screen.accept(clinics));
        }
    }

    private static void tell(Runnable screen) {
        try {
            screen.run();
        } catch (RuntimeException e) {
            LOG.warn("An open screen could not be told of a change: {}", e.toString());
        }
    }
}
