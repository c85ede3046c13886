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
import java.util.Arrays;
import java.util.List;
import se.stegen.access.ApiActor;
import se.stegen.common.Ids;
import se.stegen.common.ListPage;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;

/** A clinic's trend, who will fall short, and its figures as a file, over REST. */
@Controller("/api/v1/clinics/{id}/compliance")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
class OutlookController {
    private final OutlookService outlook;
    private final ComplianceExportService exports;
    private final ApiActor actors;

    OutlookController(OutlookService outlook, ComplianceExportService exports, ApiActor actors) {
        this.outlook = outlook;
        this.exports = exports;
        this.actors = actors;
    }

    /** An indicator over time. */
    @Serdeable
    record TrendAnswer(IndicatorCode code, List<PointAnswer> points) {}

    /** A light on a day. */
    @Serdeable
    record PointAnswer(
            LocalDate date,
            @Nullable Integer met,
            @Nullable Integer applicable,
            @Nullable Double share,
            LightStatus status,
            @Nullable String value,
            @Nullable Boolean suppressed) {
        static PointAnswer of(TrendPoint point) {
            Indicator light = point.light();
            return new PointAnswer(
                    point.date(),
                    light.met(),
                    light.applicable(),
                    light.share(),
                    light.status(),
                    light.value(),
                    light.suppressed() ? Boolean.TRUE : null);
        }
    }

    /** A doctor who will fall short. */
    @Serdeable
    record ShortfallAnswer(
            String traineeId,
            String name,
            IndicatorCode code,
            LocalDate fallsOn,
            int required,
            int actual,
            int booked,
            boolean enough) {
        static ShortfallAnswer of(Shortfall s) {
            return new ShortfallAnswer(
                    Long.toString(s.traineeId()),
                    s.name(),
                    s.code(),
                    s.fallsOn(),
                    s.required(),
                    s.actual(),
                    s.booked(),
                    s.enough());
        }
    }

    @Get("/trend")
    ListPage<TrendAnswer> trend(
            Principal principal,
            @PathVariable String id,
            @Nullable @QueryValue String code,
            @Nullable @QueryValue Integer months) {
        var trend = outlook.trend(actors.actor(principal), Ids.path(id), code(code), months);
        List<TrendAnswer> items = Arrays.stream(IndicatorCode.values())
                .filter(trend::containsKey)
                .map(one -> new TrendAnswer(
                        one,
                        trend.getOrDefault(one, List.of()).stream()
                                .map(PointAnswer::of)
                                .toList()))
                .toList();
        return new ListPage<>(items, items.size());
    }

    @Get("/forecast")
    ListPage<ShortfallAnswer> forecast(
            Principal principal, @PathVariable String id, @Nullable @QueryValue Integer days) {
        List<ShortfallAnswer> items = outlook.shortfalls(actors.actor(principal), Ids.path(id), days).stream()
                .map(ShortfallAnswer::of)
                .toList();
        return new ListPage<>(items, items.size());
    }

    @Get("/export")
    HttpResponse<byte[]> export(
            Principal principal,
            @PathVariable String id,
            @QueryValue(defaultValue = "xlsx") String format,
            @Nullable @QueryValue LocalDate date) {
        ComplianceFile file = exports.export(
                actors.actor(principal),
                Ids.path(id),
                date,
                ComplianceFormat.of(format)
                        .orElseThrow(() -> Problem.field("format", ProblemCode.UNKNOWN_CODE, format)));
        return HttpResponse.ok(file.content())
                .contentType(file.contentType())
                .header("Content-Disposition", "attachment; filename=\"" + file.name() + "\"");
    }

    private static @Nullable IndicatorCode code(@Nullable String name) {
        return name == null
                ? null
                : Arrays.stream(IndicatorCode.values())
                        .filter(one -> one.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> Problem.field("code", ProblemCode.UNKNOWN_CODE, name));
    }
}
