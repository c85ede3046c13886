package se.stegen.assessment;

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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import se.stegen.access.Actor;
import se.stegen.access.ApiActor;
import se.stegen.common.ApiTime;
import se.stegen.common.Ids;
import se.stegen.common.ListPage;
import se.stegen.common.PageRequest;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Texts;
import se.stegen.common.Versions;
import se.stegen.instrument.AssessmentTemplate;
import se.stegen.instrument.FormKind;
import se.stegen.instrument.OverallScale;
import se.stegen.instrument.Procedure;
import se.stegen.instrument.TemplateField;
import se.stegen.instrument.TemplateSection;
import se.stegen.signing.ActionBody;
import se.stegen.signing.RecordState;
import se.stegen.signing.SigningMethod;

/** Assessments over REST. */
@Controller("/api/v1")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
class AssessmentController {
    private final AssessmentService assessments;
    private final AssessorService assessor;
    private final FollowUpService followUps;
    private final ApiActor actors;

    AssessmentController(
            AssessmentService assessments, AssessorService assessor, FollowUpService followUps, ApiActor actors) {
        this.assessments = assessments;
        this.assessor = assessor;
        this.followUps = followUps;
        this.actors = actors;
    }

    @Get("/assessment-templates")
    ListPage<TemplateResource> templates(Principal principal, @Nullable @QueryValue String traineeId) {
        Actor actor = actors.actor(principal);
        boolean english = "en".equals(actor.locale().getLanguage());
        List<AssessmentTemplate> forms =
                traineeId == null ? assessments.templates(actor) : assessments.templates(actor, Ids.path(traineeId));
        return ListPage.whole(
                forms.stream().map(t -> TemplateResource.of(t, english)).toList());
    }

    @Get("/trainees/{traineeId}/assessments")
    ListPage<Row> list(
            Principal principal,
            @PathVariable String traineeId,
            @QueryValue(defaultValue = "0") int page,
            @QueryValue(defaultValue = "50") int size) {
        var list = assessments.list(actors.actor(principal), Ids.path(traineeId), new PageRequest(page, size));
        return new ListPage<>(list.items().stream().map(Row::of).toList(), list.total());
    }

    @Post("/trainees/{traineeId}/assessments")
    @Status(HttpStatus.CREATED)
    Resource create(Principal principal, @PathVariable String traineeId, @Body RequestBody body) {
        Actor actor = actors.actor(principal);
        return Resource.of(assessments.create(actor, Ids.path(traineeId), request(body)));
    }

    @Get("/assessments/{id}")
    Resource get(Principal principal, @PathVariable String id) {
        return Resource.of(assessments.get(actors.actor(principal), Ids.path(id)));
    }

    @Put("/assessments/{id}")
    Resource save(
            Principal principal,
            @PathVariable String id,
            @Body RequestBody body,
            @Nullable @Header("If-Match") String ifMatch) {
        Actor actor = actors.actor(principal);
        return Resource.of(
                assessments.save(actor, Ids.path(id), Versions.required(body.version(), ifMatch), request(body)));
    }

    @Delete("/assessments/{id}")
    @Status(HttpStatus.NO_CONTENT)
    void delete(
            Principal principal,
            @PathVariable String id,
            @Nullable @QueryValue Integer version,
            @Nullable @Header("If-Match") String ifMatch) {
        assessments.delete(actors.actor(principal), Ids.path(id), Versions.required(version, ifMatch));
    }

    @Post("/assessments/{id}/send")
    Resource send(Principal principal, @PathVariable String id, @Nullable @Body ActionBody body) {
        return Resource.of(assessments.send(actors.actor(principal), Ids.path(id), ActionBody.versionOf(body)));
    }

    @Post("/assessments/{id}/sign")
    Resource sign(Principal principal, @PathVariable String id, @Nullable @Body AnswerBody body) {
        AnswerBody answer = body == null ? new AnswerBody(null, null, null, null, null) : body;
        return Resource.of(assessor.sign(
                actors.actor(principal),
                Ids.path(id),
                answer.version(),
                new AssessmentAnswer(
                        answer.answers() == null ? Map.of() : answer.answers(),
                        answer.overall(),
                        answer.doMore(),
                        answer.workOn())));
    }

    @Post("/trainees/{traineeId}/assessment-requests")
    @Status(HttpStatus.CREATED)
    ListPage<Resource> askAll(Principal principal, @PathVariable String traineeId, @Body SeveralBody body) {
        List<Assessor> asked = body.assessors() == null
                ? List.of()
                : body.assessors().stream()
                        .map(one -> assessor(one.assessorId(), one.assessorEmail()))
                        .toList();
        AssessmentRequest request = new AssessmentRequest(
                Texts.required("templateCode", body.templateCode(), 64),
                body.observedOn(),
                null,
                null,
                Texts.codes(body.goalCodes()),
                Texts.codes(body.competences()),
                body.context());
        return ListPage.whole(assessments.askAll(actors.actor(principal), Ids.path(traineeId), request, asked).stream()
                .map(Resource::of)
                .toList());
    }

    @Post("/assessments/{id}/forward")
    Resource forward(Principal principal, @PathVariable String id, @Body ForwardBody body) {
        return Resource.of(assessments.forward(
                actors.actor(principal),
                Ids.path(id),
                body.version(),
                assessor(body.assessorId(), body.assessorEmail()),
                body.note()));
    }

    @Post("/assessments/{id}/ask-again")
    @Status(HttpStatus.CREATED)
    Resource askAgain(Principal principal, @PathVariable String id) {
        return Resource.of(assessments.askAgain(actors.actor(principal), Ids.path(id)));
    }

    @Post("/assessments/{id}/decline")
    Resource decline(Principal principal, @PathVariable String id, @Nullable @Body ActionBody body) {
        return Resource.of(assessor.decline(actors.actor(principal), Ids.path(id), ActionBody.reasonOf(body)));
    }

    @Post("/assessments/{id}/return")
    Resource giveBack(Principal principal, @PathVariable String id, @Nullable @Body ActionBody body) {
        return Resource.of(assessor.giveBack(
                actors.actor(principal), Ids.path(id), ActionBody.versionOf(body), ActionBody.reasonOf(body)));
    }

    @Post("/assessments/{id}/withdraw")
    Resource withdraw(Principal principal, @PathVariable String id, @Nullable @Body ActionBody body) {
        return Resource.of(assessments.withdraw(actors.actor(principal), Ids.path(id), ActionBody.reasonOf(body)));
    }

    @Post("/assessments/{id}/remind")
    Resource remind(Principal principal, @PathVariable String id) {
        return Resource.of(followUps.remind(actors.actor(principal), Ids.path(id)));
    }

    @Post("/assessments/{id}/confirm")
    Resource confirm(Principal principal, @PathVariable String id) {
        return Resource.of(followUps.confirm(actors.actor(principal), Ids.path(id)));
    }

    @Post("/assessments/{id}/report")
    Resource report(Principal principal, @PathVariable String id, @Nullable @Body ActionBody body) {
        return Resource.of(followUps.report(actors.actor(principal), Ids.path(id), ActionBody.reasonOf(body)));
    }

    @Post("/assessments/{id}/void")
    Resource markVoided(Principal principal, @PathVariable String id, @Nullable @Body ActionBody body) {
        return Resource.of(assessor.markVoided(actors.actor(principal), Ids.path(id), ActionBody.reasonOf(body)));
    }

    private static AssessmentRequest request(RequestBody body) {
        String template = body.templateCode();
        if (template == null) {
            throw Problem.field("templateCode", ProblemCode.REQUIRED);
        }
        boolean byEmail = body.assessorId() == null && body.assessorEmail() != null;
        return new AssessmentRequest(
                template,
                body.observedOn(),
                byEmail ? null : Ids.field("assessorId", body.assessorId()),
                byEmail ? body.assessorEmail() : null,
                Texts.codes(body.goalCodes()),
                Texts.codes(body.competences()),
                body.context());
    }

    private static Assessor assessor(@Nullable String id, @Nullable String email) {
        return id == null && email != null ? Assessor.at(email) : Assessor.person(Ids.field("assessorId", id));
    }

    /** What is asked for. */
    @Serdeable
    record RequestBody(
            @Nullable String templateCode,
            @Nullable LocalDate observedOn,
            @Nullable String assessorId,
            @Nullable String assessorEmail,
            @Nullable List<String> goalCodes,
            @Nullable List<String> competences,
            @Nullable String context,
            @Nullable Integer version) {}

    /** The same asked of several, each by account or address. */
    @Serdeable
    record SeveralBody(
            @Nullable String templateCode,
            @Nullable LocalDate observedOn,
            @Nullable List<AssessorBody> assessors,
            @Nullable List<String> goalCodes,
            @Nullable List<String> competences,
            @Nullable String context) {}

    /** One who is asked. */
    @Serdeable
    record AssessorBody(
            @Nullable String assessorId, @Nullable String assessorEmail) {}

    /** Who is asked instead, and why. */
    @Serdeable
    record ForwardBody(
            @Nullable String assessorId,
            @Nullable String assessorEmail,
            @Nullable String note,
            @Nullable Integer version) {}

    /** What the assessor says. */
    @Serdeable
    record AnswerBody(
            @Nullable Map<String, String> answers,
            @Nullable Integer overall,
            @Nullable String doMore,
            @Nullable String workOn,
            @Nullable Integer version) {}

    /**
     * A form as the API answers it.
     *
     * @param clinicId whose form it is; null for those that come with the program
     * @param fields every field of every section
     * @param overall scale of {@code overall}; null where the form has none
     */
    @Serdeable
    record TemplateResource(
            String code,
            String name,
            int version,
            boolean formal,
            List<String> competences,
            List<TemplateField> fields,
            FormKind kind,
            @Nullable String clinicId,
            List<TemplateSection> sections,
            @Nullable OverallScale overall,
            List<Procedure> procedures) {
        static TemplateResource of(AssessmentTemplate t, boolean english) {
            return new TemplateResource(
                    t.code(),
                    english ? t.nameEn() : t.name(),
                    t.version(),
                    t.formal(),
                    t.competences(),
                    t.fields(),
                    t.kind(),
                    Ids.text(t.clinicId()),
                    t.sections(),
                    t.overall(),
                    t.definition().procedures());
        }
    }

    /** An assessment as the API answers it. */
    @Serdeable
    record Resource(
            String id,
            String traineeId,
            String traineeName,
            @Nullable String assessorId,
            String assessorName,
            @Nullable String assessorEmail,
            String templateCode,
            int templateVersion,
            LocalDate observedOn,
            List<String> goalCodes,
            List<String> competences,
            String context,
            Map<String, String> answers,
            @Nullable Integer overall,
            String doMore,
            String workOn,
            RecordState state,
            @Nullable String reason,
            @Nullable Instant sentAt,
            @Nullable Instant signedAt,
            @Nullable SigningMethod signingMethod,
            boolean awaitsConfirmation,
            int version) {
        static Resource of(Assessment a) {
            return new Resource(
                    Long.toString(a.id()),
                    Long.toString(a.programmeId()),
                    a.doctorName(),
                    Ids.text(a.assessorId()),
                    a.assessorName(),
                    a.assessorEmail(),
                    a.template().code(),
                    a.template().version(),
                    a.observedOn(),
                    a.goalCodes(),
                    a.competences(),
                    a.context(),
                    a.answers(),
                    AssessmentAnswer.figure(a.overall()),
                    a.doMore(),
                    a.workOn(),
                    a.state(),
                    a.reason(),
                    ApiTime.instant(a.sentAt()),
                    ApiTime.instant(a.signedAt()),
                    a.signedAt() == null ? null : a.signingMethod(),
                    a.awaitsConfirmation(),
                    a.version());
        }
    }

    /** An assessment in a list. */
    @Serdeable
    record Row(
            String id,
            String traineeId,
            String templateCode,
            @Nullable String assessorId,
            String assessorName,
            LocalDate observedOn,
            List<String> goalCodes,
            @Nullable Integer overall,
            RecordState state,
            @Nullable Instant sentAt,
            @Nullable Instant signedAt) {
        static Row of(AssessmentListItem a) {
            return new Row(
                    Long.toString(a.id()),
                    Long.toString(a.programmeId()),
                    a.templateCode(),
                    Ids.text(a.assessorId()),
                    a.assessorName(),
                    a.observedOn(),
                    Texts.split(a.goalCodes()),
                    a.overall(),
                    a.state(),
                    ApiTime.instant(a.sentAt()),
                    ApiTime.instant(a.signedAt()));
        }
    }
}
