package se.stegen.database;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done when the process is told to end: what was added last comes first, so that whatever uses the database has
 * ended before the database does. Java runs shutdown hooks of their own side by side; this is the only one.
 */
public final class Shutdown {
    private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);
    private static final Deque<Runnable> STEPS = new ConcurrentLinkedDeque<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Shutdown::end, "stop"));
    }

    private Shutdown() {}

    /** This is done before everything that was added before it. */
    public static void before(Runnable step) {
        STEPS.push(step);
    }

    private static void end() {
        for (Runnable step = STEPS.poll(); step != null; step = STEPS.poll()) {
            try {
                step.run();
            } catch (RuntimeException e) {
                LOG.warn("Not everything ended as it should", e);
            }
        }
    }
}
