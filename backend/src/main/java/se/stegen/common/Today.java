package se.stegen.common;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** The program's clock: dates are days in Sweden, instants are UTC. */
@Singleton
public final class Today {
    /** Where a day begins and ends. */
    public static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private final Clock clock;

    /** Tests give a clock of their own. */
    public Today(Clock clock) {
        this.clock = clock;
    }

    /** The day it is in Sweden. */
    public LocalDate date() {
        return LocalDate.ofInstant(clock.instant(), SWEDEN);
    }

    /** Now, in UTC, in whole microseconds as the database keeps them. */
    public LocalDateTime utc() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }

    /** Now. */
    public Instant instant() {
        return clock.instant();
    }

    /** The day in Sweden of an instant in UTC. */
    public static LocalDate dayOf(LocalDateTime utc) {
        return LocalDate.ofInstant(utc.toInstant(ZoneOffset.UTC), SWEDEN);
    }

    /** The first instant, in UTC, of a day in Sweden. */
    public static LocalDateTime startOf(LocalDate day) {
        return LocalDateTime.ofInstant(day.atStartOfDay(SWEDEN).toInstant(), ZoneOffset.UTC);
    }

    @Factory
    static final class SystemClock {
        @Singleton
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}
