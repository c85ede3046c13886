package se.stegen.calendar;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import se.stegen.access.ApiActor;
import se.stegen.common.ApiTime;

/** A person's private calendar: its address, and what is found there. */
@Controller("/api/v1")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
class CalendarController {
    private static final String ICS = "text/calendar; charset=UTF-8";

    private final CalendarService calendars;
    private final CalendarFeeds feeds;
    private final ApiActor actors;

    CalendarController(CalendarService calendars, CalendarFeeds feeds, ApiActor actors) {
        this.calendars = calendars;
        this.feeds = feeds;
        this.actors = actors;
    }

    /** Whether there is one, and who fetched it last; never its address. */
    @Get("/me/calendar-feed")
    Feed get(Principal principal) {
        return calendars
                .feed(actors.actor(principal))
                .map(feed -> new Feed(
                        true,
                        null,
                        ApiTime.instant(feed.createdAt()),
                        ApiTime.instant(feed.lastFetchedAt()),
                        feed.lastFetchedBy()))
                .orElseGet(() -> new Feed(false, null, null, null, null));
    }

    /** Makes a new address and tells it, this once; the former one is gone. */
    @Post("/me/calendar-feed")
    @Status(HttpStatus.CREATED)
    Feed make(Principal principal) {
        String address = calendars.makeFeed(actors.actor(principal));
        return new Feed(true, address, null, null, null);
    }

    @Delete("/me/calendar-feed")
    @Status(HttpStatus.NO_CONTENT)
    void remove(Principal principal) {
        calendars.removeFeed(actors.actor(principal));
    }

    /** The calendar of whoever the address belongs to. */
    @Get("/calendar/{token}.ics")
    @Produces("text/calendar")
    @Secured(SecurityRule.IS_ANONYMOUS)
    HttpResponse<byte[]> fetch(HttpRequest<?> request, @PathVariable String token) {
        CalendarFile file =
                feeds.fetch(token, network(request), request.getHeaders().get(HttpHeaders.USER_AGENT));
        String tag = "\"" + file.tag() + "\"";
        MutableHttpResponse<byte[]> answer = unchanged(request.getHeaders().get(HttpHeaders.IF_NONE_MATCH), tag)
                ? HttpResponse.notModified()
                : HttpResponse.ok(file.text().getBytes(StandardCharsets.UTF_8));
        return answer.header(HttpHeaders.CONTENT_TYPE, ICS)
                .header(HttpHeaders.ETAG, tag)
                .header(
                        HttpHeaders.LAST_MODIFIED,
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                file.changedAt().atZone(ZoneOffset.UTC)))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header("Content-Disposition", "inline; filename=\"stegen.ics\"");
    }

    private static boolean unchanged(@Nullable String known, String tag) {
        return known != null
                && Arrays.stream(known.split(","))
                        .map(one -> one.strip().replaceFirst("^W/", ""))
                        .anyMatch(one -> one.equals(tag) || one.equals("*"));
    }

    private static String network(HttpRequest<?> request) {
        return request.getRemoteAddress().getAddress() == null
                ? request.getRemoteAddress().getHostString()
                : request.getRemoteAddress().getAddress().getHostAddress();
    }

    /**
     * A feed as the API answers it.
     *
     * @param address only in the answer that made it
     */
    @Serdeable
    record Feed(
            boolean on,
            @Nullable String address,
            @Nullable Instant createdAt,
            @Nullable Instant lastFetchedAt,
            @Nullable String lastFetchedBy) {}
}
