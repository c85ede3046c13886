package se.stegen.proof;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import java.security.Principal;
import java.time.Instant;
import java.time.ZoneOffset;
import se.stegen.access.ApiActor;

/** Signatures over REST. */
@Controller("/api/v1/signatures/{publicId}")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
class SignatureController {
    private final Erasure erasure;
    private final ApiActor actors;

    SignatureController(Erasure erasure, ApiActor actors) {
        this.erasure = erasure;
        this.actors = actors;
    }

    /** Deletes a signed session or assessment by a lawful decision; administrators only, who see nothing of its text. */
    @Post("/erase")
    Erased erase(Principal principal, @PathVariable String publicId, @Body Decision decision) {
        return new Erased(
                publicId,
                erasure.erase(actors.actor(principal), publicId, decision.decision(), decision.reason())
                        .toInstant(ZoneOffset.UTC));
    }

    /** The decision's reference number, and why, without anything of the text. */
    @Serdeable
    record Decision(@Nullable String decision, @Nullable String reason) {}

    /** What was erased, and when. */
    @Serdeable
    record Erased(String publicId, Instant erasedAt) {}
}
