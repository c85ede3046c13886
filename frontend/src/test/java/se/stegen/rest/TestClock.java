package se.stegen.rest;

import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The system's clock, which a test may put forward. */
@Singleton
@Replaces(Clock.class)
public final class TestClock extends Clock {
    private volatile Duration ahead = Duration.ZERO;

    /** Puts the clock forward from where it is. */
    public void forward(Duration duration) {
        ahead = ahead.plus(duration);
    }

    /** Back to the system's time. */
    public void reset() {
        ahead = Duration.ZERO;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }
}
