package se.stegen.supportplan;

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
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import java.security.Principal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import se.stegen.access.ApiActor;
import se.stegen.common.Ids;
import se.stegen.common.ListPage;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Versions;

/** Support plans over REST. */
@Controller("/api/v1")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
class SupportPlanController {
    private final SupportPlanService plans;
    private final ApiActor actors;

    SupportPlanController(SupportPlanService plans, ApiActor actors) {
        this.plans = plans;
        this.actors = actors;
    }

    @Get("/trainees/{traineeId}/support-plans")
    ListPage<Resource> list(Principal principal, @PathVariable String traineeId) {
        return ListPage.whole(plans.list(actors.actor(principal), Ids.path(traineeId)).stream()
                .map(Resource::of)
                .toList());
    }

    @Post("/trainees/{traineeId}/support-plans")
    @Status(HttpStatus.CREATED)
    Resource open(Principal principal, @PathVariable String traineeId, @Body PlanBody body) {
        return Resource.of(plans.open(actors.actor(principal), Ids.path(traineeId), body.data()));
    }

    @Get("/support-plans/{id}")
    Resource get(Principal principal, @PathVariable String id) {
        return Resource.of(plans.get(actors.actor(principal), Ids.path(id)));
    }

    @Put("/support-plans/{id}")
    Resource change(
            Principal principal,
            @PathVariable String id,
            @Body PlanBody body,
            @Nullable @Header("If-Match") String ifMatch) {
        return Resource.of(plans.change(
                actors.actor(principal), Ids.path(id), Versions.required(body.version(), ifMatch), body.data()));
    }

    @Post("/support-plans/{id}/end")
    Resource end(Principal principal, @PathVariable String id, @Body EndBody body) {
        return Resource.of(
                plans.end(actors.actor(principal), Ids.path(id), body.version(), outcome(body.outcome()), body.note()));
    }

    @Post("/support-plans/{id}/follow-ups")
    @Status(HttpStatus.CREATED)
    Resource addFollowUp(Principal principal, @PathVariable String id, @Body FollowUpBody body) {
        return Resource.of(plans.addFollowUp(actors.actor(principal), Ids.path(id), body.due(), body.startsAt()));
    }

    @Put("/support-plans/{id}/follow-ups/{followUpId}")
    Resource moveFollowUp(
            Principal principal,
            @PathVariable String id,
            @PathVariable String followUpId,
            @Body FollowUpBody body,
            @Nullable @Header("If-Match") String ifMatch) {
        return Resource.of(plans.moveFollowUp(
                actors.actor(principal),
                Ids.path(id),
                Ids.path(followUpId),
                Versions.required(body.version(), ifMatch),
                body.due(),
                body.startsAt()));
    }

    @Delete("/support-plans/{id}/follow-ups/{followUpId}")
    Resource removeFollowUp(Principal principal, @PathVariable String id, @PathVariable String followUpId) {
        return Resource.of(plans.removeFollowUp(actors.actor(principal), Ids.path(id), Ids.path(followUpId)));
    }

    @Post("/support-plans/{id}/follow-ups/{followUpId}/result")
    Resource noteResult(
            Principal principal, @PathVariable String id, @PathVariable String followUpId, @Body FollowUpBody body) {
        return Resource.of(plans.noteResult(
                actors.actor(principal),
                Ids.path(id),
                Ids.path(followUpId),
                body.version(),
                body.heldOn(),
                body.result()));
    }

    private static @Nullable SupportOutcome outcome(@Nullable String outcome) {
        return outcome == null || outcome.isBlank()
                ? null
                : Stream.of(SupportOutcome.values())
                        .filter(one -> one.name().equals(outcome.strip()))
                        .findFirst()
                        .orElseThrow(() -> Problem.field("outcome", ProblemCode.UNKNOWN_CODE, outcome));
    }

    /** A plan as it is written. */
    @Serdeable
    record PlanBody(
            @Nullable String reason,
            @Nullable String planChanges,
            @Nullable String efforts,
            @Nullable String demands,
            @Nullable Integer version) {
        SupportPlanData data() {
            return new SupportPlanData(reason, planChanges, efforts, demands);
        }
    }

    /** How it ends. */
    @Serdeable
    record EndBody(
            @Nullable String outcome,
            @Nullable String note,
            @Nullable Integer version) {}

    /** A follow-up as it is written: what is needed depends on the call. */
    @Serdeable
    record FollowUpBody(
            @Nullable LocalDate due,
            @Nullable LocalTime startsAt,
            @Nullable LocalDate heldOn,
            @Nullable String result,
            @Nullable Integer version) {}

    /** A follow-up, as it is answered. */
    @Serdeable
    record FollowUpAnswer(
            String id,
            LocalDate due,
            @Nullable LocalTime startsAt,
            @Nullable LocalDate heldOn,
            String result,
            @Nullable String notedBy,
            int version) {}

    /** A plan, as it is answered. */
    @Serdeable
    record Resource(
            String id,
            String traineeId,
            String state,
            String reason,
            String planChanges,
            String efforts,
            String demands,
            LocalDate openedOn,
            String openedBy,
            List<FollowUpAnswer> followUps,
            @Nullable LocalDate endedOn,
            @Nullable String outcome,
            String outcomeNote,
            int version) {
        static Resource of(SupportPlan p) {
            SupportOutcome outcome = p.outcome();
            return new Resource(
                    Long.toString(p.id()),
                    Long.toString(p.programmeId()),
                    p.state().name(),
                    p.reason(),
                    p.planChanges(),
                    p.efforts(),
                    p.demands(),
                    p.openedOn(),
                    p.openedByName(),
                    p.followUps().stream()
                            .map(f -> new FollowUpAnswer(
                                    Long.toString(f.id()),
                                    f.due(),
                                    f.startsAt(),
                                    f.heldOn(),
                                    f.result(),
                                    f.notedByName(),
                                    f.version()))
                            .toList(),
                    p.endedOn(),
                    outcome == null ? null : outcome.name(),
                    p.outcomeNote(),
                    p.version());
        }
    }
}
