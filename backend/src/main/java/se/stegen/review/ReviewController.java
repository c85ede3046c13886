package se.stegen.review;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.security.Principal;
import se.stegen.access.ApiActor;
import se.stegen.common.Ids;
import se.stegen.common.ListPage;
import se.stegen.common.Versions;
import se.stegen.spur.Checklist;

/** Reviews over REST. */
@Controller("/api/v1")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
class ReviewController {
    private final ReviewService reviews;
    private final ReviewImportService imports;
    private final RegisterService register;
    private final ApiActor actors;

    ReviewController(ReviewService reviews, ReviewImportService imports, RegisterService register, ApiActor actors) {
        this.reviews = reviews;
        this.imports = imports;
        this.register = register;
        this.actors = actors;
    }

    @Get("/clinics/{clinicId}/reviews")
    ListPage<ReviewBodies.Line> list(Principal principal, @PathVariable String clinicId) {
        return ListPage.whole(reviews.list(actors.actor(principal), Ids.path(clinicId)).stream()
                .map(ReviewBodies.Line::of)
                .toList());
    }

    @Post("/clinics/{clinicId}/reviews")
    @Status(HttpStatus.CREATED)
    ReviewBodies.Resource create(
            Principal principal, @PathVariable String clinicId, @Body ReviewBodies.ReviewBody body) {
        return ReviewBodies.Resource.of(
                reviews.create(actors.actor(principal), Ids.path(clinicId), body.reviewKind(), body.data(null)));
    }

    /** Reads a SPUR report (PDF, DOCX or text) into a draft. */
    @Post("/clinics/{clinicId}/reviews/import")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Status(HttpStatus.CREATED)
    ReviewBodies.Resource importReport(
            Principal principal, @PathVariable String clinicId, @Part("file") CompletedFileUpload file)
            throws IOException {
        return ReviewBodies.Resource.of(
                imports.importReport(actors.actor(principal), Ids.path(clinicId), file.getFilename(), file.getBytes()));
    }

    @Get("/reviews/{id}")
    ReviewBodies.Resource get(Principal principal, @PathVariable String id) {
        return ReviewBodies.Resource.of(reviews.get(actors.actor(principal), Ids.path(id)));
    }

    @Put("/reviews/{id}")
    ReviewBodies.Resource change(
            Principal principal,
            @PathVariable String id,
            @Body ReviewBodies.ReviewBody body,
            @Nullable @Header("If-Match") String ifMatch) {
        var actor = actors.actor(principal);
        Review known = reviews.get(actor, Ids.path(id));
        return ReviewBodies.Resource.of(
                reviews.change(actor, known.id(), Versions.required(body.version(), ifMatch), body.data(known)));
    }

    /** Confirms a draft; without a date that of the draft is taken. */
    @Post("/reviews/{id}/confirm")
    ReviewBodies.Resource confirm(
            Principal principal, @PathVariable String id, @Nullable @Body ReviewBodies.ConfirmBody body) {
        return ReviewBodies.Resource.of(imports.confirm(
                actors.actor(principal),
                Ids.path(id),
                body == null ? null : body.version(),
                body == null ? null : body.date(),
                false));
    }

    @Post("/reviews/{id}/void")
    ReviewBodies.Resource voidReview(
            Principal principal, @PathVariable String id, @Nullable @Body ReviewBodies.VoidBody body) {
        return ReviewBodies.Resource.of(reviews.voidReview(
                actors.actor(principal),
                Ids.path(id),
                body == null ? null : body.version(),
                body == null ? null : body.reason()));
    }

    /** How the clinics below an organisation stand with their reviews, and how many were made in a year. */
    @Get("/organisations/{organisationId}/reviews")
    ReviewBodies.RegisterAnswer register(
            Principal principal, @PathVariable String organisationId, @Nullable @QueryValue Integer year) {
        return ReviewBodies.RegisterAnswer.of(
                register.ofOrganisation(actors.actor(principal), Ids.path(organisationId), year));
    }

    /** SPUR's checklist. */
    @Get("/review-items")
    ListPage<Item> items(Principal principal) {
        actors.actor(principal);
        return ListPage.whole(Checklist.items().stream()
                .map(item -> new Item(
                        item.code(),
                        item.area().name(),
                        item.number(),
                        item.text(),
                        item.kind2015().name(),
                        item.kind2021().name(),
                        item.certainty()))
                .toList());
    }

    /** An item of the checklist, as it is answered. */
    @Serdeable
    record Item(
            String code, String area, int number, String text, String kind2015, String kind2021, String certainty) {}
}
