package se.stegen.guideline;

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
import java.math.BigDecimal;
import java.security.Principal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.stegen.access.Actor;
import se.stegen.access.ApiActor;
import se.stegen.common.Ids;
import se.stegen.common.ListPage;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Versions;

/** Guidelines of organisations in versions, and what clinics override, over REST. */
@Controller("/api/v1")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
class GuidelineController {
    private final GuidelineVersionService versions;
    private final GuidelineOverrideService overrides;
    private final ApiActor actors;

    GuidelineController(GuidelineVersionService versions, GuidelineOverrideService overrides, ApiActor actors) {
        this.versions = versions;
        this.overrides = overrides;
        this.actors = actors;
    }

    /** A version as it is written; values by their names, an empty or missing one switches off what it is for. */
    @Serdeable
    record VersionBody(
            @Nullable String name,
            @Nullable String source,
            @Nullable String remark,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable Map<String, String> values,
            @Nullable Integer version) {
        GuidelineVersionData data() {
            Map<GuidelineField, String> typed = new EnumMap<>(GuidelineField.class);
            (values == null ? Map.<String, String>of() : values)
                    .forEach((name, value) -> typed.put(fieldOf(name), value));
            return new GuidelineVersionData(name, source, remark, validFrom, validTo, typed);
        }
    }

    /** A version as it is read. */
    @Serdeable
    record VersionAnswer(
            String id,
            boolean own,
            String name,
            String source,
            @Nullable String remark,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            Map<String, String> values,
            int version) {
        static VersionAnswer of(GuidelineVersion v) {
            return new VersionAnswer(
                    Long.toString(v.id()),
                    v.own(),
                    v.name(),
                    v.source(),
                    v.remark(),
                    v.validFrom(),
                    v.validTo(),
                    named(v.values()),
                    v.version());
        }
    }

    /** An override as it is written. */
    @Serdeable
    record OverrideBody(
            @Nullable String field,
            @Nullable String value,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable String reason) {
        GuidelineOverrideData data() {
            String name = field;
            return new GuidelineOverrideData(
                    name == null || name.isBlank() ? null : fieldOf(name), value, validFrom, validTo, reason);
        }
    }

    /** An override as it is read. */
    @Serdeable
    record OverrideAnswer(
            String id,
            String field,
            @Nullable String value,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String reason,
            String enteredBy,
            int version) {
        static OverrideAnswer of(GuidelineOverride o) {
            return new OverrideAnswer(
                    Long.toString(o.id()),
                    GuidelineField.valueOf(o.field()).apiName(),
                    o.fieldValue(),
                    o.validFrom(),
                    o.validTo(),
                    o.reason(),
                    o.enteredBy(),
                    o.version());
        }
    }

    /** What a clinic is judged by. */
    @Serdeable
    record ClinicAnswer(
            String clinicId,
            LocalDate date,
            @Nullable String guideline,
            Map<String, String> inherited,
            Map<String, String> values,
            List<OverrideAnswer> overrides,
            @Nullable BigDecimal studierektorHours) {
        static ClinicAnswer of(ClinicGuidelineState state) {
            return new ClinicAnswer(
                    Long.toString(state.clinicId()),
                    state.date(),
                    state.guidelineName(),
                    named(state.inherited()),
                    named(state.effective()),
                    state.overrides().stream().map(OverrideAnswer::of).toList(),
                    state.hours());
        }
    }

    /** What a change would do to today's lights. */
    @Serdeable
    record EffectAnswer(LocalDate date, int clinics, List<EffectRow> changes) {
        static EffectAnswer of(GuidelineEffect effect) {
            return new EffectAnswer(
                    effect.date(),
                    effect.clinics(),
                    effect.changes().stream()
                            .map(change -> new EffectRow(
                                    Long.toString(change.clinicId()),
                                    change.clinicName(),
                                    ComplianceController.IndicatorResource.of(change.before()),
                                    ComplianceController.IndicatorResource.of(change.after())))
                            .toList());
        }
    }

    /** A light before and after. */
    @Serdeable
    record EffectRow(
            String clinicId,
            String clinicName,
            ComplianceController.IndicatorResource before,
            ComplianceController.IndicatorResource after) {}

    /** Hours of a studierektor as they are recorded. */
    @Serdeable
    record HoursBody(@Nullable BigDecimal hours, @Nullable LocalDate validFrom) {}

    @Get("/organisations/{id}/guidelines")
    ListPage<VersionAnswer> versions(Principal principal, @PathVariable String id) {
        List<VersionAnswer> items = versions.of(actors.actor(principal), Ids.path(id)).versions().stream()
                .map(VersionAnswer::of)
                .toList();
        return new ListPage<>(items, items.size());
    }

    @Post("/organisations/{id}/guidelines")
    @Status(HttpStatus.CREATED)
    VersionAnswer add(Principal principal, @PathVariable String id, @Body VersionBody body) {
        return VersionAnswer.of(versions.add(actors.actor(principal), Ids.path(id), body.data()));
    }

    @Post("/organisations/{id}/guidelines/preview")
    EffectAnswer preview(Principal principal, @PathVariable String id, @Body VersionBody body) {
        return EffectAnswer.of(versions.preview(actors.actor(principal), Ids.path(id), body.data()));
    }

    @Put("/guidelines/{id}")
    VersionAnswer change(
            Principal principal,
            @PathVariable String id,
            @Body VersionBody body,
            @Nullable @Header("If-Match") String ifMatch) {
        return VersionAnswer.of(versions.change(
                actors.actor(principal), Ids.path(id), Versions.required(body.version(), ifMatch), body.data()));
    }

    @Delete("/guidelines/{id}")
    @Status(HttpStatus.NO_CONTENT)
    void remove(
            Principal principal,
            @PathVariable String id,
            @Nullable @QueryValue Integer version,
            @Nullable @Header("If-Match") String ifMatch) {
        versions.remove(actors.actor(principal), Ids.path(id), Versions.required(version, ifMatch));
    }

    @Get("/clinics/{id}/guideline")
    ClinicAnswer clinic(Principal principal, @PathVariable String id, @Nullable @QueryValue LocalDate date) {
        return ClinicAnswer.of(overrides.of(actors.actor(principal), Ids.path(id), date));
    }

    @Post("/clinics/{id}/guideline/overrides")
    @Status(HttpStatus.CREATED)
    OverrideAnswer override(Principal principal, @PathVariable String id, @Body OverrideBody body) {
        return OverrideAnswer.of(overrides.add(actors.actor(principal), Ids.path(id), body.data()));
    }

    @Post("/clinics/{id}/guideline/preview")
    EffectAnswer previewOverride(Principal principal, @PathVariable String id, @Body OverrideBody body) {
        return EffectAnswer.of(overrides.preview(actors.actor(principal), Ids.path(id), body.data()));
    }

    @Delete("/guideline-overrides/{id}")
    @Status(HttpStatus.NO_CONTENT)
    void end(
            Principal principal,
            @PathVariable String id,
            @Nullable @QueryValue Integer version,
            @Nullable @QueryValue LocalDate lastDay,
            @Nullable @Header("If-Match") String ifMatch) {
        overrides.end(actors.actor(principal), Ids.path(id), Versions.required(version, ifMatch), lastDay);
    }

    @Put("/clinics/{id}/studierektor-hours")
    ClinicAnswer hours(Principal principal, @PathVariable String id, @Body HoursBody body) {
        Actor actor = actors.actor(principal);
        overrides.recordHours(actor, Ids.path(id), body.hours(), body.validFrom());
        return ClinicAnswer.of(overrides.of(actor, Ids.path(id), null));
    }

    private static GuidelineField fieldOf(String name) {
        return GuidelineField.ofApiName(name).orElseThrow(() -> Problem.field(name, ProblemCode.UNKNOWN_CODE, name));
    }

    private static Map<String, String> named(@Nullable GuidelineValues values) {
        Map<String, String> named = new TreeMap<>();
        if (values != null) {
            values.texts().forEach((field, text) -> named.put(field.apiName(), text));
        }
        return named;
    }
}
