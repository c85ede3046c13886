package se.stegen.curriculum;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.security.Principal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import se.stegen.access.ApiActor;
import se.stegen.common.ImportAnswer;
import se.stegen.common.ListPage;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;

/** Specialties and curricula. */
@Controller("/api/v1")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
class CurriculumController {
    /** A curriculum; {@code version} is the edition's number. */
    @Serdeable
    record CurriculumAnswer(
            String id,
            String regulation,
            String specialty,
            String specialtyName,
            int version,
            String source,
            boolean checked,
            @Nullable String remark,
            Instant createdAt,
            @Nullable List<Goal> goals) {
        static CurriculumAnswer of(CurriculumEdition edition, @Nullable List<Goal> goals) {
            return new CurriculumAnswer(
                    Long.toString(edition.id()),
                    edition.regulation().code(),
                    edition.specialtyCode(),
                    edition.specialtyName(),
                    edition.number(),
                    edition.completedByAdmin() ? CurriculumService.ADMIN : CurriculumService.REFERENCE,
                    edition.checked(),
                    edition.remark(),
                    edition.createdAt().toInstant(ZoneOffset.UTC),
                    goals);
        }
    }

    /** A goal that an admin writes. */
    @Serdeable
    record GoalBody(
            @Nullable String code,
            @Nullable String group,
            @Nullable String title,
            @Nullable String activities,
            @Nullable Boolean checked) {
        Goal goal(int index) {
            GoalGroup known;
            try {
                known = GoalGroup.valueOf(group == null ? "" : group.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw Problem.field("goals[" + index + "].group", ProblemCode.UNKNOWN_CODE, group == null ? "" : group);
            }
            return new Goal(
                    code == null ? "" : code,
                    known,
                    title == null ? "" : title,
                    activities,
                    checked == null || checked);
        }
    }

    /** A completed curriculum. */
    @Serdeable
    record CurriculumBody(
            @Nullable Integer version,
            @Nullable String remark,
            @Nullable List<GoalBody> goals) {}

    private final CurriculumService curricula;
    private final ApiActor actors;

    CurriculumController(CurriculumService curricula, ApiActor actors) {
        this.curricula = curricula;
        this.actors = actors;
    }

    /** Specialties of a regulation, or of both. */
    @Get("/specialties")
    ListPage<Specialty> specialties(Principal principal, @Nullable @QueryValue String regulation) {
        return ListPage.whole(curricula.specialties(
                actors.actor(principal), regulation == null ? null : Regulation.field("regulation", regulation)));
    }

    /** The latest edition of every specialty, without goals. */
    @Get("/curricula/{regulation}")
    ListPage<CurriculumAnswer> latest(Principal principal, @PathVariable String regulation) {
        return ListPage.whole(curricula.latestEditions(actors.actor(principal), path(regulation)).stream()
                .map(edition -> CurriculumAnswer.of(edition, null))
                .toList());
    }

    /** The latest edition with its goals. */
    @Get("/curricula/{regulation}/{specialtyCode}")
    CurriculumAnswer curriculum(
            Principal principal, @PathVariable String regulation, @PathVariable String specialtyCode) {
        return answer(curricula.curriculum(actors.actor(principal), path(regulation), specialtyCode));
    }

    /** All editions of a curriculum, without goals, the latest first. */
    @Get("/curricula/{regulation}/{specialtyCode}/editions")
    ListPage<CurriculumAnswer> editions(
            Principal principal, @PathVariable String regulation, @PathVariable String specialtyCode) {
        return ListPage.whole(curricula.editions(actors.actor(principal), path(regulation), specialtyCode).stream()
                .map(edition -> CurriculumAnswer.of(edition, null))
                .toList());
    }

    /** An admin completes a curriculum: the next edition. */
    @Put("/curricula/{regulation}/{specialtyCode}")
    CurriculumAnswer complete(
            Principal principal,
            @PathVariable String regulation,
            @PathVariable String specialtyCode,
            @Body CurriculumBody body) {
        Integer version = body.version();
        if (version == null) {
            throw Problem.of(ProblemCode.VERSION_MISSING);
        }
        List<GoalBody> given = body.goals() == null ? List.of() : body.goals();
        List<Goal> goals = new java.util.ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            goals.add(given.get(i).goal(i));
        }
        return answer(curricula.complete(
                actors.actor(principal), path(regulation), specialtyCode, version, body.remark(), goals));
    }

    /** What a file of goals would do; with {@code apply=true} does it. */
    @Post("/curricula/{regulation}/import")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    ImportAnswer importFile(
            Principal principal,
            @PathVariable String regulation,
            @Part("file") CompletedFileUpload file,
            @QueryValue(defaultValue = "false") boolean apply)
            throws IOException {
        var actor = actors.actor(principal);
        return ImportAnswer.of(
                apply
                        ? curricula.importFile(actor, path(regulation), file.getBytes())
                        : curricula.previewFile(actor, path(regulation), file.getBytes()),
                actor.locale());
    }

    private static CurriculumAnswer answer(Curriculum curriculum) {
        return CurriculumAnswer.of(curriculum.edition(), curriculum.goals());
    }

    private static Regulation path(String code) {
        return Regulation.of(code).orElseThrow(Problem::notFound);
    }
}
