package se.stegen.report;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import se.stegen.access.ApiActor;
import se.stegen.common.ApiTime;
import se.stegen.common.Ids;
import se.stegen.common.ListPage;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Versions;
import se.stegen.signing.ActionBody;

/** Yearly and supervisors' reports over REST. */
@Controller("/api/v1")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
class ReportController {
    private final ReportService reports;
    private final ApiActor actors;

    ReportController(ReportService reports, ApiActor actors) {
        this.reports = reports;
        this.actors = actors;
    }

    @Get("/trainees/{traineeId}/annual-reports")
    ListPage<Line> list(Principal principal, @PathVariable String traineeId) {
        return ListPage.whole(reports.list(actors.actor(principal), Ids.path(traineeId)).stream()
                .map(Line::of)
                .toList());
    }

    @Post("/trainees/{traineeId}/annual-reports")
    @Status(HttpStatus.CREATED)
    Resource draft(Principal principal, @PathVariable String traineeId) {
        return Resource.of(reports.draft(actors.actor(principal), Ids.path(traineeId)));
    }

    @Get("/annual-reports/{id}")
    Resource get(Principal principal, @PathVariable String id) {
        return Resource.of(reports.get(actors.actor(principal), Ids.path(id)));
    }

    /** The same to print. */
    @Get("/annual-reports/{id}/pdf")
    @Produces({MediaType.APPLICATION_PDF, MediaType.APPLICATION_JSON})
    HttpResponse<byte[]> pdf(Principal principal, @PathVariable String id) {
        byte[] pdf = reports.pdf(actors.actor(principal), Ids.path(id));
        return HttpResponse.ok(pdf)
                .contentType(MediaType.APPLICATION_PDF_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"arsrapport-" + Ids.path(id) + ".pdf\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    @Put("/annual-reports/{id}")
    Resource save(
            Principal principal,
            @PathVariable String id,
            @Body WordsBody body,
            @Nullable @Header("If-Match") String ifMatch) {
        return Resource.of(reports.save(
                actors.actor(principal), Ids.path(id), Versions.required(body.version(), ifMatch), body.bySection()));
    }

    @Post("/annual-reports/{id}/renew")
    Resource renew(
            Principal principal,
            @PathVariable String id,
            @Nullable @Body ActionBody body,
            @Nullable @Header("If-Match") String ifMatch) {
        return Resource.of(reports.renew(
                actors.actor(principal), Ids.path(id), Versions.required(ActionBody.versionOf(body), ifMatch)));
    }

    @Post("/annual-reports/{id}/send")
    Resource send(Principal principal, @PathVariable String id, @Nullable @Body ActionBody body) {
        return Resource.of(reports.send(actors.actor(principal), Ids.path(id), ActionBody.versionOf(body)));
    }

    @Delete("/annual-reports/{id}")
    @Status(HttpStatus.NO_CONTENT)
    void delete(
            Principal principal,
            @PathVariable String id,
            @Nullable @QueryValue Integer version,
            @Nullable @Header("If-Match") String ifMatch) {
        reports.delete(actors.actor(principal), Ids.path(id), Versions.required(version, ifMatch));
    }

    @Put("/annual-reports/{id}/supervisor-report")
    Resource comment(Principal principal, @PathVariable String id, @Body CommentBody body) {
        return Resource.of(reports.comment(
                actors.actor(principal),
                Ids.path(id),
                body.version(),
                new SupervisorReportData(body.progress(), body.strengths(), body.development(), body.needs())));
    }

    @Post("/annual-reports/{id}/supervisor-report/send")
    Resource sendComment(Principal principal, @PathVariable String id, @Nullable @Body ActionBody body) {
        return Resource.of(reports.sendComment(actors.actor(principal), Ids.path(id), ActionBody.versionOf(body)));
    }

    @Post("/annual-reports/{id}/read")
    Resource markRead(Principal principal, @PathVariable String id) {
        return Resource.of(reports.markRead(actors.actor(principal), Ids.path(id)));
    }

    /** The doctor's words by section. */
    @Serdeable
    record WordsBody(
            @Nullable Map<String, String> words, @Nullable Integer version) {
        Map<ReportSection, String> bySection() {
            Map<ReportSection, String> known = new EnumMap<>(ReportSection.class);
            Map<String, String> given = words;
            if (given != null) {
                given.forEach((section, text) -> known.put(section(section), text));
            }
            return known;
        }

        private static ReportSection section(String name) {
            return Stream.of(ReportSection.values())
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> Problem.field("words", ProblemCode.UNKNOWN_CODE, name));
        }
    }

    /** The supervisor's report as it is written. */
    @Serdeable
    record CommentBody(
            @Nullable String progress,
            @Nullable String strengths,
            @Nullable String development,
            @Nullable String needs,
            @Nullable Integer version) {}

    /** A report in a list. */
    @Serdeable
    record Line(
            String id,
            LocalDate from,
            LocalDate to,
            String state,
            @Nullable Instant sentAt,
            @Nullable Instant commentedAt) {
        static Line of(ReportListItem r) {
            return new Line(
                    Long.toString(r.id()),
                    r.fromDay(),
                    r.toDay(),
                    r.state().name(),
                    ApiTime.instant(r.sentAt()),
                    ApiTime.instant(r.commentedAt()));
        }
    }

    /** The supervisor's report, as it is answered. */
    @Serdeable
    record CommentAnswer(
            String authorName,
            String state,
            String progress,
            String strengths,
            String development,
            String needs,
            @Nullable Instant sentAt,
            @Nullable String readBy,
            int version) {}

    /** A report, as it is answered. */
    @Serdeable
    record Resource(
            String id,
            String traineeId,
            LocalDate from,
            LocalDate to,
            String state,
            List<ReportLine> facts,
            Map<String, String> words,
            @Nullable Instant sentAt,
            @Nullable CommentAnswer supervisorReport,
            int version) {
        static Resource of(AnnualReport r) {
            Map<String, String> words = new TreeMap<>();
            r.words().forEach((section, text) -> words.put(section.name(), text));
            SupervisorReport s = r.supervisor();
            return new Resource(
                    Long.toString(r.id()),
                    Long.toString(r.programmeId()),
                    r.from(),
                    r.to(),
                    r.state().name(),
                    r.facts(),
                    words,
                    ApiTime.instant(r.sentAt()),
                    s == null
                            ? null
                            : new CommentAnswer(
                                    s.authorName(),
                                    s.state().name(),
                                    s.progress(),
                                    s.strengths(),
                                    s.development(),
                                    s.needs(),
                                    ApiTime.instant(s.sentAt()),
                                    s.readByName(),
                                    s.version()),
                    r.version());
        }
    }
}
