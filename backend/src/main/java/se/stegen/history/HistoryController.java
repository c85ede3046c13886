package se.stegen.history;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import se.stegen.access.ApiActor;
import se.stegen.common.ApiTime;
import se.stegen.common.Ids;
import se.stegen.common.ListPage;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Texts;
import se.stegen.signing.ActionBody;

/** Records kept elsewhere (Överfört) over REST. */
@Controller("/api/v1")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
class HistoryController {
    private final HistoryService history;
    private final HistoryBatchService batches;
    private final ApiActor actors;

    HistoryController(HistoryService history, HistoryBatchService batches, ApiActor actors) {
        this.history = history;
        this.batches = batches;
        this.actors = actors;
    }

    /** What was brought into a portfolio, with what was taken back since. */
    @Get("/trainees/{traineeId}/history")
    ListPage<Resource> list(Principal principal, @PathVariable String traineeId) {
        return ListPage.whole(history.list(actors.actor(principal), Ids.path(traineeId)).stream()
                .map(Resource::of)
                .toList());
    }

    /** Brings records in, all or nothing. */
    @Post("/trainees/{traineeId}/history")
    TransferResult bring(Principal principal, @PathVariable String traineeId, @Body HistoryBody body) {
        return history.bring(actors.actor(principal), Ids.path(traineeId), body.origin(), body.data());
    }

    /** Takes one record back. */
    @Post("/history/{id}/void")
    Resource voidRecord(Principal principal, @PathVariable String id, @Nullable @Body ActionBody body) {
        return Resource.of(history.voidRecord(actors.actor(principal), Ids.path(id), ActionBody.reasonOf(body)));
    }

    /** The times that records were brought in at a clinic. */
    @Get("/clinics/{clinicId}/history")
    ListPage<Batch> batches(Principal principal, @PathVariable String clinicId) {
        return ListPage.whole(batches.ofClinic(actors.actor(principal), Ids.path(clinicId)).stream()
                .map(Batch::of)
                .toList());
    }

    /** Takes back what was brought in at one time. */
    @Post("/history-batches/{id}/void")
    Voided voidBatch(Principal principal, @PathVariable String id, @Nullable @Body ActionBody body) {
        return new Voided(batches.voidBatch(actors.actor(principal), Ids.path(id), ActionBody.reasonOf(body)));
    }

    /** Attaches the scanned pages (PDF, JPEG, PNG) that a doctor's records were read from. */
    @Post("/history-batches/{id}/trainees/{traineeId}/sources")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Status(HttpStatus.CREATED)
    Source attach(
            Principal principal,
            @PathVariable String id,
            @PathVariable String traineeId,
            @Part("file") CompletedFileUpload file)
            throws IOException {
        return Source.of(batches.attach(
                actors.actor(principal), Ids.path(id), Ids.path(traineeId), file.getFilename(), file.getBytes()));
    }

    /** The scanned pages of a portfolio. */
    @Get("/trainees/{traineeId}/history-sources")
    ListPage<Source> sources(Principal principal, @PathVariable String traineeId) {
        return ListPage.whole(batches.sources(actors.actor(principal), Ids.path(traineeId)).stream()
                .map(Source::of)
                .toList());
    }

    /** Scanned pages, to be kept as a file: a browser opens none of it as a page of this program. */
    @Get("/history-sources/{id}/content")
    HttpResponse<byte[]> content(Principal principal, @PathVariable String id) {
        TransferSource.Content content = batches.open(actors.actor(principal), Ids.path(id));
        String name = URLEncoder.encode(content.source().fileName(), StandardCharsets.UTF_8)
                .replace("+", "%20");
        return HttpResponse.ok(content.bytes())
                .contentType(content.source().contentType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename*=UTF-8''" + name)
                .header("X-Content-Type-Options", "nosniff");
    }

    /** Records as they are brought in. */
    @Serdeable
    record HistoryBody(
            @Nullable List<@Nullable RecordBody> records,
            @Nullable String origin) {
        List<TransferredData> data() {
            if (records == null) {
                throw Problem.field("records", ProblemCode.REQUIRED);
            }
            return records.stream()
                    .map(one -> Objects.requireNonNullElseGet(
                            one, () -> new RecordBody(null, null, null, null, null, null, null)))
                    .map(RecordBody::data)
                    .toList();
        }
    }

    /** One record as it is brought in. */
    @Serdeable
    record RecordBody(
            @Nullable String kind,
            @Nullable LocalDate date,
            @Nullable String signedBy,
            @Nullable String templateCode,
            @Nullable List<@Nullable String> goalCodes,
            @Nullable BigDecimal hours,
            @Nullable String note) {
        TransferredData data() {
            return new TransferredData(kind, date, signedBy, templateCode, Texts.codes(goalCodes), hours, note);
        }
    }

    /** A record as it is answered. */
    @Serdeable
    record Resource(
            String id,
            String batchId,
            String traineeId,
            TransferredKind kind,
            LocalDate date,
            String signedBy,
            @Nullable String templateCode,
            List<String> goalCodes,
            @Nullable BigDecimal hours,
            String note,
            String asWritten,
            boolean transferred,
            String state,
            String origin,
            String broughtBy,
            @Nullable Instant broughtAt,
            @Nullable String voidedBy,
            @Nullable Instant voidedAt,
            @Nullable String voidReason) {
        static Resource of(TransferredRecord r) {
            return new Resource(
                    Long.toString(r.id()),
                    Long.toString(r.batchId()),
                    Long.toString(r.programmeId()),
                    r.kind(),
                    r.date(),
                    r.signedBy(),
                    r.templateCode(),
                    Texts.split(r.goalCodes()),
                    r.hours(),
                    r.note(),
                    r.asWritten(),
                    true,
                    r.counts() ? "TRANSFERRED" : "VOIDED",
                    r.origin(),
                    r.broughtBy(),
                    ApiTime.instant(r.broughtAt()),
                    r.voidedBy(),
                    ApiTime.instant(r.voidedAt()),
                    r.voidReason());
        }
    }

    /** A time that records were brought in, as it is answered. */
    @Serdeable
    record Batch(
            String id,
            @Nullable String traineeId,
            String origin,
            String fileName,
            int records,
            int skipped,
            int voided,
            String broughtBy,
            @Nullable Instant broughtAt) {
        static Batch of(TransferBatch b) {
            return new Batch(
                    Long.toString(b.id()),
                    Ids.text(b.programmeId()),
                    b.origin(),
                    b.fileName(),
                    b.recordCount(),
                    b.skippedCount(),
                    b.voidedCount(),
                    b.broughtBy(),
                    ApiTime.instant(b.broughtAt()));
        }
    }

    /** How many records were taken back. */
    @Serdeable
    record Voided(int voided) {}

    /** Scanned pages, as they are answered. */
    @Serdeable
    record Source(
            String id,
            String batchId,
            String traineeId,
            String fileName,
            String contentType,
            int size,
            String sha256,
            String addedBy,
            @Nullable Instant addedAt) {
        static Source of(TransferSource s) {
            return new Source(
                    Long.toString(s.id()),
                    Long.toString(s.batchId()),
                    Long.toString(s.programmeId()),
                    s.fileName(),
                    s.contentType(),
                    s.size(),
                    s.sha256(),
                    s.addedBy(),
                    ApiTime.instant(s.addedAt()));
        }
    }
}
