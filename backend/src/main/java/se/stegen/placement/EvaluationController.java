package se.stegen.placement;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import se.stegen.access.ApiActor;
import se.stegen.common.Ids;
import se.stegen.common.ListPage;
import se.stegen.common.Versions;

/** Courses of a plan, and what doctors say of them and of placements, over REST. */
@Controller("/api/v1")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
class EvaluationController {
    /** An evaluation as it is written. */
    @Serdeable
    record EvaluationBody(
            @Nullable String placementId,
            @Nullable String itemId,
            @Nullable Integer supervision,
            @Nullable Integer introduction,
            @Nullable Integer learning,
            @Nullable Integer recommend,
            @Nullable String comment,
            @Nullable Integer version) {
        EvaluationData data() {
            return new EvaluationData(
                    Ids.optional("placementId", placementId),
                    Ids.optional("itemId", itemId),
                    supervision,
                    introduction,
                    learning,
                    recommend,
                    comment);
        }
    }

    /** An evaluation as the doctor reads it. */
    @Serdeable
    record EvaluationAnswer(
            String id,
            @Nullable String placementId,
            @Nullable String itemId,
            int supervision,
            int introduction,
            int learning,
            int recommend,
            String comment,
            int version) {
        static EvaluationAnswer of(Evaluation e) {
            return new EvaluationAnswer(
                    Long.toString(e.id()),
                    Ids.text(e.placementId()),
                    Ids.text(e.itemId()),
                    e.supervision(),
                    e.introduction(),
                    e.learning(),
                    e.recommend(),
                    e.comment(),
                    e.version());
        }
    }

    /** A course. */
    @Serdeable
    record CourseAnswer(
            String itemId,
            String title,
            LocalDate from,
            LocalDate to,
            String leader,
            List<String> goalCodes,
            String state) {
        static CourseAnswer of(Course c) {
            return new CourseAnswer(
                    Long.toString(c.itemId()),
                    c.title(),
                    c.from(),
                    c.to(),
                    c.leader(),
                    c.goalCodes(),
                    c.state().name());
        }
    }

    /** What at least three doctors say. */
    @Serdeable
    record SummaryAnswer(
            String title,
            int answers,
            BigDecimal supervision,
            BigDecimal introduction,
            BigDecimal learning,
            BigDecimal recommend,
            List<String> comments) {
        static SummaryAnswer of(EvaluationSummary s) {
            return new SummaryAnswer(
                    s.title(),
                    s.answers(),
                    s.supervision(),
                    s.introduction(),
                    s.learning(),
                    s.recommend(),
                    s.comments());
        }
    }

    /** What a clinic may see; {@code placements} is null below {@code leastDoctors}. */
    @Serdeable
    record ClinicAnswer(
            String clinicId, int leastDoctors, @Nullable SummaryAnswer placements, List<SummaryAnswer> courses) {}

    private final EvaluationService evaluations;
    private final ApiActor actors;

    EvaluationController(EvaluationService evaluations, ApiActor actors) {
        this.evaluations = evaluations;
        this.actors = actors;
    }

    @Get("/trainees/{id}/courses")
    ListPage<CourseAnswer> courses(Principal principal, @PathVariable String id) {
        return ListPage.whole(evaluations.courses(actors.actor(principal), Ids.path(id)).stream()
                .map(CourseAnswer::of)
                .toList());
    }

    @Get("/trainees/{id}/evaluations")
    ListPage<EvaluationAnswer> own(Principal principal, @PathVariable String id) {
        return ListPage.whole(evaluations.own(actors.actor(principal), Ids.path(id)).stream()
                .map(EvaluationAnswer::of)
                .toList());
    }

    /** The first answer needs no version. */
    @Put("/trainees/{id}/evaluations")
    EvaluationAnswer evaluate(
            Principal principal,
            @PathVariable String id,
            @Body EvaluationBody body,
            @Nullable @Header("If-Match") String ifMatch) {
        boolean given = body.version() != null || (ifMatch != null && !ifMatch.isBlank());
        return EvaluationAnswer.of(evaluations.evaluate(
                actors.actor(principal),
                Ids.path(id),
                given ? (Integer) Versions.required(body.version(), ifMatch) : null,
                body.data()));
    }

    @Get("/clinics/{id}/evaluations")
    ClinicAnswer ofClinic(Principal principal, @PathVariable String id) {
        ClinicEvaluations clinic = evaluations.ofClinic(actors.actor(principal), Ids.path(id));
        return new ClinicAnswer(
                Long.toString(clinic.clinicId()),
                EvaluationRules.LEAST_DOCTORS,
                clinic.placements().map(SummaryAnswer::of).orElse(null),
                clinic.courses().stream().map(SummaryAnswer::of).toList());
    }
}
