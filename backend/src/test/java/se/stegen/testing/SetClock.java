package se.stegen.testing;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** A context with {@code stegen.test.now} begins at that instant; its clock goes on from there. */
@Factory
@Requires(property = "stegen.test.now")
final class SetClock {
    @Singleton
    @Replaces(Clock.class)
    Clock clock(@Property(name = "stegen.test.now") String now) {
        return Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), Instant.parse(now)));
    }
}
