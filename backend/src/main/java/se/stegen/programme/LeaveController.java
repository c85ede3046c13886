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

/** Leaves over REST. */
@Controller("/api/v1/trainees/{id}/leaves")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
class LeaveController {
    /** A leave as it is written. */
    @Serdeable
    record LeaveBody(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Integer extent,
            @Nullable String reason,
            @Nullable Integer version) {
        LeaveData data() {
            return new LeaveData(from, to, extent, reason);
        }
    }

    private final LeaveService leaves;
    private final ApiActor actors;

    LeaveController(LeaveService leaves, ApiActor actors) {
        this.leaves = leaves;
        this.actors = actors;
    }

    @Get
    ListPage<LeaveAnswer> list(Principal principal, @PathVariable String id) {
        return ListPage.whole(leaves.list(actors.actor(principal), Ids.path(id)).stream()
                .map(LeaveAnswer::of)
                .toList());
    }

    @Post
    @Status(HttpStatus.CREATED)
    LeaveAnswer add(Principal principal, @PathVariable String id, @Body LeaveBody body) {
        return LeaveAnswer.of(leaves.add(actors.actor(principal), Ids.path(id), body.data()));
    }

    @Put("/{leaveId}")
    LeaveAnswer change(
            Principal principal,
            @PathVariable String id,
            @PathVariable String leaveId,
            @Body LeaveBody body,
            @Nullable @Header("If-Match") String ifMatch) {
        return LeaveAnswer.of(leaves.change(
                actors.actor(principal),
                Ids.path(id),
                Ids.path(leaveId),
                Versions.required(body.version(), ifMatch),
                body.data()));
    }

    @Delete("/{leaveId}")
    @Status(HttpStatus.NO_CONTENT)
    void remove(
            Principal principal,
            @PathVariable String id,
            @PathVariable String leaveId,
            @Nullable @QueryValue Integer version,
            @Nullable @Header("If-Match") String ifMatch) {
        leaves.remove(actors.actor(principal), Ids.path(id), Ids.path(leaveId), Versions.required(version, ifMatch));
    }
}
