package se.stegen.tosign;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import java.security.Principal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import se.stegen.access.Actor;
import se.stegen.access.ApiActor;
import se.stegen.common.ApiTime;
import se.stegen.common.Ids;
import se.stegen.common.ListPage;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.signing.RecordKind;

/** What waits for the caller's signature, over REST. */
@Controller("/api/v1/me/to-sign")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
class ToSignController {
    private final ToSignService toSign;
    private final ApiActor actors;

    ToSignController(ToSignService toSign, ApiActor actors) {
        this.toSign = toSign;
        this.actors = actors;
    }

    @Get
    ListPage<Row> waiting(Principal principal) {
        Actor actor = actors.actor(principal);
        boolean english = "en".equals(actor.locale().getLanguage());
        return ListPage.whole(toSign.waiting(actor).stream()
                .map(item -> Row.of(item, english))
                .toList());
    }

    @Post
    ListPage<OutcomeRow> sign(Principal principal, @Body SignBody body) {
        List<ToSignService.Reference> records = body.records() == null
                ? List.of()
                : body.records().stream().map(ToSignController::reference).toList();
        return ListPage.whole(toSign.sign(actors.actor(principal), records).stream()
                .map(OutcomeRow::of)
                .toList());
    }

    private static ToSignService.Reference reference(ReferenceBody body) {
        RecordKind kind = body.kind();
        if (kind == null) {
            throw Problem.field("kind", ProblemCode.REQUIRED);
        }
        return new ToSignService.Reference(kind, Ids.field("id", body.id()), body.version());
    }

    /** The records to sign, each opened before. */
    @Serdeable
    record SignBody(@Nullable List<ReferenceBody> records) {}

    /** One of them. */
    @Serdeable
    record ReferenceBody(
            @Nullable RecordKind kind,
            @Nullable String id,
            @Nullable Integer version) {}

    /** What waits. */
    @Serdeable
    record Row(
            RecordKind kind,
            String id,
            int version,
            String traineeName,
            @Nullable String title,
            LocalDate date,
            @Nullable Instant sentAt,
            boolean opened,
            boolean answered) {
        static Row of(ToSignItem i, boolean english) {
            return new Row(
                    i.kind(),
                    Long.toString(i.recordId()),
                    i.version(),
                    i.doctorName(),
                    english ? i.titleEn() : i.title(),
                    i.date(),
                    ApiTime.instant(i.sentAt()),
                    i.opened(),
                    i.answered());
        }
    }

    /** What became of one: signed, or the code of the refusal. */
    @Serdeable
    record OutcomeRow(
            RecordKind kind,
            String id,
            boolean signed,
            @Nullable ProblemCode code) {
        static OutcomeRow of(ToSignService.Outcome o) {
            Problem refusal = o.refusal();
            return new OutcomeRow(
                    o.kind(), Long.toString(o.recordId()), refusal == null, refusal == null ? null : refusal.code());
        }
    }
}
