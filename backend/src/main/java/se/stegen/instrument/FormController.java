package se.stegen.instrument;

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
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import java.security.Principal;
import java.util.List;
import java.util.Objects;
import se.stegen.access.Actor;
import se.stegen.access.ApiActor;
import se.stegen.common.Ids;
import se.stegen.common.ListPage;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Texts;
import se.stegen.common.Versions;

/** A clinic's forms over REST. */
@Controller("/api/v1/clinics/{id}/forms")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
class FormController {
    private final FormService forms;
    private final ApiActor actors;

    FormController(FormService forms, ApiActor actors) {
        this.forms = forms;
        this.actors = actors;
    }

    @Get
    ListPage<Row> list(Principal principal, @PathVariable String id) {
        Actor actor = actors.actor(principal);
        boolean english = "en".equals(actor.locale().getLanguage());
        return ListPage.whole(forms.list(actor, Ids.path(id)).stream()
                .map(item -> Row.of(item, english))
                .toList());
    }

    @Post
    @Status(HttpStatus.CREATED)
    Resource create(Principal principal, @PathVariable String id, @Body NewBody body) {
        return Resource.of(
                forms.create(actors.actor(principal), Ids.path(id), body.name(), body.kind(), body.copyOf()));
    }

    @Get("/{code}")
    Resource get(Principal principal, @PathVariable String id, @PathVariable String code) {
        return Resource.of(forms.get(actors.actor(principal), Ids.path(id), code));
    }

    @Put("/{code}")
    Resource save(
            Principal principal,
            @PathVariable String id,
            @PathVariable String code,
            @Body FormBody body,
            @Nullable @Header("If-Match") String ifMatch) {
        return Resource.of(forms.save(
                actors.actor(principal), Ids.path(id), code, Versions.required(body.version(), ifMatch), body.data()));
    }

    @Post("/{code}/publish")
    Resource publish(
            Principal principal, @PathVariable String id, @PathVariable String code, @Nullable @Body VersionBody body) {
        return Resource.of(
                forms.publish(actors.actor(principal), Ids.path(id), code, body == null ? null : body.version()));
    }

    @Post("/{code}/hide")
    @Status(HttpStatus.NO_CONTENT)
    void hide(Principal principal, @PathVariable String id, @PathVariable String code) {
        forms.offer(actors.actor(principal), Ids.path(id), code, false);
    }

    @Post("/{code}/offer")
    @Status(HttpStatus.NO_CONTENT)
    void offer(Principal principal, @PathVariable String id, @PathVariable String code) {
        forms.offer(actors.actor(principal), Ids.path(id), code, true);
    }

    @Delete("/{code}")
    @Status(HttpStatus.NO_CONTENT)
    void delete(
            Principal principal,
            @PathVariable String id,
            @PathVariable String code,
            @Nullable @QueryValue Integer version,
            @Nullable @Header("If-Match") String ifMatch) {
        forms.delete(actors.actor(principal), Ids.path(id), code, Versions.required(version, ifMatch));
    }

    /** A new form: named, and perhaps a copy. */
    @Serdeable
    record NewBody(
            @Nullable String name,
            @Nullable FormKind kind,
            @Nullable String copyOf) {}

    /** Which version the caller saw. */
    @Serdeable
    record VersionBody(@Nullable Integer version) {}

    /** What is written. */
    @Serdeable
    record FormBody(
            @Nullable String name,
            @Nullable Boolean formal,
            @Nullable List<String> competences,
            @Nullable FormDefinition definition,
            @Nullable Integer version) {
        FormData data() {
            FormDefinition given = definition;
            if (given == null) {
                throw Problem.field("definition", ProblemCode.REQUIRED);
            }
            return new FormData(
                    name, Objects.requireNonNullElse(formal, Boolean.TRUE), Texts.codes(competences), given);
        }
    }

    /** A form in the list. */
    @Serdeable
    record Row(
            String code,
            FormKind kind,
            String name,
            boolean builtIn,
            boolean formal,
            @Nullable Integer publishedVersion,
            boolean changed,
            boolean hidden) {
        static Row of(FormListItem item, boolean english) {
            return new Row(
                    item.code(),
                    item.kind(),
                    english ? item.nameEn() : item.name(),
                    item.builtIn(),
                    item.formal(),
                    item.publishedVersion(),
                    item.changed(),
                    item.hidden());
        }
    }

    /** A form as it is being written. */
    @Serdeable
    record Resource(
            String clinicId,
            String code,
            FormKind kind,
            String name,
            boolean formal,
            List<String> competences,
            FormDefinition definition,
            @Nullable Integer publishedVersion,
            boolean changed,
            boolean hidden,
            int version) {
        static Resource of(ClinicForm form) {
            return new Resource(
                    Long.toString(form.clinicId()),
                    form.code(),
                    form.kind(),
                    form.name(),
                    form.formal(),
                    form.competences(),
                    form.definition(),
                    form.publishedVersion(),
                    form.changed(),
                    form.hidden(),
                    form.version());
        }
    }
}
