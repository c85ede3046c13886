package se.stegen.coverage;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.security.Principal;
import se.stegen.access.Actor;
import se.stegen.access.ApiActor;
import se.stegen.common.Ids;
import se.stegen.common.ListPage;
import se.stegen.coverage.CoverageAnswers.AttestBody;
import se.stegen.coverage.CoverageAnswers.EvidenceBody;
import se.stegen.coverage.CoverageAnswers.GoalResource;
import se.stegen.coverage.CoverageAnswers.GoalRow;
import se.stegen.coverage.CoverageAnswers.MissingResource;

/** Goals of a programme, their evidence and attestations over REST. */
@Controller("/api/v1/trainees/{traineeId}")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
class CoverageController {
    private final CoverageService goals;
    private final AttestationService attestations;
    private final EvidenceService evidence;
    private final MissingService missing;
    private final ApiActor actors;

    CoverageController(
            CoverageService goals,
            AttestationService attestations,
            EvidenceService evidence,
            MissingService missing,
            ApiActor actors) {
        this.goals = goals;
        this.attestations = attestations;
        this.evidence = evidence;
        this.missing = missing;
        this.actors = actors;
    }

    @Get("/goals")
    ListPage<GoalRow> list(Principal principal, @PathVariable String traineeId) {
        return ListPage.whole(goals.coverage(actors.actor(principal), Ids.path(traineeId)).goals().stream()
                .map(GoalRow::of)
                .toList());
    }

    @Get("/goals/{code}")
    GoalResource get(Principal principal, @PathVariable String traineeId, @PathVariable String code) {
        return GoalResource.of(goals.goal(actors.actor(principal), Ids.path(traineeId), code));
    }

    @Post("/goals/{code}/attest")
    GoalResource attest(
            Principal principal,
            @PathVariable String traineeId,
            @PathVariable String code,
            @Nullable @Body AttestBody body) {
        return GoalResource.of(attestations.attest(
                actors.actor(principal), Ids.path(traineeId), code, body == null ? null : body.statement()));
    }

    @Post("/goals/{code}/withdraw")
    GoalResource withdraw(
            Principal principal,
            @PathVariable String traineeId,
            @PathVariable String code,
            @Nullable @Body AttestBody body) {
        return GoalResource.of(attestations.withdraw(
                actors.actor(principal), Ids.path(traineeId), code, body == null ? null : body.why()));
    }

    @Post("/goals/{code}/evidence")
    GoalResource link(
            Principal principal, @PathVariable String traineeId, @PathVariable String code, @Body EvidenceBody body) {
        return GoalResource.of(evidence.link(
                actors.actor(principal),
                Ids.path(traineeId),
                code,
                body.kind(),
                Ids.optional("recordId", body.recordId())));
    }

    @Delete("/goals/{code}/evidence")
    GoalResource unlink(
            Principal principal, @PathVariable String traineeId, @PathVariable String code, @Body EvidenceBody body) {
        return GoalResource.of(evidence.unlink(
                actors.actor(principal),
                Ids.path(traineeId),
                code,
                body.kind(),
                Ids.optional("recordId", body.recordId())));
    }

    @Get("/missing")
    MissingResource missing(Principal principal, @PathVariable String traineeId) {
        Actor actor = actors.actor(principal);
        Missing answer = missing.missing(actor, Ids.path(traineeId));
        return MissingResource.of(answer, actor.locale());
    }
}
