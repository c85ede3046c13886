package se.stegen.supervision;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import java.security.Principal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import se.stegen.access.ApiActor;
import se.stegen.common.ApiTime;
import se.stegen.common.Ids;
import se.stegen.common.ListPage;
import se.stegen.common.PageRequest;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Texts;
import se.stegen.common.Versions;
import se.stegen.signing.ActionBody;
import se.stegen.signing.RecordState;

/** Supervision sessions over REST. */
@Controller("/api/v1")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
class SupervisionController {
    private final SupervisionService sessions;
    private final ApiActor actors;

    SupervisionController(SupervisionService sessions, ApiActor actors) {
        this.sessions = sessions;
        this.actors = actors;
    }

    @Get("/trainees/{traineeId}/supervisions")
    ListPage<Row> list(
            Principal principal,
            @PathVariable String traineeId,
            @QueryValue(defaultValue = "0") int page,
            @QueryValue(defaultValue = "50") int size) {
        var list = sessions.list(actors.actor(principal), Ids.path(traineeId), new PageRequest(page, size));
        return new ListPage<>(list.items().stream().map(Row::of).toList(), list.total());
    }

    @Post("/trainees/{traineeId}/supervisions")
    @Status(HttpStatus.CREATED)
    Resource create(Principal principal, @PathVariable String traineeId, @Body Draft body) {
        return Resource.of(sessions.create(
                actors.actor(principal),
                Ids.path(traineeId),
                body.data(),
                Boolean.TRUE.equals(body.planned()),
                body.time()));
    }

    @Get("/supervisions/{id}")
    Resource get(Principal principal, @PathVariable String id) {
        return Resource.of(sessions.get(actors.actor(principal), Ids.path(id)));
    }

    @Put("/supervisions/{id}")
    Resource save(
            Principal principal,
            @PathVariable String id,
            @Body Draft body,
            @Nullable @Header("If-Match") String ifMatch) {
        return Resource.of(sessions.save(
                actors.actor(principal), Ids.path(id), Versions.required(body.version(), ifMatch), body.data()));
    }

    @Delete("/supervisions/{id}")
    @Status(HttpStatus.NO_CONTENT)
    void delete(
            Principal principal,
            @PathVariable String id,
            @Nullable @QueryValue Integer version,
            @Nullable @Header("If-Match") String ifMatch) {
        sessions.delete(actors.actor(principal), Ids.path(id), Versions.required(version, ifMatch));
    }

    @Post("/supervisions/{id}/held")
    Resource reportHeld(Principal principal, @PathVariable String id) {
        return Resource.of(sessions.reportHeld(actors.actor(principal), Ids.path(id)));
    }

    @Post("/supervisions/{id}/send")
    Resource send(Principal principal, @PathVariable String id, @Nullable @Body ActionBody body) {
        return Resource.of(sessions.send(actors.actor(principal), Ids.path(id), ActionBody.versionOf(body)));
    }

    @Post("/supervisions/{id}/sign")
    Resource sign(Principal principal, @PathVariable String id, @Nullable @Body ActionBody body) {
        return Resource.of(sessions.sign(actors.actor(principal), Ids.path(id), ActionBody.versionOf(body)));
    }

    @Post("/supervisions/{id}/return")
    Resource giveBack(Principal principal, @PathVariable String id, @Nullable @Body ActionBody body) {
        return Resource.of(sessions.giveBack(
                actors.actor(principal), Ids.path(id), ActionBody.versionOf(body), ActionBody.reasonOf(body)));
    }

    @Post("/supervisions/{id}/void")
    Resource markVoided(Principal principal, @PathVariable String id, @Nullable @Body ActionBody body) {
        return Resource.of(sessions.markVoided(actors.actor(principal), Ids.path(id), ActionBody.reasonOf(body)));
    }

    /** What is written of a session. */
    @Serdeable
    record Draft(
            @Nullable LocalDate date,
            @Nullable String supervisorId,
            @Nullable Boolean iupReviewed,
            @Nullable List<String> goalCodes,
            @Nullable String minutes,
            @Nullable String agreed,
            @Nullable Boolean planned,
            @Nullable LocalTime startsAt,
            @Nullable Integer duration,
            @Nullable String place,
            @Nullable Integer version) {
        SessionTime time() {
            return new SessionTime(startsAt, duration, place);
        }

        SupervisionData data() {
            LocalDate day = date;
            if (day == null) {
                throw Problem.field("date", ProblemCode.REQUIRED);
            }
            return new SupervisionData(
                    day,
                    Ids.field("supervisorId", supervisorId),
                    Boolean.TRUE.equals(iupReviewed),
                    Texts.codes(goalCodes),
                    minutes,
                    agreed);
        }
    }

    /** A session as the API answers it; minutes and agreed are null for those who may not read them. */
    @Serdeable
    record Resource(
            String id,
            String traineeId,
            String traineeName,
            String supervisorId,
            String supervisorName,
            LocalDate date,
            @Nullable LocalTime startsAt,
            @Nullable Integer duration,
            @Nullable String place,
            @Nullable String seriesId,
            boolean iupReviewed,
            List<String> goalCodes,
            @Nullable String minutes,
            @Nullable String agreed,
            RecordState state,
            @Nullable String reason,
            @Nullable Instant sentAt,
            @Nullable Instant signedAt,
            int version) {
        static Resource of(Supervision s) {
            return new Resource(
                    Long.toString(s.id()),
                    Long.toString(s.programmeId()),
                    s.doctorName(),
                    Long.toString(s.supervisorId()),
                    s.supervisorName(),
                    s.date(),
                    s.time().startsAt(),
                    s.time().duration(),
                    s.time().place(),
                    s.seriesId() == null ? null : Long.toString(s.seriesId()),
                    s.iupReviewed(),
                    s.goalCodes(),
                    s.minutes(),
                    s.agreed(),
                    s.state(),
                    s.reason(),
                    ApiTime.instant(s.sentAt()),
                    ApiTime.instant(s.signedAt()),
                    s.version());
        }
    }

    /** A session in a list. */
    @Serdeable
    record Row(
            String id,
            String traineeId,
            String supervisorId,
            String supervisorName,
            LocalDate date,
            @Nullable LocalTime startsAt,
            boolean iupReviewed,
            List<String> goalCodes,
            RecordState state,
            @Nullable Instant sentAt,
            @Nullable Instant signedAt) {
        static Row of(SupervisionListItem s) {
            return new Row(
                    Long.toString(s.id()),
                    Long.toString(s.programmeId()),
                    Long.toString(s.supervisorId()),
                    s.supervisorName(),
                    s.date(),
                    s.startsAt(),
                    s.iupReviewed(),
                    Texts.split(s.goalCodes()),
                    s.state(),
                    ApiTime.instant(s.sentAt()),
                    ApiTime.instant(s.signedAt()));
        }
    }
}
