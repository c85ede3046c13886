package se.stegen.reminder;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import java.security.Principal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import se.stegen.access.ApiActor;
import se.stegen.common.ApiTime;
import se.stegen.common.Ids;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;

/** One's own reminders, and what has waited long at a clinic. */
@Controller("/api/v1")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
class ReminderController {
    private final ReminderService reminders;
    private final EscalationService escalations;
    private final ApiActor actors;

    ReminderController(ReminderService reminders, EscalationService escalations, ApiActor actors) {
        this.reminders = reminders;
        this.escalations = escalations;
        this.actors = actors;
    }

    @Get("/me/reminders")
    Settings get(Principal principal) {
        return Settings.of(reminders.settings(actors.actor(principal)));
    }

    @Put("/me/reminders")
    Settings save(Principal principal, @Body Settings body) {
        reminders.save(actors.actor(principal), body.settings());
        return Settings.of(reminders.settings(actors.actor(principal)));
    }

    @Get("/clinics/{clinicId}/waiting-long")
    WaitingLong waiting(Principal principal, @PathVariable String clinicId) {
        Escalation escalation = escalations.ofClinic(actors.actor(principal), Ids.path(clinicId));
        return new WaitingLong(
                escalation.days(), escalation.items().stream().map(Item::of).toList());
    }

    /** Choices as the API reads and answers them. */
    @Serdeable
    record Settings(
            @Nullable Boolean on,
            @Nullable DayOfWeek weekday,
            @Nullable Boolean toSign,
            @Nullable Boolean plan,
            @Nullable Boolean meetings,
            @Nullable Boolean clinic) {
        static Settings of(ReminderSettings s) {
            return new Settings(s.on(), s.weekday(), s.toSign(), s.plan(), s.meetings(), s.clinic());
        }

        ReminderSettings settings() {
            return new ReminderSettings(
                    required("on", on),
                    required("weekday", weekday),
                    required("toSign", toSign),
                    required("plan", plan),
                    required("meetings", meetings),
                    required("clinic", clinic));
        }

        private static <T> T required(String field, @Nullable T value) {
            if (value == null) {
                throw Problem.field(field, ProblemCode.REQUIRED);
            }
            return value;
        }
    }

    /** What has waited longer than so many days. */
    @Serdeable
    record WaitingLong(int days, List<Item> items) {}

    /** Something that waits. */
    @Serdeable
    record Item(
            EscalatedKind kind,
            String recordId,
            String traineeId,
            String traineeName,
            @Nullable String waitsFor,
            Instant since) {
        static Item of(Escalation.Item i) {
            return new Item(
                    i.kind(),
                    Long.toString(i.recordId()),
                    Long.toString(i.programmeId()),
                    i.doctorName(),
                    i.waitsFor(),
                    Objects.requireNonNull(ApiTime.instant(i.since())));
        }
    }
}
