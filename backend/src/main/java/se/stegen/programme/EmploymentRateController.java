package se.stegen.programme;

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
import se.stegen.access.ApiActor;
import se.stegen.common.Ids;
import se.stegen.common.ListPage;
import se.stegen.common.Versions;

/** Employment rates over REST. */
@Controller("/api/v1/trainees/{id}/employment-rates")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
class EmploymentRateController {
    /** A rate as it is written. */
    @Serdeable
    record RateBody(
            @Nullable LocalDate validFrom,
            @Nullable Integer rate,
            @Nullable Integer version) {}

    /** A rate as it is read: from its first day to the next one's. */
    @Serdeable
    record RateAnswer(String id, LocalDate validFrom, int rate, int version) {
        static RateAnswer of(EmploymentRate r) {
            return new RateAnswer(Long.toString(r.id()), r.validFrom(), r.rate(), r.version());
        }
    }

    private final EmploymentRateService rates;
    private final ApiActor actors;

    EmploymentRateController(EmploymentRateService rates, ApiActor actors) {
        this.rates = rates;
        this.actors = actors;
    }

    @Get
    ListPage<RateAnswer> list(Principal principal, @PathVariable String id) {
        return ListPage.whole(rates.list(actors.actor(principal), Ids.path(id)).stream()
                .map(RateAnswer::of)
                .toList());
    }

    @Post
    @Status(HttpStatus.CREATED)
    RateAnswer add(Principal principal, @PathVariable String id, @Body RateBody body) {
        return RateAnswer.of(rates.add(actors.actor(principal), Ids.path(id), body.validFrom(), body.rate()));
    }

    @Put("/{rateId}")
    RateAnswer change(
            Principal principal,
            @PathVariable String id,
            @PathVariable String rateId,
            @Body RateBody body,
            @Nullable @Header("If-Match") String ifMatch) {
        return RateAnswer.of(rates.change(
                actors.actor(principal),
                Ids.path(id),
                Ids.path(rateId),
                Versions.required(body.version(), ifMatch),
                body.validFrom(),
                body.rate()));
    }

    @Delete("/{rateId}")
    @Status(HttpStatus.NO_CONTENT)
    void remove(
            Principal principal,
            @PathVariable String id,
            @PathVariable String rateId,
            @Nullable @QueryValue Integer version,
            @Nullable @Header("If-Match") String ifMatch) {
        rates.remove(actors.actor(principal), Ids.path(id), Ids.path(rateId), Versions.required(version, ifMatch));
    }
}
