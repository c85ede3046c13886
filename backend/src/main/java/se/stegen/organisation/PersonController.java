package se.stegen.organisation;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
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
import java.time.LocalDate;
import java.util.List;
import se.stegen.access.ApiActor;
import se.stegen.access.Role;
import se.stegen.access.ScopeType;
import se.stegen.common.Ids;
import se.stegen.common.ImportAnswer;
import se.stegen.common.ListPage;
import se.stegen.common.PageRequest;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Versions;

/** People, roles and qualifications over REST. */
@Controller("/api/v1")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
class PersonController {
    /** A person as it is written; the password only when the person is made. */
    @Serdeable
    record PersonBody(
            @Nullable String name,
            @Nullable String email,
            @Nullable String username,
            @Nullable String password,
            @Nullable Integer version) {
        PersonData data() {
            return new PersonData(name, email, username);
        }
    }

    /** A person as it is read; roles in force in lists only. */
    @Serdeable
    record PersonAnswer(
            String id,
            String name,
            String email,
            String username,
            boolean hasPassword,
            @Nullable List<String> roles,
            int version) {
        static PersonAnswer of(Person p) {
            return new PersonAnswer(
                    Long.toString(p.id()), p.name(), p.email(), p.username(), p.hasPassword(), null, p.version());
        }

        static PersonAnswer of(PersonListItem p) {
            String roles = p.roles();
            return new PersonAnswer(
                    Long.toString(p.id()),
                    p.name(),
                    p.email(),
                    p.username(),
                    p.hasPassword(),
                    roles == null ? List.of() : List.of(roles.split(",")),
                    p.version());
        }
    }

    /** Whom one can ask. */
    @Serdeable
    record AssessorAnswer(String id, String name, @Nullable String clinicName) {}

    /** A role as it is written. */
    @Serdeable
    record RoleBody(
            @Nullable Role role,
            @Nullable ScopeType scopeType,
            @Nullable String scopeId,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {
        RoleData data() {
            return new RoleData(role, scopeType, Ids.optional("scopeId", scopeId), validFrom, validTo);
        }
    }

    /** A role as it is read. */
    @Serdeable
    record RoleAnswer(
            String id,
            Role role,
            @Nullable ScopeType scopeType,
            @Nullable String scopeId,
            @Nullable String scopeName,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {
        static RoleAnswer of(RoleAssignment r) {
            return new RoleAnswer(
                    Long.toString(r.id()),
                    r.role(),
                    r.scopeType(),
                    Ids.text(r.scopeId()),
                    r.scopeName(),
                    r.validFrom(),
                    r.validTo());
        }
    }

    /** A qualification as it is written. */
    @Serdeable
    record QualificationBody(
            @Nullable QualificationKind kind,
            @Nullable String specialtyCode,
            @Nullable LocalDate date) {}

    /** A qualification as it is read. */
    @Serdeable
    record QualificationAnswer(
            String id, QualificationKind kind, @Nullable String specialtyCode, LocalDate date) {
        static QualificationAnswer of(Qualification q) {
            return new QualificationAnswer(Long.toString(q.id()), q.kind(), q.specialtyCode(), q.obtainedOn());
        }
    }

    private final PersonService people;
    private final ApiActor actors;

    PersonController(PersonService people, ApiActor actors) {
        this.people = people;
        this.actors = actors;
    }

    @Get("/people")
    ListPage<PersonAnswer> people(
            Principal principal,
            @Nullable @QueryValue String q,
            @QueryValue(defaultValue = "0") int page,
            @QueryValue(defaultValue = "50") int size) {
        var list = people.people(actors.actor(principal), q, new PageRequest(page, size));
        return new ListPage<>(list.items().stream().map(PersonAnswer::of).toList(), list.total());
    }

    @Get("/assessors")
    ListPage<AssessorAnswer> assessors(
            Principal principal,
            @Nullable @QueryValue String q,
            @QueryValue(defaultValue = "0") int page,
            @QueryValue(defaultValue = "50") int size) {
        var list = people.assessors(actors.actor(principal), q, new PageRequest(page, size));
        return new ListPage<>(
                list.items().stream()
                        .map(a -> new AssessorAnswer(Long.toString(a.id()), a.name(), a.clinicName()))
                        .toList(),
                list.total());
    }

    @Post("/people")
    @Status(HttpStatus.CREATED)
    PersonAnswer create(Principal principal, @Body PersonBody body) {
        return PersonAnswer.of(people.create(actors.actor(principal), body.data(), body.password()));
    }

    /** What a CSV file of people would do; with {@code apply=true} does it. */
    @Post("/people/import")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    ImportAnswer importFile(
            Principal principal,
            @Part("file") CompletedFileUpload file,
            @QueryValue(defaultValue = "false") boolean apply)
            throws IOException {
        var actor = actors.actor(principal);
        return ImportAnswer.of(
                apply ? people.apply(actor, file.getBytes()) : people.preview(actor, file.getBytes()), actor.locale());
    }

    @Get("/people/{id}")
    PersonAnswer person(Principal principal, @PathVariable String id) {
        return PersonAnswer.of(people.person(actors.actor(principal), Ids.path(id)));
    }

    @Put("/people/{id}")
    PersonAnswer change(
            Principal principal,
            @PathVariable String id,
            @Body PersonBody body,
            @Nullable @Header("If-Match") String ifMatch) {
        return PersonAnswer.of(people.change(
                actors.actor(principal), Ids.path(id), Versions.required(body.version(), ifMatch), body.data()));
    }

    @Get("/people/{id}/roles")
    ListPage<RoleAnswer> roles(Principal principal, @PathVariable String id) {
        return ListPage.whole(people.roles(actors.actor(principal), Ids.path(id)).stream()
                .map(RoleAnswer::of)
                .toList());
    }

    @Post("/people/{id}/roles")
    @Status(HttpStatus.CREATED)
    RoleAnswer giveRole(Principal principal, @PathVariable String id, @Body RoleBody body) {
        return RoleAnswer.of(people.giveRole(actors.actor(principal), Ids.path(id), body.data()));
    }

    /** Changes when a role holds; role and scope stay. */
    @Put("/people/{id}/roles/{roleId}")
    RoleAnswer changeRole(
            Principal principal, @PathVariable String id, @PathVariable String roleId, @Body RoleBody body) {
        LocalDate from = body.validFrom();
        if (from == null) {
            throw Problem.field("validFrom", ProblemCode.REQUIRED);
        }
        return RoleAnswer.of(
                people.changeRole(actors.actor(principal), Ids.path(id), Ids.path(roleId), from, body.validTo()));
    }

    @Delete("/people/{id}/roles/{roleId}")
    @Status(HttpStatus.NO_CONTENT)
    void removeRole(Principal principal, @PathVariable String id, @PathVariable String roleId) {
        people.removeRole(actors.actor(principal), Ids.path(id), Ids.path(roleId));
    }

    @Get("/people/{id}/qualifications")
    ListPage<QualificationAnswer> qualifications(Principal principal, @PathVariable String id) {
        return ListPage.whole(people.qualifications(actors.actor(principal), Ids.path(id)).stream()
                .map(QualificationAnswer::of)
                .toList());
    }

    @Post("/people/{id}/qualifications")
    @Status(HttpStatus.CREATED)
    QualificationAnswer addQualification(Principal principal, @PathVariable String id, @Body QualificationBody body) {
        return QualificationAnswer.of(people.addQualification(
                actors.actor(principal),
                Ids.path(id),
                new QualificationData(body.kind(), body.specialtyCode(), body.date())));
    }

    @Delete("/people/{id}/qualifications/{qualificationId}")
    @Status(HttpStatus.NO_CONTENT)
    void removeQualification(Principal principal, @PathVariable String id, @PathVariable String qualificationId) {
        people.removeQualification(actors.actor(principal), Ids.path(id), Ids.path(qualificationId));
    }
}
