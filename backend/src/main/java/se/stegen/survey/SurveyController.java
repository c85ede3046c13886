package se.stegen.survey;

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
import java.security.Principal;
import java.util.List;
import se.stegen.access.ApiActor;
import se.stegen.common.Ids;
import se.stegen.common.ListPage;
import se.stegen.common.Versions;

/** Surveys over REST. */
@Controller("/api/v1")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
class SurveyController {
    private final SurveyService surveys;
    private final SurveyAnswerService answers;
    private final SurveyResultService results;
    private final ApiActor actors;

    SurveyController(SurveyService surveys, SurveyAnswerService answers, SurveyResultService results, ApiActor actors) {
        this.surveys = surveys;
        this.answers = answers;
        this.results = results;
        this.actors = actors;
    }

    @Get("/clinics/{clinicId}/surveys")
    ListPage<SurveyBodies.Resource> list(Principal principal, @PathVariable String clinicId) {
        return ListPage.whole(surveys.list(actors.actor(principal), Ids.path(clinicId)).stream()
                .map(SurveyBodies.Resource::of)
                .toList());
    }

    /** Opens a survey at this clinic. */
    @Post("/clinics/{clinicId}/surveys")
    @Status(HttpStatus.CREATED)
    SurveyBodies.Resource open(
            Principal principal, @PathVariable String clinicId, @Nullable @Body SurveyBodies.OpenBody body) {
        return SurveyBodies.Resource.of(
                surveys.open(actors.actor(principal), List.of(Ids.path(clinicId)), SurveyBodies.OpenBody.data(body))
                        .getFirst());
    }

    /** Opens a survey at each of many clinics, as one round. */
    @Post("/surveys")
    @Status(HttpStatus.CREATED)
    ListPage<SurveyBodies.Resource> openMany(Principal principal, @Body SurveyBodies.OpenBody body) {
        return ListPage.whole(
                surveys.open(actors.actor(principal), body.clinics(), SurveyBodies.OpenBody.data(body)).stream()
                        .map(SurveyBodies.Resource::of)
                        .toList());
    }

    @Get("/surveys/{id}")
    SurveyBodies.Resource get(Principal principal, @PathVariable String id) {
        return SurveyBodies.Resource.of(surveys.get(actors.actor(principal), Ids.path(id)));
    }

    /** Moves the last day and the reminder. */
    @Put("/surveys/{id}")
    SurveyBodies.Resource move(
            Principal principal,
            @PathVariable String id,
            @Body SurveyBodies.OpenBody body,
            @Nullable @Header("If-Match") String ifMatch) {
        return SurveyBodies.Resource.of(surveys.move(
                actors.actor(principal),
                Ids.path(id),
                Versions.required(body.version(), ifMatch),
                SurveyBodies.OpenBody.data(body)));
    }

    @Post("/surveys/{id}/close")
    SurveyBodies.Resource close(
            Principal principal, @PathVariable String id, @Nullable @Body SurveyBodies.StepBody body) {
        return SurveyBodies.Resource.of(
                surveys.close(actors.actor(principal), Ids.path(id), body == null ? null : body.version()));
    }

    @Post("/surveys/{id}/cancel")
    SurveyBodies.Resource cancel(
            Principal principal, @PathVariable String id, @Nullable @Body SurveyBodies.StepBody body) {
        return SurveyBodies.Resource.of(
                surveys.cancel(actors.actor(principal), Ids.path(id), body == null ? null : body.version()));
    }

    @Get("/surveys/{id}/result")
    SurveyBodies.Result result(Principal principal, @PathVariable String id) {
        var actor = actors.actor(principal);
        return SurveyBodies.Result.of(results.result(actor, Ids.path(id)), actor.locale());
    }

    /** What the caller is asked. */
    @Get("/surveys/{id}/form")
    SurveyBodies.Form form(Principal principal, @PathVariable String id) {
        var actor = actors.actor(principal);
        return SurveyBodies.Form.of(answers.form(actor, Ids.path(id)), actor.locale());
    }

    /** Answers, once. */
    @Post("/surveys/{id}/answers")
    @Status(HttpStatus.NO_CONTENT)
    void answer(Principal principal, @PathVariable String id, @Body SurveyBodies.AnswerBody body) {
        answers.answer(actors.actor(principal), Ids.path(id), body.given(), body.comment());
    }
}
