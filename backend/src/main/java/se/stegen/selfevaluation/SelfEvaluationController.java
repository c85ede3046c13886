package se.stegen.selfevaluation;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.security.Principal;
import se.stegen.access.ApiActor;
import se.stegen.common.Ids;
import se.stegen.common.ListPage;
import se.stegen.common.Texts;
import se.stegen.common.Versions;

/** Self-evaluations over REST. */
@Controller("/api/v1")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
class SelfEvaluationController {
    private final SelfEvaluationService evaluations;
    private final SelfEvaluationDocumentService documents;
    private final ApiActor actors;

    SelfEvaluationController(
            SelfEvaluationService evaluations, SelfEvaluationDocumentService documents, ApiActor actors) {
        this.evaluations = evaluations;
        this.documents = documents;
        this.actors = actors;
    }

    @Get("/clinics/{clinicId}/self-evaluations")
    ListPage<SelfEvaluationBodies.Resource> list(Principal principal, @PathVariable String clinicId) {
        return ListPage.whole(evaluations.list(actors.actor(principal), Ids.path(clinicId)).stream()
                .map(SelfEvaluationBodies.Resource::of)
                .toList());
    }

    @Post("/clinics/{clinicId}/self-evaluations")
    @Status(HttpStatus.CREATED)
    SelfEvaluationBodies.Resource start(
            Principal principal, @PathVariable String clinicId, @Nullable @Body SelfEvaluationBodies.StartBody body) {
        return SelfEvaluationBodies.Resource.of(evaluations.start(
                actors.actor(principal), Ids.path(clinicId), Texts.codes(body == null ? null : body.regulations())));
    }

    @Get("/self-evaluations/{id}")
    SelfEvaluationBodies.Resource get(Principal principal, @PathVariable String id) {
        return SelfEvaluationBodies.Resource.of(evaluations.get(actors.actor(principal), Ids.path(id)));
    }

    @Get("/self-evaluations/{id}/items")
    ListPage<SelfEvaluationBodies.Item> items(Principal principal, @PathVariable String id) {
        return ListPage.whole(evaluations.items(actors.actor(principal), Ids.path(id)).stream()
                .map(SelfEvaluationBodies.Item::of)
                .toList());
    }

    @Put("/self-evaluations/{id}/items/{code}")
    SelfEvaluationBodies.Saved answer(
            Principal principal,
            @PathVariable String id,
            @PathVariable String code,
            @Body SelfEvaluationBodies.AnswerBody body,
            @Nullable @Header("If-Match") String ifMatch) {
        return new SelfEvaluationBodies.Saved(evaluations.answer(
                actors.actor(principal),
                Ids.path(id),
                code,
                Versions.required(body.version(), ifMatch),
                body.judged(),
                body.text()));
    }

    @Post("/self-evaluations/{id}/items/{code}/action")
    @Status(HttpStatus.CREATED)
    SelfEvaluationBodies.Made makeAction(
            Principal principal,
            @PathVariable String id,
            @PathVariable String code,
            @Body SelfEvaluationBodies.ActionBody body) {
        return new SelfEvaluationBodies.Made(Long.toString(evaluations
                .makeAction(actors.actor(principal), Ids.path(id), code, body.plannedAction(), body.due())
                .id()));
    }

    @Post("/self-evaluations/{id}/pass")
    SelfEvaluationBodies.Resource pass(
            Principal principal, @PathVariable String id, @Body SelfEvaluationBodies.PassBody body) {
        return SelfEvaluationBodies.Resource.of(evaluations.pass(
                actors.actor(principal), Ids.path(id), body.version(), Ids.field("personId", body.personId())));
    }

    @Post("/self-evaluations/{id}/finish")
    SelfEvaluationBodies.Resource finish(
            Principal principal, @PathVariable String id, @Nullable @Body SelfEvaluationBodies.StepBody body) {
        return SelfEvaluationBodies.Resource.of(
                evaluations.finish(actors.actor(principal), Ids.path(id), body == null ? null : body.version()));
    }

    @Get("/self-evaluations/{id}/document")
    @Produces({MediaType.APPLICATION_PDF, MediaType.APPLICATION_JSON})
    HttpResponse<byte[]> document(Principal principal, @PathVariable String id) {
        byte[] pdf = documents.pdf(actors.actor(principal), Ids.path(id));
        return HttpResponse.ok(pdf)
                .contentType(MediaType.APPLICATION_PDF_TYPE)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "inline; filename=\"sjalvvardering-" + Ids.path(id) + ".pdf\"");
    }
}
