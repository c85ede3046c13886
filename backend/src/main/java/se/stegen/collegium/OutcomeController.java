package se.stegen.collegium;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
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
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import se.stegen.access.ApiActor;
import se.stegen.common.ApiTime;
import se.stegen.common.Ids;
import se.stegen.common.ListPage;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Versions;

/** Outcomes of collegia over REST: drafted, validated, read, changed, told, done. */
@Controller("/api/v1")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
class OutcomeController {
    private final CollegiumOutcomeService meetings;
    private final OutcomeService outcomes;
    private final ApiActor actors;

    OutcomeController(CollegiumOutcomeService meetings, OutcomeService outcomes, ApiActor actors) {
        this.meetings = meetings;
        this.outcomes = outcomes;
        this.actors = actors;
    }

    @Post("/collegia/{id}/outcomes")
    @Status(HttpStatus.CREATED)
    CollegiumResource.Outcome save(Principal principal, @PathVariable String id, @Body OutcomeBody body) {
        long trainee = Ids.field("traineeId", body.traineeId());
        return CollegiumResource.Outcome.of(
                trainee, meetings.save(actors.actor(principal), Ids.path(id), trainee, body.version(), body.data()));
    }

    @Put("/collegia/{id}/trainees/{traineeId}/off")
    CollegiumResource takeOff(
            Principal principal,
            @PathVariable String id,
            @PathVariable String traineeId,
            @Nullable @Body CollegiumController.ReasonBody body) {
        return CollegiumResource.of(meetings.takeOff(
                actors.actor(principal), Ids.path(id), Ids.path(traineeId), body == null ? null : body.reason()));
    }

    @Post("/collegia/{id}/close")
    CollegiumResource close(Principal principal, @PathVariable String id, @Nullable @Body VersionBody body) {
        return CollegiumResource.of(
                meetings.close(actors.actor(principal), Ids.path(id), body == null ? null : body.version()));
    }

    @Get("/trainees/{traineeId}/collegia")
    ListPage<Held> held(Principal principal, @PathVariable String traineeId) {
        return ListPage.whole(outcomes.held(actors.actor(principal), Ids.path(traineeId)).stream()
                .map(Held::of)
                .toList());
    }

    @Get("/collegium-outcomes/{id}")
    Resource get(Principal principal, @PathVariable String id) {
        return Resource.of(outcomes.get(actors.actor(principal), Ids.path(id)));
    }

    @Put("/collegium-outcomes/{id}")
    Resource revise(
            Principal principal,
            @PathVariable String id,
            @Body OutcomeBody body,
            @Nullable @Header("If-Match") String ifMatch) {
        return Resource.of(outcomes.revise(
                actors.actor(principal),
                Ids.path(id),
                Versions.required(body.version(), ifMatch),
                body.reason(),
                body.data(),
                body.withdrawn()));
    }

    @Put("/collegium-outcomes/{id}/talk")
    Resource talk(Principal principal, @PathVariable String id, @Body TalkBody body) {
        LocalDate day = body.date();
        if (day == null) {
            throw Problem.field("date", ProblemCode.REQUIRED);
        }
        return Resource.of(outcomes.talk(
                actors.actor(principal),
                Ids.path(id),
                !Boolean.TRUE.equals(body.planned()),
                day,
                body.startsAt(),
                body.place()));
    }

    @Put("/collegium-outcomes/{id}/actions/{actionId}")
    Resource tick(Principal principal, @PathVariable String id, @PathVariable String actionId, @Body TickBody body) {
        return Resource.of(outcomes.tick(
                actors.actor(principal), Ids.path(id), Ids.path(actionId), Boolean.TRUE.equals(body.done())));
    }

    /** An outcome as it is written; {@code reason} for a change of a validated one. */
    @Serdeable
    record OutcomeBody(
            @Nullable String traineeId,
            @Nullable String judgement,
            @Nullable Map<String, String> levels,
            @Nullable String strengths,
            @Nullable String development,
            @Nullable List<ActionBody> actions,
            @Nullable List<String> withdrawnActions,
            @Nullable String reason,
            @Nullable Integer version) {
        OutcomeData data() {
            return new OutcomeData(
                    judgement,
                    Objects.requireNonNullElse(levels, Map.of()),
                    strengths,
                    development,
                    Objects.requireNonNullElse(actions, List.<ActionBody>of()).stream()
                            .map(a -> new OutcomeData.ActionData(a.text(), a.owner(), a.due(), a.iupKind()))
                            .toList());
        }

        Set<Long> withdrawn() {
            return Objects.requireNonNullElse(withdrawnActions, List.<String>of()).stream()
                    .map(id -> Ids.field("withdrawnActions", id))
                    .collect(Collectors.toSet());
        }
    }

    /** An action as it is written. */
    @Serdeable
    record ActionBody(
            @Nullable String text,
            @Nullable LocalDate due,
            @Nullable String owner,
            @Nullable String iupKind) {}

    /** The version that was read; may be left out. */
    @Serdeable
    record VersionBody(@Nullable Integer version) {}

    /** A talk that was held, or is planned. */
    @Serdeable
    record TalkBody(
            @Nullable LocalDate date,
            @Nullable Boolean planned,
            @Nullable LocalTime startsAt,
            @Nullable String place) {}

    /** Whether it is done. */
    @Serdeable
    record TickBody(@Nullable Boolean done) {}

    /** A collegium in a doctor's list; id and judgement for those who may read the outcome. */
    @Serdeable
    record Held(
            String collegiumId,
            @Nullable String outcomeId,
            LocalDate date,
            String clinicName,
            @Nullable Judgement judgement,
            @Nullable LocalDate talkHeldOn) {
        static Held of(CollegiumHeld one) {
            return new Held(
                    Long.toString(one.collegiumId()),
                    Ids.text(one.outcomeId()),
                    one.heldOn(),
                    one.clinicName(),
                    one.judgement(),
                    one.talkHeldOn());
        }
    }

    /** A validated outcome. */
    @Serdeable
    record Resource(
            String id,
            String collegiumId,
            String traineeId,
            String traineeName,
            LocalDate date,
            @Nullable Judgement judgement,
            Map<String, CollegiumLevel> levels,
            String strengths,
            String development,
            List<ActionResource> actions,
            List<VersionResource> versions,
            List<String> notPresent,
            @Nullable LocalDate talkOn,
            boolean talkHeld,
            int version) {
        static Resource of(CollegiumOutcome o) {
            CollegiumOutcome.Talk talk = o.talk();
            return new Resource(
                    Long.toString(o.id()),
                    Long.toString(o.collegiumId()),
                    Long.toString(o.programmeId()),
                    o.doctorName(),
                    o.heldOn(),
                    o.content().judgement(),
                    o.levels(),
                    o.content().strengths(),
                    o.content().development(),
                    o.actions().stream()
                            .map(a -> new ActionResource(
                                    Long.toString(a.id()),
                                    a.text(),
                                    a.owner(),
                                    a.due(),
                                    Ids.text(a.iupItemId()),
                                    a.doneOn(),
                                    a.withdrawnOn()))
                            .toList(),
                    o.versions().stream()
                            .map(v -> new VersionResource(
                                    v.number(),
                                    v.content(),
                                    v.reason(),
                                    v.writtenBy(),
                                    Objects.requireNonNull(ApiTime.instant(v.writtenAt()))))
                            .toList(),
                    o.notPresent(),
                    talk == null ? null : talk.on(),
                    talk != null && talk.held(),
                    o.version());
        }
    }

    /** An action that was decided. */
    @Serdeable
    record ActionResource(
            String id,
            String text,
            ActionOwner owner,
            LocalDate due,
            @Nullable String iupItemId,
            @Nullable LocalDate doneOn,
            @Nullable LocalDate withdrawnOn) {}

    /** A version. */
    @Serdeable
    record VersionResource(int number, OutcomeContent content, String reason, String writtenBy, Instant writtenAt) {}
}
