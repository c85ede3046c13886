package se.stegen.programme;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import java.security.Principal;
import java.time.LocalDate;
import se.stegen.access.ApiActor;
import se.stegen.common.Ids;
import se.stegen.common.ListPage;

/** Clinics that close or are merged, over REST. */
@Controller("/api/v1/clinics/{clinicId}")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
class ClinicClosingController {
    private final ClinicClosingService closings;
    private final ApiActor actors;

    ClinicClosingController(ClinicClosingService closings, ApiActor actors) {
        this.closings = closings;
        this.actors = actors;
    }

    /** The posts that go on after the day. */
    @Get("/closing-preview")
    ListPage<Line> preview(
            Principal principal, @PathVariable String clinicId, @Nullable @QueryValue LocalDate lastDay) {
        return ListPage.whole(closings.preview(actors.actor(principal), Ids.path(clinicId), lastDay).stream()
                .map(line -> new Line(
                        Long.toString(line.programmeId()),
                        line.doctorName(),
                        Long.toString(line.postId()),
                        line.startDate(),
                        line.endDate()))
                .toList());
    }

    /** Closes it, into another where one is named. */
    @io.micronaut.http.annotation.Post("/close")
    Closing close(Principal principal, @PathVariable String clinicId, @Body CloseBody body) {
        return Closing.of(closings.close(
                actors.actor(principal),
                Ids.path(clinicId),
                body.lastDay(),
                Ids.optional("into", body.into()),
                body.reason()));
    }

    /** Opens it again. */
    @io.micronaut.http.annotation.Post("/reopen")
    @Status(HttpStatus.NO_CONTENT)
    void reopen(Principal principal, @PathVariable String clinicId) {
        closings.reopen(actors.actor(principal), Ids.path(clinicId));
    }

    /** How it closes. */
    @Serdeable
    record CloseBody(
            @Nullable LocalDate lastDay,
            @Nullable String into,
            @Nullable String reason) {}

    /** A post that goes on. */
    @Serdeable
    record Line(
            String traineeId,
            String name,
            String postId,
            LocalDate startDate,
            @Nullable LocalDate endDate) {}

    /** A closing as it is answered. */
    @Serdeable
    record Closing(
            String clinicId, LocalDate lastDay, @Nullable String into, String reason) {
        static Closing of(ClinicClosing c) {
            return new Closing(Long.toString(c.clinicId()), c.lastDay(), Ids.text(c.mergedInto()), c.reason());
        }
    }
}
