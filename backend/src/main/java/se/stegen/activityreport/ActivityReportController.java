package se.stegen.activityreport;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.security.Principal;
import se.stegen.access.ApiActor;
import se.stegen.common.Ids;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;

/** The yearly report of an organisation over REST. */
@Controller("/api/v1/organisations/{id}/activity-report")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
class ActivityReportController {
    private final ActivityReportService reports;
    private final ApiActor actors;

    ActivityReportController(ActivityReportService reports, ApiActor actors) {
        this.reports = reports;
        this.actors = actors;
    }

    @Get
    HttpResponse<byte[]> draft(
            Principal principal,
            @PathVariable String id,
            @Nullable @QueryValue Integer year,
            @QueryValue(defaultValue = "docx") String format) {
        ActivityReportFile file = reports.draft(
                actors.actor(principal),
                Ids.path(id),
                year,
                ActivityReportFormat.of(format)
                        .orElseThrow(() -> Problem.field("format", ProblemCode.UNKNOWN_CODE, format)));
        return HttpResponse.ok(file.content())
                .contentType(file.contentType())
                .header("Content-Disposition", "attachment; filename=\"" + file.name() + "\"");
    }
}
