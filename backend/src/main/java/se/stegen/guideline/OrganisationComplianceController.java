package se.stegen.guideline;

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
import io.micronaut.serde.annotation.Serdeable;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import se.stegen.access.ApiActor;
import se.stegen.common.Ids;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;

/** The clinics of an organisation against their guidelines over REST. */
@Controller("/api/v1/organisations/{id}/compliance")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
class OrganisationComplianceController {
    private final OrganisationComplianceService compliance;
    private final OrganisationExportService exports;
    private final ApiActor actors;

    OrganisationComplianceController(
            OrganisationComplianceService compliance, OrganisationExportService exports, ApiActor actors) {
        this.compliance = compliance;
        this.exports = exports;
        this.actors = actors;
    }

    /** All clinics below it, and together. */
    @Serdeable
    record Answer(
            String organisationId,
            String name,
            LocalDate date,
            List<ClinicAnswer> clinics,
            List<ComplianceController.IndicatorResource> pooled) {
        static Answer of(OrganisationCompliance o) {
            return new Answer(
                    Long.toString(o.organisationId()),
                    o.organisationName(),
                    o.date(),
                    o.clinics().stream().map(ClinicAnswer::of).toList(),
                    o.pooled().stream()
                            .map(ComplianceController.IndicatorResource::of)
                            .toList());
        }
    }

    /** One clinic. */
    @Serdeable
    record ClinicAnswer(
            String clinicId,
            String name,
            String specialtyGroup,
            List<ComplianceController.IndicatorResource> indicators) {
        static ClinicAnswer of(OrganisationCompliance.Line line) {
            return new ClinicAnswer(
                    Long.toString(line.clinicId()),
                    line.name(),
                    line.group(),
                    line.indicators().stream()
                            .map(ComplianceController.IndicatorResource::of)
                            .toList());
        }
    }

    @Get
    Answer organisation(Principal principal, @PathVariable String id, @Nullable @QueryValue LocalDate date) {
        return Answer.of(compliance.organisation(actors.actor(principal), Ids.path(id), date));
    }

    @Get("/export")
    HttpResponse<byte[]> export(
            Principal principal,
            @PathVariable String id,
            @QueryValue(defaultValue = "xlsx") String format,
            @Nullable @QueryValue LocalDate date,
            @QueryValue(defaultValue = "") String group,
            @QueryValue(defaultValue = "") String q,
            @QueryValue(defaultValue = "all") String show,
            @QueryValue(defaultValue = "name") String sort) {
        OrganisationSelection selection = new OrganisationSelection(
                        group,
                        q,
                        OrganisationSelection.Show.of(show)
                                .orElseThrow(() -> Problem.field("show", ProblemCode.UNKNOWN_CODE, show)),
                        null,
                        false)
                .sorted(sort)
                .orElseThrow(() -> Problem.field("sort", ProblemCode.UNKNOWN_CODE, sort));
        ComplianceFile file = exports.export(
                actors.actor(principal),
                Ids.path(id),
                date,
                selection,
                ComplianceFormat.of(format)
                        .orElseThrow(() -> Problem.field("format", ProblemCode.UNKNOWN_CODE, format)));
        return HttpResponse.ok(file.content())
                .contentType(file.contentType())
                .header("Content-Disposition", "attachment; filename=\"" + file.name() + "\"");
    }
}
