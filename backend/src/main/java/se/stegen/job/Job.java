package se.stegen.job;

import java.time.Duration;
import java.time.LocalTime;

/** Something that is done by the clock. Every bean of this type is run; a failure is logged and it runs again in its time. */
public interface Job {
    /** Key in table {@code scheduled_tasks}; stays the same for ever. */
    String name();

    /** When it runs. */
    When when();

    /** Does it once; may be done again at once on another instance where this one dies in the middle. */
    void run();

    /** When a job runs. */
    sealed interface When {
        /** Again and again, with this pause between. */
        record Every(Duration pause) implements When {}

        /** Once a day at this time in Sweden. */
        record Daily(LocalTime time) implements When {}
    }
}
