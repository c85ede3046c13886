package se.stegen.access;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import java.security.Principal;
import java.time.Instant;
import java.time.ZoneOffset;
import se.stegen.common.Ids;
import se.stegen.common.ListPage;
import se.stegen.common.PageRequest;

/** The log of a portfolio over REST. */
@Controller("/api/v1/trainees/{traineeId}/log")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
class LogController {
    private final LogService log;
    private final ApiActor actors;

    LogController(LogService log, ApiActor actors) {
        this.log = log;
        this.actors = actors;
    }

    /** Who read, changed and signed what, newest first. */
    @Get
    ListPage<Row> list(
            Principal principal,
            @PathVariable String traineeId,
            @QueryValue(defaultValue = "0") int page,
            @QueryValue(defaultValue = "50") int size) {
        ListPage<LogEntry> list =
                log.ofPortfolio(actors.actor(principal), Ids.path(traineeId), new PageRequest(page, size));
        return new ListPage<>(list.items().stream().map(Row::of).toList(), list.total());
    }

    /** Somebody by name. */
    @Serdeable
    record Who(String id, @Nullable String name) {}

    /** A line; without an actor the program itself did it. */
    @Serdeable
    record Row(
            Instant at,
            @Nullable Who actor,
            Who subject,
            AccessLog.Action action,
            String objectKind,
            @Nullable String objectId) {
        static Row of(LogEntry e) {
            Long actorId = e.actorId();
            return new Row(
                    e.at().toInstant(ZoneOffset.UTC),
                    actorId == null ? null : new Who(Long.toString(actorId), e.actorName()),
                    new Who(Long.toString(e.subjectId()), e.subjectName()),
                    e.action(),
                    e.objectKind(),
                    Ids.text(e.objectId()));
        }
    }
}
