package se.stegen.time;

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
import java.time.LocalDate;
import java.util.List;
import se.stegen.access.ApiActor;
import se.stegen.common.Ids;
import se.stegen.common.ListPage;
import se.stegen.common.Versions;
import se.stegen.time.ProgrammeTime.ShiftInWords;

/** Time and credits over REST. */
@Controller("/api/v1/trainees/{id}")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
class TimeController {
    /** How far a programme has come; days and months are of full time. */
    @Serdeable
    record TimeAnswer(
            LocalDate date,
            int plannedMonths,
            int requiredDays,
            int requiredMonths,
            int servedDays,
            int servedMonths,
            int remainingDays,
            int remainingMonths,
            LocalDate nominalEnd,
            @Nullable LocalDate projectedEnd,
            @Nullable String noEnd,
            @Nullable Integer shiftDays,
            List<ShiftAnswer> shifts) {
        static TimeAnswer of(ProgrammeTime t) {
            Endless endless = t.endless();
            return new TimeAnswer(
                    t.date(),
                    t.plannedMonths(),
                    t.requiredDays(),
                    t.requiredMonths(),
                    t.servedDays(),
                    t.servedMonths(),
                    t.remainingDays(),
                    t.remainingMonths(),
                    t.nominalEnd(),
                    t.projectedEnd(),
                    endless == null ? null : endless.name(),
                    t.shiftDays(),
                    t.shifts().stream().map(ShiftAnswer::of).toList());
        }
    }

    /** One reason why the end is another than the nominal one; {@code days} null is what leaves no end. */
    @Serdeable
    record ShiftAnswer(
            String kind,
            @Nullable String id,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Integer percent,
            String text,
            @Nullable Integer days) {
        static ShiftAnswer of(ShiftInWords one) {
            Shift s = one.shift();
            return new ShiftAnswer(
                    s.kind().name(),
                    s.id() == 0 ? null : Long.toString(s.id()),
                    s.from(),
                    s.to(),
                    s.percent() == 0 ? null : s.percent(),
                    one.text(),
                    s.days());
        }
    }

    /** A credit as it is written. */
    @Serdeable
    record CreditBody(
            @Nullable String kind,
            @Nullable Integer months,
            @Nullable Integer days,
            @Nullable String note,
            @Nullable Integer version) {
        CreditData data() {
            return new CreditData(kind, months, days, note);
        }
    }

    /** A credit as it is read. */
    @Serdeable
    record CreditAnswer(String id, String kind, int months, int days, String note, int version) {
        static CreditAnswer of(Credit c) {
            return new CreditAnswer(
                    Long.toString(c.id()), c.kind().name(), c.months(), c.days(), c.note(), c.version());
        }
    }

    private final TimeService time;
    private final CreditService credits;
    private final ApiActor actors;

    TimeController(TimeService time, CreditService credits, ApiActor actors) {
        this.time = time;
        this.credits = credits;
        this.actors = actors;
    }

    @Get("/time")
    TimeAnswer time(Principal principal, @PathVariable String id, @Nullable @QueryValue LocalDate date) {
        return TimeAnswer.of(time.get(actors.actor(principal), Ids.path(id), date));
    }

    @Get("/credits")
    ListPage<CreditAnswer> credits(Principal principal, @PathVariable String id) {
        return ListPage.whole(credits.list(actors.actor(principal), Ids.path(id)).stream()
                .map(CreditAnswer::of)
                .toList());
    }

    @Post("/credits")
    @Status(HttpStatus.CREATED)
    CreditAnswer addCredit(Principal principal, @PathVariable String id, @Body CreditBody body) {
        return CreditAnswer.of(credits.add(actors.actor(principal), Ids.path(id), body.data()));
    }

    @Put("/credits/{creditId}")
    CreditAnswer changeCredit(
            Principal principal,
            @PathVariable String id,
            @PathVariable String creditId,
            @Body CreditBody body,
            @Nullable @Header("If-Match") String ifMatch) {
        return CreditAnswer.of(credits.change(
                actors.actor(principal),
                Ids.path(id),
                Ids.path(creditId),
                Versions.required(body.version(), ifMatch),
                body.data()));
    }

    @Delete("/credits/{creditId}")
    @Status(HttpStatus.NO_CONTENT)
    void removeCredit(
            Principal principal,
            @PathVariable String id,
            @PathVariable String creditId,
            @Nullable @QueryValue Integer version,
            @Nullable @Header("If-Match") String ifMatch) {
        credits.remove(actors.actor(principal), Ids.path(id), Ids.path(creditId), Versions.required(version, ifMatch));
    }
}
