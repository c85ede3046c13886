package se.stegen.selfstudy;

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
import java.math.BigDecimal;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import se.stegen.access.ApiActor;
import se.stegen.common.Ids;
import se.stegen.common.ListPage;
import se.stegen.common.PageRequest;
import se.stegen.common.Texts;
import se.stegen.common.Versions;

/** Self-study over REST. */
@Controller("/api/v1/trainees/{traineeId}/self-study")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
class SelfStudyController {
    private final SelfStudyService studies;
    private final ApiActor actors;

    SelfStudyController(SelfStudyService studies, ApiActor actors) {
        this.studies = studies;
        this.actors = actors;
    }

    @Get
    ListPage<Resource> list(
            Principal principal,
            @PathVariable String traineeId,
            @QueryValue(defaultValue = "0") int page,
            @QueryValue(defaultValue = "50") int size) {
        var list = studies.list(actors.actor(principal), Ids.path(traineeId), new PageRequest(page, size));
        return new ListPage<>(list.items().stream().map(Resource::of).toList(), list.total());
    }

    @Post
    @Status(HttpStatus.CREATED)
    Resource log(Principal principal, @PathVariable String traineeId, @Body StudyBody body) {
        return Resource.of(studies.log(actors.actor(principal), Ids.path(traineeId), body.data()));
    }

    @Put("/{id}")
    Resource change(
            Principal principal,
            @PathVariable String traineeId,
            @PathVariable String id,
            @Body StudyBody body,
            @Nullable @Header("If-Match") String ifMatch) {
        return Resource.of(studies.change(
                actors.actor(principal),
                Ids.path(traineeId),
                Ids.path(id),
                Versions.required(body.version(), ifMatch),
                body.data()));
    }

    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    void delete(
            Principal principal,
            @PathVariable String traineeId,
            @PathVariable String id,
            @Nullable @QueryValue Integer version,
            @Nullable @Header("If-Match") String ifMatch) {
        studies.delete(actors.actor(principal), Ids.path(traineeId), Ids.path(id), Versions.required(version, ifMatch));
    }

    /** Self-study as it is written. */
    @Serdeable
    record StudyBody(
            @Nullable LocalDate date,
            @Nullable BigDecimal hours,
            @Nullable List<@Nullable String> goalCodes,
            @Nullable String note,
            @Nullable Integer version) {
        SelfStudyData data() {
            return new SelfStudyData(date, hours, Texts.codes(goalCodes), note);
        }
    }

    /** Self-study as it is answered. */
    @Serdeable
    record Resource(
            String id,
            String traineeId,
            LocalDate date,
            BigDecimal hours,
            List<String> goalCodes,
            String note,
            int version) {
        static Resource of(SelfStudy s) {
            return new Resource(
                    Long.toString(s.id()),
                    Long.toString(s.programmeId()),
                    s.date(),
                    s.hours(),
                    s.goalCodes(),
                    s.note(),
                    s.version());
        }
    }
}
