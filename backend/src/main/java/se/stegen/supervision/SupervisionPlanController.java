package se.stegen.supervision;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import java.security.Principal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import se.stegen.access.ApiActor;
import se.stegen.common.Ids;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.supervision.SupervisionController.Resource;

/** Sessions ahead over REST: booked as a series, moved, cancelled; and what was planned and not held. */
@Controller("/api/v1")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
class SupervisionPlanController {
    private final SupervisionSeriesService series;
    private final SupervisionPlanService plans;
    private final SupervisionAgendaService agendas;
    private final ApiActor actors;

    SupervisionPlanController(
            SupervisionSeriesService series,
            SupervisionPlanService plans,
            SupervisionAgendaService agendas,
            ApiActor actors) {
        this.series = series;
        this.plans = plans;
        this.agendas = agendas;
        this.actors = actors;
    }

    @Get("/trainees/{traineeId}/supervision-series/proposal")
    Proposal proposal(Principal principal, @PathVariable String traineeId) {
        return Proposal.of(series.proposal(actors.actor(principal), Ids.path(traineeId)));
    }

    @Get("/trainees/{traineeId}/supervision-series/days")
    List<Day> days(
            Principal principal,
            @PathVariable String traineeId,
            @QueryValue String weekday,
            @QueryValue(defaultValue = "1") int everyWeeks,
            @QueryValue LocalDate from,
            @QueryValue LocalDate to,
            @QueryValue(defaultValue = "40") int count) {
        SeriesRhythm rhythm = new SeriesRhythm(weekday(weekday), everyWeeks, from, to, count);
        return series.days(actors.actor(principal), Ids.path(traineeId), rhythm).stream()
                .map(day -> new Day(day.day(), day.obstacle(), day.holiday()))
                .toList();
    }

    private static DayOfWeek weekday(String name) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.field("weekday", ProblemCode.INVALID_FIELD));
    }

    @Post("/trainees/{traineeId}/supervision-series")
    @Status(HttpStatus.CREATED)
    Booked book(Principal principal, @PathVariable String traineeId, @Body Booking body) {
        return new Booked(series.book(actors.actor(principal), Ids.path(traineeId), body.booking()).stream()
                .map(String::valueOf)
                .toList());
    }

    @Post("/supervisions/{id}/move")
    Resource move(Principal principal, @PathVariable String id, @Body Move body) {
        return Resource.of(plans.move(actors.actor(principal), Ids.path(id), body.version(), body.move()));
    }

    @Post("/supervisions/{id}/cancel")
    Resource cancel(Principal principal, @PathVariable String id, @Body Cancellation body) {
        return Resource.of(plans.cancel(
                actors.actor(principal),
                Ids.path(id),
                body.version(),
                body.reason(),
                Boolean.TRUE.equals(body.rest())));
    }

    /** What is open and may be talked of; for the two who hold the session. */
    @Get("/supervisions/{id}/agenda")
    List<AgendaItem> agenda(Principal principal, @PathVariable String id) {
        return agendas.agenda(actors.actor(principal), Ids.path(id)).stream()
                .map(line -> new AgendaItem(line.kind(), line.text()))
                .toList();
    }

    @Get("/trainees/{traineeId}/planned-supervision")
    Planned ofTrainee(Principal principal, @PathVariable String traineeId) {
        return Planned.of(plans.ofTrainee(actors.actor(principal), Ids.path(traineeId)));
    }

    @Get("/clinics/{clinicId}/planned-supervision")
    ClinicPlanned ofClinic(Principal principal, @PathVariable String clinicId) {
        List<Planned> doctors = plans.ofClinic(actors.actor(principal), Ids.path(clinicId)).stream()
                .map(Planned::of)
                .toList();
        return new ClinicPlanned(
                doctors.stream().mapToInt(Planned::planned).sum(),
                doctors.stream().mapToInt(doctor -> doctor.notHeld().size()).sum(),
                doctors.stream().mapToInt(doctor -> doctor.cancelled().size()).sum(),
                doctors);
    }

    /** What is proposed to be booked. */
    @Serdeable
    record Proposal(
            int needed,
            @Nullable Integer required,
            int counted,
            @Nullable String supervisorId,
            @Nullable String supervisorName,
            DayOfWeek weekday,
            int everyWeeks,
            LocalDate from,
            LocalDate to) {
        static Proposal of(SeriesProposal p) {
            return new Proposal(
                    p.needed(),
                    p.required(),
                    p.counted(),
                    p.supervisorId() == null ? null : Long.toString(p.supervisorId()),
                    p.supervisorName(),
                    p.rhythm().weekday(),
                    p.rhythm().everyWeeks(),
                    p.rhythm().from(),
                    p.rhythm().to());
        }
    }

    /** A day of a series. */
    @Serdeable
    record Day(
            LocalDate date,
            @Nullable SeriesDay.Obstacle obstacle,
            @Nullable String holiday) {}

    /** What is booked. */
    @Serdeable
    record Booking(
            @Nullable String supervisorId,
            @Nullable String key,
            @Nullable LocalTime startsAt,
            @Nullable Integer duration,
            @Nullable String place,
            @Nullable List<LocalDate> days) {
        SeriesBooking booking() {
            return new SeriesBooking(
                    Ids.field("supervisorId", supervisorId),
                    key == null ? "" : key,
                    new SessionTime(startsAt, duration, place),
                    days == null ? List.of() : days);
        }
    }

    /** The keys of what was booked, by day. */
    @Serdeable
    record Booked(List<String> sessions) {}

    /** Where a session goes. */
    @Serdeable
    record Move(
            @Nullable LocalDate date,
            @Nullable LocalTime startsAt,
            @Nullable Integer duration,
            @Nullable String place,
            @Nullable String reason,
            @Nullable Boolean rest,
            @Nullable Integer version) {
        SessionMove move() {
            LocalDate day = date;
            if (day == null) {
                throw Problem.field("date", ProblemCode.REQUIRED);
            }
            return new SessionMove(
                    day,
                    new SessionTime(startsAt, duration, place),
                    reason == null ? "" : reason,
                    Boolean.TRUE.equals(rest));
        }
    }

    /** Why a session is cancelled. */
    @Serdeable
    record Cancellation(
            @Nullable String reason,
            @Nullable Boolean rest,
            @Nullable Integer version) {}

    /** Something to talk of. */
    @Serdeable
    record AgendaItem(AgendaLine.Kind kind, String text) {}

    /** A clinic's sums and the doctors behind them. */
    @Serdeable
    record ClinicPlanned(int planned, int notHeld, int cancelled, List<Planned> trainees) {}

    /** One doctor's. */
    @Serdeable
    record Planned(String traineeId, String name, int planned, List<Missed> notHeld, List<Missed> cancelled) {
        static Planned of(PlannedSupervision p) {
            return new Planned(
                    Long.toString(p.traineeId()),
                    p.name(),
                    p.planned(),
                    p.notHeld().stream().map(Missed::of).toList(),
                    p.cancelled().stream().map(Missed::of).toList());
        }
    }

    /** One that was not held. */
    @Serdeable
    record Missed(
            String id,
            LocalDate date,
            String supervisorName,
            @Nullable String reason) {
        static Missed of(PlannedSupervision.Session s) {
            return new Missed(Long.toString(s.id()), s.date(), s.supervisorName(), s.reason());
        }
    }
}
