package se.stegen.assessment;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import java.security.Principal;
import java.time.Instant;
import java.util.Map;
import se.stegen.access.Actor;
import se.stegen.access.ApiActor;
import se.stegen.common.Ids;
import se.stegen.common.Texts;

/** Assessing side by side, over REST: codes that are scanned, signatures by PIN. */
@Controller("/api/v1")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
class TogetherController {
    private static final int LONGEST_PIN = 8;
    private static final int LONGEST_CODE = 100;

    private final AssessmentService assessments;
    private final TogetherService together;
    private final CodeService codes;
    private final ApiActor actors;

    TogetherController(AssessmentService assessments, TogetherService together, CodeService codes, ApiActor actors) {
        this.assessments = assessments;
        this.together = together;
        this.codes = codes;
        this.actors = actors;
    }

    @Post("/assessments/{id}/codes")
    @Status(HttpStatus.CREATED)
    CodeResource code(Principal principal, @PathVariable String id) {
        AssessmentCode code = codes.make(actors.actor(principal), Ids.path(id));
        return new CodeResource(code.path(), code.expiresAt());
    }

    @Post("/assessment-codes/take")
    AssessmentController.Resource take(Principal principal, @Body CodeBody body) {
        Actor actor = actors.actor(principal);
        long id = codes.take(actor, Texts.required("code", body.code(), LONGEST_CODE));
        return AssessmentController.Resource.of(assessments.get(actor, id));
    }

    @Post("/assessments/{id}/sign-together")
    AssessmentController.Resource sign(Principal principal, @PathVariable String id, @Body PinBody body) {
        return AssessmentController.Resource.of(together.sign(
                actors.actor(principal),
                Ids.path(id),
                body.version(),
                new AssessmentAnswer(
                        body.answers() == null ? Map.of() : body.answers(),
                        body.overall(),
                        body.doMore(),
                        body.workOn()),
                Texts.required("pin", body.pin(), LONGEST_PIN)));
    }

    /** A code that was made. */
    @Serdeable
    record CodeResource(String path, Instant expiresAt) {}

    /** The random part of a code that was scanned. */
    @Serdeable
    record CodeBody(@Nullable String code) {}

    /** What the assessor says, and the assessor's own PIN. */
    @Serdeable
    record PinBody(
            @Nullable Map<String, String> answers,
            @Nullable Integer overall,
            @Nullable String doMore,
            @Nullable String workOn,
            @Nullable String pin,
            @Nullable Integer version) {
        @Override
        public String toString() {
            return "PinBody[]";
        }
    }
}
