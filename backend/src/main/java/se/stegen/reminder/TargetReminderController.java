package se.stegen.reminder;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import se.stegen.access.ApiActor;
import se.stegen.common.ApiTime;
import se.stegen.common.Ids;
import se.stegen.common.ListPage;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Texts;
import se.stegen.guideline.IndicatorCode;

/** Reminders of targets that are not reached. */
@Controller("/api/v1/clinics/{clinicId}/target-reminders")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
class TargetReminderController {
    private final TargetReminderService reminders;
    private final ApiActor actors;

    TargetReminderController(TargetReminderService reminders, ApiActor actors) {
        this.reminders = reminders;
        this.actors = actors;
    }

    /** Who does not reach the target, and who was reminded when. */
    @Get("/{code}")
    ListPage<Line> missing(Principal principal, @PathVariable String clinicId, @PathVariable String code) {
        return ListPage.whole(reminders.missing(actors.actor(principal), Ids.path(clinicId), indicator(code)).stream()
                .map(Line::of)
                .toList());
    }

    /** Reminds them; without {@code to} the doctors. */
    @Post("/{code}")
    ListPage<Line> remind(
            Principal principal, @PathVariable String clinicId, @PathVariable String code, @Body ReminderBody body) {
        List<String> to = body.to() == null ? List.of("DOCTOR") : Texts.codes(body.to());
        return ListPage.whole(reminders
                .remind(
                        actors.actor(principal),
                        Ids.path(clinicId),
                        indicator(code),
                        Texts.codes(body.traineeIds()).stream()
                                .map(id -> Ids.field("traineeIds", id))
                                .toList(),
                        to.contains("DOCTOR"),
                        to.contains("MAIN_SUPERVISOR"))
                .stream()
                .map(Line::of)
                .toList());
    }

    private static IndicatorCode indicator(String code) {
        return Stream.of(IndicatorCode.values())
                .filter(one -> one.name().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.field("code", ProblemCode.UNKNOWN_CODE, code));
    }

    /**
     * Whom to remind.
     *
     * @param to {@code DOCTOR}, {@code MAIN_SUPERVISOR}
     */
    @Serdeable
    record ReminderBody(
            @Nullable List<@Nullable String> traineeIds,
            @Nullable List<@Nullable String> to) {}

    /** What came of one. */
    @Serdeable
    record Line(
            String traineeId,
            String name,
            @Nullable String mainSupervisor,
            TargetReminder.Outcome outcome,
            boolean toDoctor,
            boolean toMainSupervisor,
            @Nullable String remindedBy,
            @Nullable Instant remindedAt) {
        static Line of(TargetReminder r) {
            return new Line(
                    Long.toString(r.programmeId()),
                    r.doctorName(),
                    r.supervisorName(),
                    r.outcome(),
                    r.toDoctor(),
                    r.toSupervisor(),
                    r.remindedBy(),
                    ApiTime.instant(r.remindedAt()));
        }
    }
}
