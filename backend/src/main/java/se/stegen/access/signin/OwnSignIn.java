package se.stegen.access.signin;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * A sign-in as its person sees it.
 *
 * @param id to end it
 * @param channel browser or API
 * @param userAgent what the browser calls itself
 * @param address network address
 * @param startedAt when it began
 * @param lastActiveAt to the minute
 */
@Serdeable
public record OwnSignIn(
        String id, Client.Channel channel, String userAgent, String address, Instant startedAt, Instant lastActiveAt) {}
