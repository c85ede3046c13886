package se.stegen.placement;

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
import java.time.LocalDate;
import java.util.List;
import se.stegen.access.ApiActor;
import se.stegen.common.Ids;
import se.stegen.common.ListPage;
import se.stegen.common.Texts;
import se.stegen.common.Versions;

/** Placements over REST. */
@Controller("/api/v1/trainees/{id}/placements")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
class PlacementController {
    /** A placement as it is written. */
    @Serdeable
    record PlacementBody(
            @Nullable String title,
            @Nullable String clinicId,
            @Nullable String supervisorId,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable List<String> goalCodes,
            @Nullable String iupItemId,
            @Nullable Integer version) {
        PlacementData data() {
            return new PlacementData(
                    title,
                    Ids.optional("clinicId", clinicId),
                    Ids.optional("supervisorId", supervisorId),
                    from,
                    to,
                    Texts.codes(goalCodes),
                    Ids.optional("iupItemId", iupItemId));
        }
    }

    /** An introduction; no day takes it back. */
    @Serdeable
    record IntroductionBody(
            @Nullable LocalDate introducedOn, @Nullable Integer version) {}

    private final PlacementService placements;
    private final ApiActor actors;

    PlacementController(PlacementService placements, ApiActor actors) {
        this.placements = placements;
        this.actors = actors;
    }

    @Get
    ListPage<PlacementAnswer> placements(Principal principal, @PathVariable String id) {
        return ListPage.whole(placements.list(actors.actor(principal), Ids.path(id)).stream()
                .map(PlacementAnswer::of)
                .toList());
    }

    @Post
    @Status(HttpStatus.CREATED)
    PlacementAnswer add(Principal principal, @PathVariable String id, @Body PlacementBody body) {
        return PlacementAnswer.of(placements.add(actors.actor(principal), Ids.path(id), body.data()));
    }

    @Put("/{placementId}")
    PlacementAnswer change(
            Principal principal,
            @PathVariable String id,
            @PathVariable String placementId,
            @Body PlacementBody body,
            @Nullable @Header("If-Match") String ifMatch) {
        return PlacementAnswer.of(placements.change(
                actors.actor(principal),
                Ids.path(id),
                Ids.path(placementId),
                Versions.required(body.version(), ifMatch),
                body.data()));
    }

    @Delete("/{placementId}")
    @Status(HttpStatus.NO_CONTENT)
    void remove(
            Principal principal,
            @PathVariable String id,
            @PathVariable String placementId,
            @Nullable @QueryValue Integer version,
            @Nullable @Header("If-Match") String ifMatch) {
        placements.remove(
                actors.actor(principal), Ids.path(id), Ids.path(placementId), Versions.required(version, ifMatch));
    }

    @Put("/{placementId}/introduction")
    PlacementAnswer introduce(
            Principal principal,
            @PathVariable String id,
            @PathVariable String placementId,
            @Body IntroductionBody body,
            @Nullable @Header("If-Match") String ifMatch) {
        return PlacementAnswer.of(placements.introduce(
                actors.actor(principal),
                Ids.path(id),
                Ids.path(placementId),
                Versions.required(body.version(), ifMatch),
                body.introducedOn()));
    }
}
