package se.stegen.feedback;

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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import se.stegen.access.Actor;
import se.stegen.access.ApiActor;
import se.stegen.assessment.AssessmentAnswer;
import se.stegen.assessment.Assessor;
import se.stegen.common.ApiTime;
import se.stegen.common.Ids;
import se.stegen.common.ListPage;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Versions;

/** 360 (MSF) over REST. */
@Controller("/api/v1")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
class FeedbackController {
    private final FeedbackService rounds;
    private final RaterService raters;
    private final ApiActor actors;

    FeedbackController(FeedbackService rounds, RaterService raters, ApiActor actors) {
        this.rounds = rounds;
        this.raters = raters;
        this.actors = actors;
    }

    @Get("/trainees/{traineeId}/feedback-rounds")
    ListPage<Row> list(Principal principal, @PathVariable String traineeId) {
        return ListPage.whole(rounds.list(actors.actor(principal), Ids.path(traineeId)).stream()
                .map(Row::of)
                .toList());
    }

    @Post("/trainees/{traineeId}/feedback-rounds")
    @Status(HttpStatus.CREATED)
    Resource start(Principal principal, @PathVariable String traineeId, @Nullable @Body StartBody body) {
        return Resource.of(
                rounds.start(actors.actor(principal), Ids.path(traineeId), body == null ? null : body.closesOn()));
    }

    @Get("/feedback-rounds/{id}")
    Resource get(Principal principal, @PathVariable String id) {
        return Resource.of(rounds.get(actors.actor(principal), Ids.path(id)));
    }

    @Post("/feedback-rounds/{id}/raters")
    Resource ask(Principal principal, @PathVariable String id, @Body RatersBody body) {
        List<RaterBody> asked = body.raters();
        if (asked == null || asked.isEmpty()) {
            throw Problem.field("raters", ProblemCode.REQUIRED);
        }
        return Resource.of(rounds.ask(
                actors.actor(principal),
                Ids.path(id),
                asked.stream().map(RaterBody::rater).toList()));
    }

    @Put("/feedback-rounds/{id}/own")
    Resource rate(Principal principal, @PathVariable String id, @Body AnswerBody body) {
        Actor actor = actors.actor(principal);
        rounds.rate(actor, Ids.path(id), body.answer());
        return Resource.of(rounds.get(actor, Ids.path(id)));
    }

    @Put("/feedback-rounds/{id}/demand")
    Resource demand(
            Principal principal,
            @PathVariable String id,
            @Body DemandBody body,
            @Nullable @Header("If-Match") String ifMatch) {
        Integer minRaters = body.minRaters();
        Integer minProfessions = body.minProfessions();
        if (minRaters == null) {
            throw Problem.field("minRaters", ProblemCode.REQUIRED);
        }
        if (minProfessions == null) {
            throw Problem.field("minProfessions", ProblemCode.REQUIRED);
        }
        return Resource.of(rounds.demand(
                actors.actor(principal),
                Ids.path(id),
                Versions.required(body.version(), ifMatch),
                minRaters,
                minProfessions));
    }

    @Post("/feedback-rounds/{id}/answer")
    @Status(HttpStatus.NO_CONTENT)
    void answer(Principal principal, @PathVariable String id, @Body AnswerBody body) {
        raters.answer(actors.actor(principal), Ids.path(id), body.answer());
    }

    @Post("/feedback-rounds/{id}/release")
    Resource release(Principal principal, @PathVariable String id, @Nullable @Body ReleaseBody body) {
        ReleaseBody talk = body == null ? new ReleaseBody(null, null, null) : body;
        return Resource.of(
                rounds.release(actors.actor(principal), Ids.path(id), talk.talkOn(), talk.doMore(), talk.workOn()));
    }

    @Post("/feedback-rounds/{id}/withdraw")
    Resource withdraw(Principal principal, @PathVariable String id) {
        return Resource.of(rounds.withdraw(actors.actor(principal), Ids.path(id)));
    }

    @Get("/feedback-rounds/{id}/result")
    ResultResource result(Principal principal, @PathVariable String id) {
        return ResultResource.of(rounds.result(actors.actor(principal), Ids.path(id)));
    }

    /** When it closes; four weeks from now where it is left out. */
    @Serdeable
    record StartBody(@Nullable LocalDate closesOn) {}

    /** Who is asked. */
    @Serdeable
    record RatersBody(@Nullable List<RaterBody> raters) {}

    /** One who is asked, by account or address. */
    @Serdeable
    record RaterBody(@Nullable String personId, @Nullable String email) {
        Assessor rater() {
            return personId == null && email != null
                    ? Assessor.at(email)
                    : Assessor.person(Ids.field("raters", personId));
        }
    }

    /** An answer, or the doctor's own rating. */
    @Serdeable
    record AnswerBody(
            @Nullable Map<String, String> answers,
            @Nullable String doMore,
            @Nullable String workOn) {
        AssessmentAnswer answer() {
            return new AssessmentAnswer(Objects.requireNonNullElse(answers, Map.of()), null, doMore, workOn);
        }
    }

    /** What is needed before it is released. */
    @Serdeable
    record DemandBody(
            @Nullable Integer minRaters,
            @Nullable Integer minProfessions,
            @Nullable Integer version) {}

    /** What the talk came to. */
    @Serdeable
    record ReleaseBody(
            @Nullable LocalDate talkOn,
            @Nullable String doMore,
            @Nullable String workOn) {}

    /** A round in a list. */
    @Serdeable
    record Row(
            String id,
            FeedbackState state,
            @Nullable Instant startedAt,
            LocalDate closesOn,
            int asked,
            int answers,
            @Nullable LocalDate talkOn) {
        static Row of(FeedbackListItem round) {
            return new Row(
                    Long.toString(round.id()),
                    round.state(),
                    ApiTime.instant(round.startedAt()),
                    round.closesOn(),
                    round.asked(),
                    round.answers(),
                    round.talkOn());
        }
    }

    /**
     * A round as the API answers it, as far as the caller may see it.
     *
     * @param professions null below five answers
     * @param raters empty for those who may not know
     * @param own the doctor's own rating; null where there is none or the caller may not see it
     */
    @Serdeable
    record Resource(
            String id,
            String traineeId,
            String traineeName,
            String templateCode,
            int templateVersion,
            FeedbackState state,
            LocalDate startedOn,
            LocalDate closesOn,
            int minRaters,
            int minProfessions,
            int answers,
            @Nullable Integer professions,
            List<RaterResource> raters,
            @Nullable AnswerBody own,
            @Nullable LocalDate talkOn,
            @Nullable String assessmentId,
            int version) {
        static Resource of(FeedbackRound round) {
            AssessmentAnswer own = round.own();
            return new Resource(
                    Long.toString(round.id()),
                    Long.toString(round.programmeId()),
                    round.doctorName(),
                    round.template().code(),
                    round.template().version(),
                    round.state(),
                    round.startedOn(),
                    round.closesOn(),
                    round.minRaters(),
                    round.minProfessions(),
                    round.answers(),
                    round.professions(),
                    round.raters().stream()
                            .map(rater -> new RaterResource(rater.name(), rater.answered()))
                            .toList(),
                    own == null ? null : new AnswerBody(own.answers(), own.doMore(), own.workOn()),
                    round.talkOn(),
                    Ids.text(round.assessmentId()),
                    round.version());
        }
    }

    /** Somebody who was asked; whether that one has answered is told to the main supervisor only. */
    @Serdeable
    record RaterResource(String name, @Nullable Boolean answered) {}

    /** What colleagues said, pooled. */
    @Serdeable
    record ResultResource(int answers, List<FieldResource> fields, List<String> doMore, List<String> workOn) {
        static ResultResource of(FeedbackResult result) {
            return new ResultResource(
                    result.answers(),
                    result.fields().stream()
                            .map(field ->
                                    new FieldResource(field.field().code(), field.counts(), field.texts(), field.own()))
                            .toList(),
                    result.doMore(),
                    result.workOn());
        }
    }

    /**
     * One field, pooled.
     *
     * @param counts by the option's value
     * @param own the doctor's own answer; empty where there is none
     */
    @Serdeable
    record FieldResource(String code, Map<String, Integer> counts, List<String> texts, String own) {}
}
