package se.stegen.common;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.inject.Singleton;
import java.util.List;

/** Data that comes with the program; each feature brings its own, all of it is loaded before the first request. */
public interface ReferenceData {
    /** Brings the database up to what the program has; changes nothing where it is. */
    void load();

    /** Loads all of it at the start. */
    @Singleton
    final class Loader implements ApplicationEventListener<StartupEvent> {
        private final List<ReferenceData> all;

        Loader(List<ReferenceData> all) {
            this.all = all;
        }

        @Override
        public void onApplicationEvent(StartupEvent event) {
            all.forEach(ReferenceData::load);
        }
    }
}
