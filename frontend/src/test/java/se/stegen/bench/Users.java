package se.stegen.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** People who each do something every three seconds, give or take half. */
final class Users implements AutoCloseable {
    private static final int PAUSE_MILLIS = 3000;

    /** One thing that somebody does. */
    interface Action {
        void run(Random random) throws Exception;
    }

    private final List<Thread> threads = new ArrayList<>();
    private final Figures figures;
    private volatile boolean over;

    /** Nobody yet; failures go to the figures. */
    Users(Figures figures) {
        this.figures = figures;
    }

    /** One more person, who goes on until all are told to end. */
    void add(String who, Action action) {
        Random random = new Random(threads.size());
        threads.add(Thread.ofVirtual().start(() -> {
            try {
                Thread.sleep(random.nextInt(PAUSE_MILLIS));
                while (!over) {
                    try {
                        action.run(random);
                    } catch (InterruptedException e) {
                        return;
                    } catch (Exception e) {
                        figures.failed(who, e);
                    }
                    Thread.sleep(PAUSE_MILLIS / 2 + random.nextInt(PAUSE_MILLIS));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
    }

    /** Lets them work. */
    void forAs(Duration time) throws InterruptedException {
        Thread.sleep(time.toMillis());
    }

    @Override
    public void close() {
        over = true;
        for (Thread thread : threads) {
            try {
                thread.join(Duration.ofSeconds(30));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
