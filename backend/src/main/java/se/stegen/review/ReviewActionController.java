package se.stegen.review;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Patch;
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
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import se.stegen.access.Actor;
import se.stegen.access.ApiActor;
import se.stegen.common.ApiTime;
import se.stegen.common.Ids;
import se.stegen.common.ListPage;
import se.stegen.common.Versions;
import se.stegen.spur.Area;

/** Actions of reviews over REST. */
@Controller("/api/v1")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
class ReviewActionController {
    private final ReviewActionService actions;
    private final ApiActor actors;

    ReviewActionController(ReviewActionService actions, ApiActor actors) {
        this.actions = actions;
        this.actors = actors;
    }

    /** In the report's order. */
    @Get("/reviews/{id}/actions")
    ListPage<ActionAnswer> ofReview(Principal principal, @PathVariable String id) {
        return ListPage.whole(actions.ofReview(actors.actor(principal), Ids.path(id)).stream()
                .map(ActionAnswer::of)
                .toList());
    }

    @Post("/reviews/{id}/actions")
    @Status(HttpStatus.CREATED)
    ActionAnswer add(Principal principal, @PathVariable String id, @Body Map<String, @Nullable Object> body) {
        return ActionAnswer.of(
                actions.add(actors.actor(principal), Ids.path(id), new ActionPatch(body).on(ActionPatch.EMPTY)));
    }

    /** Of the clinic's confirmed reviews, the next due first. */
    @Get("/clinics/{clinicId}/actions")
    ListPage<ActionAnswer> ofClinic(Principal principal, @PathVariable String clinicId) {
        return ListPage.whole(actions.ofClinic(actors.actor(principal), Ids.path(clinicId)).stream()
                .map(ActionAnswer::of)
                .toList());
    }

    /** The open ones that the caller owns. */
    @Get("/me/actions")
    ListPage<ActionAnswer> mine(Principal principal) {
        return ListPage.whole(actions.mine(actors.actor(principal)).stream()
                .map(ActionAnswer::of)
                .toList());
    }

    @Get("/actions/{id}")
    ActionAnswer get(Principal principal, @PathVariable String id) {
        return ActionAnswer.of(actions.get(actors.actor(principal), Ids.path(id)));
    }

    /**
     * Changes the fields that are named. With {@code state} it is begun, closed ({@code proof}), dropped ({@code reason}) or
     * opened again.
     */
    @Patch("/actions/{id}")
    ActionAnswer change(
            Principal principal,
            @PathVariable String id,
            @Body Map<String, @Nullable Object> body,
            @Nullable @Header("If-Match") String ifMatch) {
        Actor actor = actors.actor(principal);
        ActionPatch patch = new ActionPatch(body);
        ReviewAction known = actions.get(actor, Ids.path(id));
        int version = Versions.required(patch.number("version"), ifMatch);
        if (patch.plans()) {
            known = actions.change(actor, known.id(), version, patch.on(ActionData.of(known)));
            version = known.version();
        }
        ActionState state = ReviewBodies.code("state", ActionState.values(), patch.text("state"));
        if (state != null) {
            String note = state == ActionState.DROPPED ? patch.text("reason") : patch.text("proof");
            known = actions.setState(actor, known.id(), version, state, note, patch.day("closedOn"));
        }
        return ActionAnswer.of(known);
    }

    /** Takes a row out of a draft. */
    @Delete("/actions/{id}")
    @Status(HttpStatus.NO_CONTENT)
    void remove(Principal principal, @PathVariable String id) {
        actions.remove(actors.actor(principal), Ids.path(id));
    }

    @Post("/actions/{id}/comments")
    @Status(HttpStatus.CREATED)
    ListPage<EventAnswer> comment(Principal principal, @PathVariable String id, @Body CommentBody body) {
        Actor actor = actors.actor(principal);
        actions.comment(actor, Ids.path(id), body.text());
        return events(actor, id);
    }

    /** What happened with it, the first thing first. */
    @Get("/actions/{id}/events")
    ListPage<EventAnswer> events(Principal principal, @PathVariable String id) {
        return events(actors.actor(principal), id);
    }

    private ListPage<EventAnswer> events(Actor actor, String id) {
        return ListPage.whole(actions.events(actor, Ids.path(id)).stream()
                .map(one -> new EventAnswer(
                        one.kind().name(),
                        one.state().name(),
                        one.effectiveOn(),
                        one.note(),
                        one.personName(),
                        Objects.requireNonNull(ApiTime.instant(one.loggedAt()))))
                .toList());
    }

    /** A comment. */
    @Serdeable
    record CommentBody(@Nullable String text) {}

    /** Something that happened, as it is answered. */
    @Serdeable
    record EventAnswer(String kind, String state, LocalDate effectiveOn, String note, String person, Instant at) {}

    /** An action, as it is answered. */
    @Serdeable
    record ActionAnswer(
            String id,
            String reviewId,
            String clinicId,
            @Nullable String area,
            String item,
            @Nullable String itemCode,
            String plannedAction,
            @Nullable LocalDate due,
            String dueText,
            String responsible,
            @Nullable LocalDate followUp,
            String followUpText,
            String followUpResponsible,
            String state,
            @Nullable String ownerId,
            @Nullable String owner,
            String evidence,
            @Nullable String proof,
            @Nullable LocalDate closedOn,
            boolean checked,
            int version) {
        static ActionAnswer of(ReviewAction a) {
            Area area = a.area();
            return new ActionAnswer(
                    Long.toString(a.id()),
                    Long.toString(a.reviewId()),
                    Long.toString(a.clinicId()),
                    area == null ? null : area.name(),
                    a.item(),
                    a.itemCode(),
                    a.plannedAction(),
                    a.dueOn(),
                    a.dueText(),
                    a.responsible(),
                    a.followUpOn(),
                    a.followUpText(),
                    a.followUpResponsible(),
                    a.state().name(),
                    Ids.text(a.ownerId()),
                    a.ownerName(),
                    a.evidence(),
                    a.proof(),
                    a.closedOn(),
                    a.checked(),
                    a.version());
        }
    }
}
