package se.stegen.guideline;

import io.micronaut.core.annotation.Nullable;
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
import se.stegen.instrument.Competence;

/** A clinic against its guideline over REST. */
@Controller("/api/v1")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
class ComplianceController {
    private final ComplianceService compliance;
    private final ApiActor actors;

    ComplianceController(ComplianceService compliance, ApiActor actors) {
        this.compliance = compliance;
        this.actors = actors;
    }

    @Get("/clinics/{id}/compliance")
    Resource clinic(Principal principal, @PathVariable String id, @Nullable @QueryValue LocalDate date) {
        return Resource.of(compliance.clinic(actors.actor(principal), Ids.path(id), date));
    }

    /** A clinic's lights and the doctors behind them. */
    @Serdeable
    record Resource(
            String clinicId,
            LocalDate date,
            @Nullable GuidelineResource guideline,
            List<IndicatorResource> indicators,
            List<TraineeResource> trainees,
            @Nullable DelayResource delay) {
        static Resource of(ClinicCompliance c) {
            String code = c.guidelineCode();
            String name = c.guidelineName();
            return new Resource(
                    Long.toString(c.clinicId()),
                    c.date(),
                    code == null || name == null ? null : new GuidelineResource(code, name),
                    c.indicators().stream().map(IndicatorResource::of).toList(),
                    c.trainees().stream().map(TraineeResource::of).toList(),
                    DelayResource.of(c.delay()));
        }
    }

    /** The profile that holds. */
    @Serdeable
    record GuidelineResource(String code, String name) {}

    /** One light. */
    @Serdeable
    record IndicatorResource(
            IndicatorCode code,
            @Nullable Integer met,
            @Nullable Integer applicable,
            @Nullable Double share,
            LightStatus status,
            @Nullable String value,
            String rule,
            @Nullable Boolean suppressed) {
        static IndicatorResource of(Indicator i) {
            return new IndicatorResource(
                    i.code(),
                    i.met(),
                    i.applicable(),
                    i.share(),
                    i.status(),
                    i.value(),
                    i.rule(),
                    i.suppressed() ? Boolean.TRUE : null);
        }
    }

    /**
     * How soon assessments are signed.
     *
     * @param median days; null with none signed
     * @param within14 share; null with none signed
     * @param open requests sent more than 14 days before the date
     * @param count signed assessments behind it
     */
    @Serdeable
    record DelayResource(@Nullable Double median, @Nullable Double within14, int open, int count) {
        static @Nullable DelayResource of(@Nullable Delay delay) {
            return delay == null
                    ? null
                    : new DelayResource(delay.median(), delay.withinLimit(), delay.open(), delay.count());
        }
    }

    /** A doctor behind the lights. */
    @Serdeable
    record TraineeResource(String traineeId, String name, List<TraineeIndicatorResource> indicators) {
        static TraineeResource of(TraineeCompliance t) {
            return new TraineeResource(
                    Long.toString(t.traineeId()),
                    t.name(),
                    t.indicators().stream()
                            .map(i -> new TraineeIndicatorResource(
                                    i.code(),
                                    i.required(),
                                    i.actual(),
                                    i.met(),
                                    i.code() == IndicatorCode.GENERAL_COMPETENCE ? i.missing() : null))
                            .toList());
        }
    }

    /**
     * One indicator of one doctor.
     *
     * @param missing the general competences that nothing shows; null for other indicators
     */
    @Serdeable
    record TraineeIndicatorResource(
            IndicatorCode code,
            int required,
            int actual,
            boolean met,
            @Nullable List<Competence> missing) {}
}
