package se.stegen.collegium;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.security.Principal;
import se.stegen.access.ApiActor;
import se.stegen.common.Ids;

/** Packs over REST, as PDF. */
@Controller("/api/v1/collegia/{id}/packs")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
class PackController {
    private final CollegiumPackService packs;
    private final ApiActor actors;

    PackController(CollegiumPackService packs, ApiActor actors) {
        this.packs = packs;
        this.actors = actors;
    }

    @Get("/{traineeId}")
    @Produces({MediaType.APPLICATION_PDF, MediaType.APPLICATION_JSON})
    HttpResponse<byte[]> pdf(Principal principal, @PathVariable String id, @PathVariable String traineeId) {
        byte[] pdf = packs.pdf(actors.actor(principal), Ids.path(id), Ids.path(traineeId));
        return HttpResponse.ok(pdf)
                .contentType(MediaType.APPLICATION_PDF_TYPE)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "inline; filename=\"kollegium-" + Ids.path(id) + "-" + Ids.path(traineeId) + ".pdf\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
