package se.stegen.organisation;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import java.security.Principal;
import se.stegen.access.ApiActor;
import se.stegen.common.Ids;
import se.stegen.common.ListPage;
import se.stegen.common.PageRequest;
import se.stegen.common.Versions;

/** Organisations and clinics over REST. */
@Controller("/api/v1")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
class OrganisationController {
    /** An organisation as it is written. */
    @Serdeable
    record OrganisationBody(
            @Nullable String name,
            @Nullable OrganisationKind kind,
            @Nullable String parentId,
            @Nullable String guidelineCode,
            @Nullable Integer version) {
        OrganisationData data() {
            return new OrganisationData(name, kind, Ids.optional("parentId", parentId), guidelineCode);
        }
    }

    /** An organisation as it is read. */
    @Serdeable
    record OrganisationAnswer(
            String id,
            String name,
            OrganisationKind kind,
            @Nullable String parentId,
            @Nullable String parentName,
            @Nullable String guidelineCode,
            int version) {
        static OrganisationAnswer of(Organisation o) {
            return new OrganisationAnswer(
                    Long.toString(o.id()),
                    o.name(),
                    o.kind(),
                    Ids.text(o.parentId()),
                    o.parentName(),
                    o.guidelineCode(),
                    o.version());
        }
    }

    /** A clinic as it is written. */
    @Serdeable
    record ClinicBody(
            @Nullable String name,
            @Nullable String organisationId,
            @Nullable String specialtyCode,
            @Nullable String guidelineCode,
            @Nullable Integer version) {
        ClinicData data() {
            return new ClinicData(name, Ids.optional("organisationId", organisationId), specialtyCode, guidelineCode);
        }
    }

    /** A clinic as it is read. */
    @Serdeable
    record ClinicAnswer(
            String id,
            String name,
            String organisationId,
            String organisationName,
            String specialtyCode,
            @Nullable String guidelineCode,
            int version) {
        static ClinicAnswer of(Clinic c) {
            return new ClinicAnswer(
                    Long.toString(c.id()),
                    c.name(),
                    Long.toString(c.organisationId()),
                    c.organisationName(),
                    c.specialtyCode(),
                    c.guidelineCode(),
                    c.version());
        }
    }

    private final OrganisationService organisations;
    private final ApiActor actors;

    OrganisationController(OrganisationService organisations, ApiActor actors) {
        this.organisations = organisations;
        this.actors = actors;
    }

    @Get("/organisations")
    ListPage<OrganisationAnswer> organisations(
            Principal principal,
            @Nullable @QueryValue String q,
            @QueryValue(defaultValue = "0") int page,
            @QueryValue(defaultValue = "50") int size) {
        var list = organisations.organisations(actors.actor(principal), q, new PageRequest(page, size));
        return new ListPage<>(list.items().stream().map(OrganisationAnswer::of).toList(), list.total());
    }

    @Post("/organisations")
    @Status(HttpStatus.CREATED)
    OrganisationAnswer createOrganisation(Principal principal, @Body OrganisationBody body) {
        return OrganisationAnswer.of(organisations.createOrganisation(actors.actor(principal), body.data()));
    }

    @Get("/organisations/{id}")
    OrganisationAnswer organisation(Principal principal, @PathVariable String id) {
        return OrganisationAnswer.of(organisations.organisation(actors.actor(principal), Ids.path(id)));
    }

    @Put("/organisations/{id}")
    OrganisationAnswer changeOrganisation(
            Principal principal,
            @PathVariable String id,
            @Body OrganisationBody body,
            @Nullable @Header("If-Match") String ifMatch) {
        return OrganisationAnswer.of(organisations.changeOrganisation(
                actors.actor(principal), Ids.path(id), Versions.required(body.version(), ifMatch), body.data()));
    }

    @Get("/clinics")
    ListPage<ClinicAnswer> clinics(
            Principal principal,
            @Nullable @QueryValue String q,
            @QueryValue(defaultValue = "0") int page,
            @QueryValue(defaultValue = "50") int size) {
        var list = organisations.clinics(actors.actor(principal), q, new PageRequest(page, size));
        return new ListPage<>(list.items().stream().map(ClinicAnswer::of).toList(), list.total());
    }

    @Post("/clinics")
    @Status(HttpStatus.CREATED)
    ClinicAnswer createClinic(Principal principal, @Body ClinicBody body) {
        return ClinicAnswer.of(organisations.createClinic(actors.actor(principal), body.data()));
    }

    @Get("/clinics/{id}")
    ClinicAnswer clinic(Principal principal, @PathVariable String id) {
        return ClinicAnswer.of(organisations.clinic(actors.actor(principal), Ids.path(id)));
    }

    @Put("/clinics/{id}")
    ClinicAnswer changeClinic(
            Principal principal,
            @PathVariable String id,
            @Body ClinicBody body,
            @Nullable @Header("If-Match") String ifMatch) {
        return ClinicAnswer.of(organisations.changeClinic(
                actors.actor(principal), Ids.path(id), Versions.required(body.version(), ifMatch), body.data()));
    }
}
