package se.stegen.teaching;

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
import java.util.stream.Stream;
import se.stegen.access.ApiActor;
import se.stegen.common.Ids;
import se.stegen.common.ListPage;
import se.stegen.common.PageRequest;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Texts;
import se.stegen.common.Today;
import se.stegen.common.Versions;

/** Teaching and attendance over REST. */
@Controller("/api/v1")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
class TeachingController {
    private final TeachingService sessions;
    private final AttendanceService attendance;
    private final ApiActor actors;
    private final Today today;

    TeachingController(TeachingService sessions, AttendanceService attendance, ApiActor actors, Today today) {
        this.sessions = sessions;
        this.attendance = attendance;
        this.actors = actors;
        this.today = today;
    }

    @Get("/clinics/{clinicId}/teaching")
    ListPage<Line> list(
            Principal principal,
            @PathVariable String clinicId,
            @Nullable @QueryValue LocalDate from,
            @Nullable @QueryValue LocalDate to) {
        LocalDate day = today.date();
        return ListPage.whole(sessions
                .list(
                        actors.actor(principal),
                        Ids.path(clinicId),
                        from == null ? day.minusYears(1) : from,
                        to == null ? day.plusYears(1) : to)
                .stream()
                .map(Line::of)
                .toList());
    }

    @Post("/clinics/{clinicId}/teaching")
    @Status(HttpStatus.CREATED)
    Resource create(Principal principal, @PathVariable String clinicId, @Body SessionBody body) {
        return Resource.of(sessions.create(
                actors.actor(principal),
                Ids.path(clinicId),
                body.data(),
                Texts.codes(body.participantIds()).stream()
                        .map(id -> Ids.field("participantIds", id))
                        .toList()));
    }

    @Post("/clinics/{clinicId}/teaching/series")
    @Status(HttpStatus.CREATED)
    ListPage<Resource> series(Principal principal, @PathVariable String clinicId, @Body SessionBody body) {
        List<LocalDate> except = body.except();
        return ListPage.whole(sessions
                .series(
                        actors.actor(principal),
                        Ids.path(clinicId),
                        body.data(),
                        body.until(),
                        except == null ? List.of() : except)
                .stream()
                .map(Resource::of)
                .toList());
    }

    @Get("/teaching/{id}")
    Resource get(Principal principal, @PathVariable String id) {
        return Resource.of(sessions.get(actors.actor(principal), Ids.path(id)));
    }

    @Put("/teaching/{id}")
    Resource change(
            Principal principal,
            @PathVariable String id,
            @Body SessionBody body,
            @Nullable @Header("If-Match") String ifMatch) {
        return Resource.of(sessions.change(
                actors.actor(principal), Ids.path(id), Versions.required(body.version(), ifMatch), body.data()));
    }

    @Post("/teaching/{id}/cancel")
    Resource cancel(Principal principal, @PathVariable String id, @Body SessionBody body) {
        return Resource.of(sessions.cancel(actors.actor(principal), Ids.path(id), body.version(), body.reason()));
    }

    @Post("/teaching/{id}/code")
    CodeAnswer code(Principal principal, @PathVariable String id) {
        TeachingCode code = attendance.makeCode(actors.actor(principal), Ids.path(id));
        return new CodeAnswer(code.path(), code.expiresAt());
    }

    /** The random part of a code, scanned. */
    @Post("/attendance")
    Resource attend(Principal principal, @Body AttendBody body) {
        return Resource.of(attendance.attend(actors.actor(principal), Texts.required("code", body.code(), 200)));
    }

    @Put("/teaching/{id}/attendance/{personId}")
    Resource note(Principal principal, @PathVariable String id, @PathVariable String personId) {
        return Resource.of(attendance.note(actors.actor(principal), Ids.path(id), Ids.path(personId)));
    }

    @Delete("/teaching/{id}/attendance/{personId}")
    Resource forget(Principal principal, @PathVariable String id, @PathVariable String personId) {
        return Resource.of(attendance.forget(actors.actor(principal), Ids.path(id), Ids.path(personId)));
    }

    @Get("/trainees/{traineeId}/teaching")
    ListPage<Line> attended(
            Principal principal,
            @PathVariable String traineeId,
            @QueryValue(defaultValue = "0") int page,
            @QueryValue(defaultValue = "50") int size) {
        var list = sessions.attended(actors.actor(principal), Ids.path(traineeId), new PageRequest(page, size));
        return new ListPage<>(list.items().stream().map(Line::of).toList(), list.total());
    }

    /** A session as it is written: what is needed depends on the call. */
    @Serdeable
    record SessionBody(
            @Nullable String kind,
            @Nullable LocalDate date,
            @Nullable String title,
            @Nullable LocalTime startsAt,
            @Nullable Integer minutes,
            @Nullable String place,
            @Nullable String leaderId,
            @Nullable String article,
            @Nullable String doi,
            @Nullable List<@Nullable String> participantIds,
            @Nullable LocalDate until,
            @Nullable List<LocalDate> except,
            @Nullable String reason,
            @Nullable Integer version) {
        TeachingData data() {
            String name = kind;
            TeachingKind known = name == null || name.isBlank()
                    ? null
                    : Stream.of(TeachingKind.values())
                            .filter(one -> one.name().equals(name.strip()))
                            .findFirst()
                            .orElseThrow(() -> Problem.field("kind", ProblemCode.UNKNOWN_CODE, name));
            return new TeachingData(
                    known, date, title, startsAt, minutes, place, Ids.optional("leaderId", leaderId), article, doi);
        }
    }

    /** The random part of a code's address. */
    @Serdeable
    record AttendBody(@Nullable String code) {}

    /** A code, as it is answered. */
    @Serdeable
    record CodeAnswer(String path, Instant expiresAt) {}

    /** A session in a list. */
    @Serdeable
    record Line(
            String id,
            String kind,
            LocalDate date,
            @Nullable LocalTime startsAt,
            String place,
            String title,
            @Nullable String leaderName,
            boolean cancelled,
            int attended,
            boolean mine) {
        static Line of(TeachingListItem s) {
            return new Line(
                    Long.toString(s.id()),
                    s.kind().name(),
                    s.date(),
                    s.startsAt(),
                    s.place(),
                    s.title(),
                    s.leaderName(),
                    s.cancelled(),
                    s.attended(),
                    s.mine());
        }
    }

    /** Somebody who was there. */
    @Serdeable
    record Participant(String personId, String name, boolean self) {}

    /** A session, as it is answered. */
    @Serdeable
    record Resource(
            String id,
            String clinicId,
            String kind,
            LocalDate date,
            @Nullable LocalTime startsAt,
            int minutes,
            String place,
            String title,
            @Nullable String leaderId,
            @Nullable String leaderName,
            String article,
            String doi,
            boolean cancelled,
            String cancelReason,
            List<Participant> participants,
            int attended,
            int version) {
        static Resource of(Teaching s) {
            return new Resource(
                    Long.toString(s.id()),
                    Long.toString(s.clinicId()),
                    s.kind().name(),
                    s.date(),
                    s.startsAt(),
                    s.minutes(),
                    s.place(),
                    s.title(),
                    Ids.text(s.leaderId()),
                    s.leaderName(),
                    s.article(),
                    s.doi(),
                    s.cancelled(),
                    s.cancelReason(),
                    s.attendees().stream()
                            .map(a -> new Participant(Long.toString(a.personId()), a.name(), a.self()))
                            .toList(),
                    s.attended(),
                    s.version());
        }
    }
}
