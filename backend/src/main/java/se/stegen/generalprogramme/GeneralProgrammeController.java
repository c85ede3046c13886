package se.stegen.generalprogramme;

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
import java.util.Arrays;
import java.util.List;
import se.stegen.access.ApiActor;
import se.stegen.common.Ids;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Texts;
import se.stegen.common.Versions;
import se.stegen.iup.IupKind;

/** A clinic's general programme over REST. */
@Controller("/api/v1/clinics/{id}/general-programme")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
class GeneralProgrammeController {
    /** An activity as it is written. */
    @Serdeable
    record ItemBody(
            @Nullable String kind,
            @Nullable String title,
            @Nullable Integer startMonth,
            @Nullable Integer months,
            @Nullable String assessmentMethod,
            @Nullable List<String> goalCodes,
            @Nullable Integer version) {
        GeneralItemData data() {
            return new GeneralItemData(kind(kind), title, startMonth, months, assessmentMethod, Texts.codes(goalCodes));
        }

        private static @Nullable IupKind kind(@Nullable String name) {
            if (name == null) {
                return null;
            }
            return Arrays.stream(IupKind.values())
                    .filter(kind -> kind.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> Problem.field("kind", ProblemCode.UNKNOWN_CODE, name));
        }
    }

    /** An activity as it is read. */
    @Serdeable
    record ItemAnswer(
            String id,
            String kind,
            String title,
            int startMonth,
            int months,
            String assessmentMethod,
            List<String> goalCodes,
            int version) {
        static ItemAnswer of(GeneralItem i) {
            return new ItemAnswer(
                    Long.toString(i.id()),
                    i.kind().name(),
                    i.title(),
                    i.startMonth(),
                    i.months(),
                    i.assessmentMethod(),
                    i.goalCodes(),
                    i.version());
        }
    }

    /** The whole programme. */
    @Serdeable
    record GeneralAnswer(String clinicId, String specialtyCode, String regulation, List<ItemAnswer> items, int total) {}

    private final GeneralProgrammeService programmes;
    private final ApiActor actors;

    GeneralProgrammeController(GeneralProgrammeService programmes, ApiActor actors) {
        this.programmes = programmes;
        this.actors = actors;
    }

    @Get
    GeneralAnswer get(
            Principal principal,
            @PathVariable String id,
            @Nullable @QueryValue String regulation,
            @Nullable @QueryValue String specialtyCode) {
        GeneralProgramme g = programmes.get(actors.actor(principal), Ids.path(id), regulation, specialtyCode);
        return new GeneralAnswer(
                Long.toString(g.clinicId()),
                g.specialtyCode(),
                g.regulation().code(),
                g.items().stream().map(ItemAnswer::of).toList(),
                g.items().size());
    }

    @Post
    @Status(HttpStatus.CREATED)
    ItemAnswer add(
            Principal principal,
            @PathVariable String id,
            @Nullable @QueryValue String regulation,
            @Nullable @QueryValue String specialtyCode,
            @Body ItemBody body) {
        return ItemAnswer.of(
                programmes.add(actors.actor(principal), Ids.path(id), regulation, specialtyCode, body.data()));
    }

    @Put("/{itemId}")
    ItemAnswer change(
            Principal principal,
            @PathVariable String id,
            @PathVariable String itemId,
            @Body ItemBody body,
            @Nullable @Header("If-Match") String ifMatch) {
        return ItemAnswer.of(programmes.change(
                actors.actor(principal),
                Ids.path(id),
                Ids.path(itemId),
                Versions.required(body.version(), ifMatch),
                body.data()));
    }

    @Delete("/{itemId}")
    @Status(HttpStatus.NO_CONTENT)
    void remove(
            Principal principal,
            @PathVariable String id,
            @PathVariable String itemId,
            @Nullable @QueryValue Integer version,
            @Nullable @Header("If-Match") String ifMatch) {
        programmes.remove(actors.actor(principal), Ids.path(id), Ids.path(itemId), Versions.required(version, ifMatch));
    }
}
