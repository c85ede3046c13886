package se.stegen.meeting;

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
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import se.stegen.access.ApiActor;
import se.stegen.common.ApiTime;
import se.stegen.common.Ids;
import se.stegen.common.ListPage;
import se.stegen.common.PageRequest;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Versions;

/** Meetings over REST. */
@Controller("/api/v1")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
class MeetingController {
    private final MeetingService meetings;
    private final MeetingClosingService closings;
    private final MeetingTemplateService templates;
    private final ApiActor actors;

    MeetingController(
            MeetingService meetings,
            MeetingClosingService closings,
            MeetingTemplateService templates,
            ApiActor actors) {
        this.meetings = meetings;
        this.closings = closings;
        this.templates = templates;
        this.actors = actors;
    }

    @Get("/trainees/{traineeId}/meetings")
    ListPage<Line> list(
            Principal principal,
            @PathVariable String traineeId,
            @QueryValue(defaultValue = "0") int page,
            @QueryValue(defaultValue = "50") int size) {
        var list = meetings.list(actors.actor(principal), Ids.path(traineeId), new PageRequest(page, size));
        return new ListPage<>(list.items().stream().map(Line::of).toList(), list.total());
    }

    @Post("/trainees/{traineeId}/meetings")
    @Status(HttpStatus.CREATED)
    Resource create(Principal principal, @PathVariable String traineeId, @Body MeetingBody body) {
        var actor = actors.actor(principal);
        long programme = Ids.path(traineeId);
        MeetingKind kind = kind(body.kind());
        return Resource.of(
                Boolean.TRUE.equals(body.planned())
                        ? meetings.plan(actor, programme, kind, body.plan())
                        : closings.record(actor, programme, kind, body.date(), body.summary(), body.agreed()));
    }

    @Get("/meetings/{id}")
    Resource get(Principal principal, @PathVariable String id) {
        return Resource.of(meetings.get(actors.actor(principal), Ids.path(id)));
    }

    @Delete("/meetings/{id}")
    @Status(HttpStatus.NO_CONTENT)
    void delete(
            Principal principal,
            @PathVariable String id,
            @Nullable @QueryValue Integer version,
            @Nullable @Header("If-Match") String ifMatch) {
        meetings.delete(actors.actor(principal), Ids.path(id), Versions.required(version, ifMatch));
    }

    @Post("/meetings/{id}/move")
    Resource move(
            Principal principal,
            @PathVariable String id,
            @Body MeetingBody body,
            @Nullable @Header("If-Match") String ifMatch) {
        return Resource.of(meetings.move(
                actors.actor(principal),
                Ids.path(id),
                Versions.required(body.version(), ifMatch),
                body.plan(),
                body.reason()));
    }

    @Post("/meetings/{id}/cancel")
    Resource cancel(Principal principal, @PathVariable String id, @Body MeetingBody body) {
        return Resource.of(meetings.cancel(actors.actor(principal), Ids.path(id), body.version(), body.reason()));
    }

    @Put("/meetings/{id}/preparation")
    Resource prepare(Principal principal, @PathVariable String id, @Body PreparationBody body) {
        return Resource.of(meetings.prepare(
                actors.actor(principal),
                Ids.path(id),
                body.version(),
                texts(body.answers()),
                Boolean.TRUE.equals(body.share())));
    }

    @Post("/meetings/{id}/close")
    Resource close(Principal principal, @PathVariable String id, @Body MeetingBody body) {
        return Resource.of(closings.close(
                actors.actor(principal), Ids.path(id), body.version(), body.date(), body.summary(), body.agreed()));
    }

    /** What is written before it is closed; {@code version} is the draft's, none for the first. */
    @Put("/meetings/{id}/closing")
    Resource keep(Principal principal, @PathVariable String id, @Body MeetingBody body) {
        return Resource.of(closings.keep(
                actors.actor(principal), Ids.path(id), body.version(), body.date(), body.summary(), body.agreed()));
    }

    @Post("/meetings/{id}/void")
    Resource voidMeeting(Principal principal, @PathVariable String id, @Body MeetingBody body) {
        return Resource.of(closings.markVoided(actors.actor(principal), Ids.path(id), body.version(), body.reason()));
    }

    @Post("/meetings/{id}/additions")
    Resource add(Principal principal, @PathVariable String id, @Body AdditionBody body) {
        return Resource.of(closings.add(actors.actor(principal), Ids.path(id), body.text()));
    }

    @Get("/clinics/{clinicId}/meeting-questions/{kind}")
    ListPage<MeetingQuestion> questions(Principal principal, @PathVariable String clinicId, @PathVariable String kind) {
        return ListPage.whole(templates.questions(actors.actor(principal), Ids.path(clinicId), kind(kind)));
    }

    @Put("/clinics/{clinicId}/meeting-questions/{kind}")
    ListPage<MeetingQuestion> saveQuestions(
            Principal principal, @PathVariable String clinicId, @PathVariable String kind, @Body QuestionsBody body) {
        return ListPage.whole(
                templates.save(actors.actor(principal), Ids.path(clinicId), kind(kind), texts(body.questions())));
    }

    private static MeetingKind kind(@Nullable String kind) {
        if (kind == null || kind.isBlank()) {
            throw Problem.field("kind", ProblemCode.REQUIRED);
        }
        return Stream.of(MeetingKind.values())
                .filter(one -> one.name().equals(kind.strip()))
                .findFirst()
                .orElseThrow(() -> Problem.field("kind", ProblemCode.UNKNOWN_CODE, kind));
    }

    private static List<String> texts(@Nullable List<@Nullable String> texts) {
        return texts == null
                ? List.of()
                : texts.stream().map(text -> text == null ? "" : text).toList();
    }

    /** A meeting as it is written: what is needed depends on the call. */
    @Serdeable
    record MeetingBody(
            @Nullable String kind,
            @Nullable LocalDate date,
            @Nullable LocalTime startsAt,
            @Nullable Integer minutes,
            @Nullable String place,
            @Nullable Boolean planned,
            @Nullable String summary,
            @Nullable List<AgreementBody> agreements,
            @Nullable String reason,
            @Nullable Integer version) {
        MeetingPlan plan() {
            return new MeetingPlan(date, startsAt, minutes, place);
        }

        List<Agreement> agreed() {
            List<AgreementBody> given = agreements;
            return given == null
                    ? List.of()
                    : given.stream()
                            .map(one -> new Agreement(Objects.requireNonNullElse(one.text(), ""), one.due()))
                            .toList();
        }
    }

    /** What was agreed, as it is written. */
    @Serdeable
    record AgreementBody(@Nullable String text, @Nullable LocalDate due) {}

    /** What one side writes before. */
    @Serdeable
    record PreparationBody(
            @Nullable List<@Nullable String> answers,
            @Nullable Boolean share,
            @Nullable Integer version) {}

    /** What is added afterwards. */
    @Serdeable
    record AdditionBody(@Nullable String text) {}

    /** A clinic's own questions. */
    @Serdeable
    record QuestionsBody(@Nullable List<@Nullable String> questions) {}

    /** A meeting in a list. */
    @Serdeable
    record Line(
            String id,
            String kind,
            LocalDate date,
            @Nullable LocalTime startsAt,
            String state,
            @Nullable String holderName) {
        static Line of(MeetingListItem m) {
            return new Line(
                    Long.toString(m.id()),
                    m.kind().name(),
                    m.date(),
                    m.startsAt(),
                    m.state().name(),
                    m.holderName());
        }
    }

    /** What one side wrote, as it is answered. */
    @Serdeable
    record PreparationAnswer(String personId, String personName, List<String> answers, boolean shared, int version) {}

    /** An addition, as it is answered. */
    @Serdeable
    record AdditionAnswer(String text, String addedBy, Instant addedAt) {}

    /** A move or cancellation, as it is answered. */
    @Serdeable
    record ChangeAnswer(LocalDate wasOn, @Nullable LocalDate movedTo, String reason, String changedBy) {}

    /** What is written before it is closed, as it is answered. */
    @Serdeable
    record ClosingAnswer(@Nullable LocalDate date, String summary, List<Agreement> agreements, int version) {}

    /** A meeting, as it is answered. */
    @Serdeable
    record Resource(
            String id,
            String traineeId,
            String kind,
            String state,
            LocalDate date,
            @Nullable LocalTime startsAt,
            int minutes,
            String place,
            @Nullable String holderId,
            @Nullable String holderName,
            @Nullable String summary,
            List<Agreement> agreements,
            List<AdditionAnswer> additions,
            List<ChangeAnswer> changes,
            List<MeetingQuestion> questions,
            List<PreparationAnswer> preparations,
            @Nullable Instant closedAt,
            @Nullable ClosingAnswer closing,
            int version) {
        static Resource of(Meeting m) {
            MeetingClosing closing = m.closing();
            return new Resource(
                    Long.toString(m.id()),
                    Long.toString(m.programmeId()),
                    m.kind().name(),
                    m.state().name(),
                    m.date(),
                    m.startsAt(),
                    m.minutes(),
                    m.place(),
                    Ids.text(m.holderId()),
                    m.holderName(),
                    m.summary(),
                    m.agreements(),
                    m.additions().stream()
                            .map(a -> new AdditionAnswer(
                                    a.text(), a.addedByName(), Objects.requireNonNull(ApiTime.instant(a.addedAt()))))
                            .toList(),
                    m.changes().stream()
                            .map(c -> new ChangeAnswer(c.wasOn(), c.movedTo(), c.reason(), c.changedByName()))
                            .toList(),
                    m.questions(),
                    m.preparations().stream()
                            .map(p -> new PreparationAnswer(
                                    Long.toString(p.personId()),
                                    p.personName(),
                                    p.answers(),
                                    p.sharedAt() != null,
                                    p.version()))
                            .toList(),
                    ApiTime.instant(m.closedAt()),
                    closing == null
                            ? null
                            : new ClosingAnswer(
                                    closing.date(), closing.summary(), closing.agreements(), closing.version()),
                    m.version());
        }
    }
}
