package se.stegen.collegium;

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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import se.stegen.access.ApiActor;
import se.stegen.common.Ids;
import se.stegen.common.ListPage;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Versions;

/** Specialistkollegium over REST: the plan, and who takes part. */
@Controller("/api/v1")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
class CollegiumController {
    private final CollegiumService collegia;
    private final SpecialistService specialists;
    private final ApiActor actors;

    CollegiumController(CollegiumService collegia, SpecialistService specialists, ApiActor actors) {
        this.collegia = collegia;
        this.specialists = specialists;
        this.actors = actors;
    }

    @Get("/clinics/{clinicId}/collegia")
    ListPage<Row> list(Principal principal, @PathVariable String clinicId) {
        return ListPage.whole(collegia.list(actors.actor(principal), Ids.path(clinicId)).stream()
                .map(Row::of)
                .toList());
    }

    @Post("/clinics/{clinicId}/collegia")
    @Status(HttpStatus.CREATED)
    CollegiumResource plan(Principal principal, @PathVariable String clinicId, @Body PlanBody body) {
        return CollegiumResource.of(collegia.plan(actors.actor(principal), Ids.path(clinicId), body.data()));
    }

    @Get("/clinics/{clinicId}/collegium-competences")
    ListPage<CollegiumResource.Competence> competences(Principal principal, @PathVariable String clinicId) {
        var actor = actors.actor(principal);
        return ListPage.whole(collegia.competences(actor, Ids.path(clinicId)).stream()
                .map(one -> new CollegiumResource.Competence(one.code(), one.name(actor.locale())))
                .toList());
    }

    @Put("/clinics/{clinicId}/collegium-competences")
    ListPage<CollegiumResource.Competence> name(
            Principal principal, @PathVariable String clinicId, @Body NamesBody body) {
        var actor = actors.actor(principal);
        List<String> names = Objects.requireNonNullElse(body.names(), List.of());
        return ListPage.whole(collegia.name(actor, Ids.path(clinicId), names).stream()
                .map(one -> new CollegiumResource.Competence(one.code(), one.name(actor.locale())))
                .toList());
    }

    @Get("/collegia/{id}")
    CollegiumResource get(Principal principal, @PathVariable String id) {
        return CollegiumResource.of(collegia.get(actors.actor(principal), Ids.path(id)));
    }

    @Put("/collegia/{id}")
    CollegiumResource change(
            Principal principal,
            @PathVariable String id,
            @Body PlanBody body,
            @Nullable @Header("If-Match") String ifMatch) {
        return CollegiumResource.of(collegia.change(
                actors.actor(principal), Ids.path(id), Versions.required(body.version(), ifMatch), body.data()));
    }

    @Post("/collegia/{id}/cancel")
    CollegiumResource cancel(Principal principal, @PathVariable String id, @Nullable @Body ReasonBody body) {
        return CollegiumResource.of(
                collegia.cancel(actors.actor(principal), Ids.path(id), body == null ? null : body.reason()));
    }

    @Post("/collegia/{id}/specialists")
    CollegiumResource ask(Principal principal, @PathVariable String id, @Body SpecialistBody body) {
        var actor = actors.actor(principal);
        return CollegiumResource.of(
                body.personId() == null && body.email() != null
                        ? specialists.askByMail(actor, Ids.path(id), body.email())
                        : specialists.ask(actor, Ids.path(id), List.of(Ids.field("personId", body.personId()))));
    }

    @Delete("/collegia/{id}/specialists/{specialistId}")
    CollegiumResource remove(Principal principal, @PathVariable String id, @PathVariable String specialistId) {
        return CollegiumResource.of(specialists.remove(actors.actor(principal), Ids.path(id), Ids.path(specialistId)));
    }

    @Put("/collegia/{id}/specialists/{specialistId}/conflicts/{traineeId}")
    CollegiumResource conflict(
            Principal principal,
            @PathVariable String id,
            @PathVariable String specialistId,
            @PathVariable String traineeId,
            @Nullable @Body ReasonBody body) {
        return CollegiumResource.of(specialists.conflict(
                actors.actor(principal),
                Ids.path(id),
                Ids.path(specialistId),
                Ids.path(traineeId),
                body == null ? null : body.reason()));
    }

    /** A collegium as it is planned. */
    @Serdeable
    record PlanBody(
            @Nullable LocalDate date,
            @Nullable LocalTime startsAt,
            @Nullable Integer minutes,
            @Nullable String place,
            @Nullable List<String> participantIds,
            @Nullable Integer version) {
        CollegiumData data() {
            LocalDate day = date;
            if (day == null) {
                throw Problem.field("date", ProblemCode.REQUIRED);
            }
            Set<Long> doctors = new LinkedHashSet<>();
            Objects.requireNonNullElse(participantIds, List.<String>of())
                    .forEach(one -> doctors.add(Ids.field("participantIds", one)));
            return new CollegiumData(day, startsAt, minutes, place, doctors);
        }
    }

    /** Why. */
    @Serdeable
    record ReasonBody(@Nullable String reason) {}

    /** Who is asked, by account or address. */
    @Serdeable
    record SpecialistBody(
            @Nullable String personId, @Nullable String email) {}

    /** The clinic's own competences; empty for the built-in ones. */
    @Serdeable
    record NamesBody(@Nullable List<String> names) {}

    /** A collegium in a list. */
    @Serdeable
    record Row(
            String id,
            LocalDate date,
            @Nullable LocalTime startsAt,
            String place,
            CollegiumState state,
            int doctors,
            int judged) {
        static Row of(CollegiumListItem item) {
            return new Row(
                    Long.toString(item.id()),
                    item.date(),
                    item.startsAt(),
                    item.place(),
                    item.state(),
                    item.doctors(),
                    item.judged());
        }
    }
}
