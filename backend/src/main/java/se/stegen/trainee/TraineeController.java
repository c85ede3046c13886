package se.stegen.trainee;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
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
import java.util.List;
import se.stegen.access.Actor;
import se.stegen.access.ApiActor;
import se.stegen.common.Ids;
import se.stegen.common.ListPage;
import se.stegen.common.PageRequest;
import se.stegen.common.Versions;
import se.stegen.placement.Placement;
import se.stegen.placement.PlacementAnswer;
import se.stegen.placement.PlacementService;
import se.stegen.programme.LeaveAnswer;
import se.stegen.programme.MainSupervisor;
import se.stegen.programme.Programme;
import se.stegen.programme.ProgrammeData;
import se.stegen.programme.ProgrammeFacts;
import se.stegen.programme.ProgrammeService;

/** Programmes over REST, where a programme is called a trainee. */
@Controller("/api/v1/trainees")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
class TraineeController {
    /** A programme as it is made, or its length and rate as they are changed. */
    @Serdeable
    record TraineeBody(
            @Nullable String personId,
            @Nullable String clinicId,
            @Nullable String regulation,
            @Nullable String specialtyCode,
            @Nullable LocalDate startDate,
            @Nullable Integer plannedMonths,
            @Nullable Integer employmentRate,
            @Nullable Integer version) {
        ProgrammeData data() {
            return new ProgrammeData(
                    Ids.optional("personId", personId),
                    Ids.optional("clinicId", clinicId),
                    regulation,
                    specialtyCode,
                    startDate,
                    plannedMonths,
                    employmentRate);
        }
    }

    /** A programme in a list. */
    @Serdeable
    record TraineeRow(
            String id,
            String personId,
            String name,
            String regulation,
            String specialtyCode,
            String specialtyName,
            LocalDate startDate,
            @Nullable String clinicId,
            @Nullable String clinicName,
            @Nullable String mainSupervisorId,
            @Nullable String mainSupervisorName) {
        static TraineeRow of(ProgrammeFacts f) {
            return new TraineeRow(
                    Long.toString(f.programmeId()),
                    Long.toString(f.personId()),
                    f.personName(),
                    f.regulation(),
                    f.specialtyCode(),
                    f.specialtyName(),
                    f.startDate(),
                    Ids.text(f.clinicId()),
                    f.clinicName(),
                    Ids.text(f.mainSupervisorId()),
                    f.mainSupervisorName());
        }
    }

    /** A programme with all its parts. */
    @Serdeable
    record TraineeAnswer(
            String id,
            String personId,
            String name,
            String regulation,
            String specialtyCode,
            String specialtyName,
            String curriculumId,
            LocalDate startDate,
            int plannedMonths,
            int employmentRate,
            @Nullable String clinicId,
            @Nullable String clinicName,
            @Nullable String mainSupervisorId,
            @Nullable String mainSupervisorName,
            List<PostAnswer> posts,
            List<MainSupervisorAnswer> mainSupervisors,
            List<PlacementAnswer> placements,
            List<LeaveAnswer> leaves,
            int version) {
        static TraineeAnswer of(Programme p, List<Placement> placements) {
            ProgrammeFacts f = p.facts();
            return new TraineeAnswer(
                    Long.toString(f.programmeId()),
                    Long.toString(f.personId()),
                    f.personName(),
                    f.regulation(),
                    f.specialtyCode(),
                    f.specialtyName(),
                    Long.toString(f.curriculumId()),
                    f.startDate(),
                    p.plannedMonths(),
                    p.employmentRate(),
                    Ids.text(f.clinicId()),
                    f.clinicName(),
                    Ids.text(f.mainSupervisorId()),
                    f.mainSupervisorName(),
                    p.posts().stream().map(PostAnswer::of).toList(),
                    p.mainSupervisors().stream().map(MainSupervisorAnswer::of).toList(),
                    placements.stream().map(PlacementAnswer::of).toList(),
                    p.leaves().stream().map(LeaveAnswer::of).toList(),
                    p.version());
        }
    }

    /** A post as it is written. */
    @Serdeable
    record PostBody(
            @Nullable String clinicId,
            @Nullable LocalDate startDate,
            @Nullable LocalDate endDate,
            @Nullable Integer version) {}

    /** A post as it is read. */
    @Serdeable
    record PostAnswer(
            String id,
            String clinicId,
            String clinicName,
            LocalDate startDate,
            @Nullable LocalDate endDate,
            int version) {
        static PostAnswer of(se.stegen.programme.Post p) {
            return new PostAnswer(
                    Long.toString(p.id()),
                    Long.toString(p.clinicId()),
                    p.clinicName(),
                    p.startDate(),
                    p.endDate(),
                    p.version());
        }
    }

    /** An appointment as it is written. */
    @Serdeable
    record MainSupervisorBody(
            @Nullable String personId,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    /** An appointment as it is read. */
    @Serdeable
    record MainSupervisorAnswer(
            String id,
            String personId,
            String name,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {
        static MainSupervisorAnswer of(MainSupervisor m) {
            return new MainSupervisorAnswer(
                    Long.toString(m.id()), Long.toString(m.personId()), m.personName(), m.validFrom(), m.validTo());
        }
    }

    private final ProgrammeService programmes;
    private final PlacementService placements;
    private final ApiActor actors;

    TraineeController(ProgrammeService programmes, PlacementService placements, ApiActor actors) {
        this.programmes = programmes;
        this.placements = placements;
        this.actors = actors;
    }

    @Get
    ListPage<TraineeRow> list(
            Principal principal,
            @Nullable @QueryValue String q,
            @Nullable @QueryValue String clinicId,
            @QueryValue(defaultValue = "0") int page,
            @QueryValue(defaultValue = "50") int size) {
        var list = programmes.list(
                actors.actor(principal), q, Ids.optional("clinicId", clinicId), new PageRequest(page, size));
        return new ListPage<>(list.items().stream().map(TraineeRow::of).toList(), list.total());
    }

    @Post
    @Status(HttpStatus.CREATED)
    TraineeAnswer create(Principal principal, @Body TraineeBody body) {
        return TraineeAnswer.of(programmes.create(actors.actor(principal), body.data()), List.of());
    }

    @Get("/{id}")
    TraineeAnswer get(Principal principal, @PathVariable String id) {
        Actor actor = actors.actor(principal);
        Programme programme = programmes.get(actor, Ids.path(id));
        return TraineeAnswer.of(programme, placements.list(actor, Ids.path(id)));
    }

    /** Changes planned length and employment rate. */
    @Put("/{id}")
    TraineeAnswer change(
            Principal principal,
            @PathVariable String id,
            @Body TraineeBody body,
            @Nullable @Header("If-Match") String ifMatch) {
        Actor actor = actors.actor(principal);
        Programme programme = programmes.change(
                actor,
                Ids.path(id),
                Versions.required(body.version(), ifMatch),
                body.plannedMonths(),
                body.employmentRate());
        return TraineeAnswer.of(programme, placements.list(actor, Ids.path(id)));
    }

    @Post("/{id}/posts")
    @Status(HttpStatus.CREATED)
    PostAnswer addPost(Principal principal, @PathVariable String id, @Body PostBody body) {
        return PostAnswer.of(programmes.addPost(
                actors.actor(principal),
                Ids.path(id),
                Ids.optional("clinicId", body.clinicId()),
                body.startDate(),
                body.endDate()));
    }

    @Put("/{id}/posts/{postId}")
    PostAnswer changePost(
            Principal principal,
            @PathVariable String id,
            @PathVariable String postId,
            @Body PostBody body,
            @Nullable @Header("If-Match") String ifMatch) {
        return PostAnswer.of(programmes.changePost(
                actors.actor(principal),
                Ids.path(id),
                Ids.path(postId),
                Versions.required(body.version(), ifMatch),
                body.startDate(),
                body.endDate()));
    }

    @Post("/{id}/main-supervisors")
    @Status(HttpStatus.CREATED)
    MainSupervisorAnswer appoint(Principal principal, @PathVariable String id, @Body MainSupervisorBody body) {
        return MainSupervisorAnswer.of(programmes.appointMainSupervisor(
                actors.actor(principal),
                Ids.path(id),
                Ids.optional("personId", body.personId()),
                body.validFrom(),
                body.validTo()));
    }

    /** Ends an appointment; who and since when stay. */
    @Put("/{id}/main-supervisors/{appointmentId}")
    MainSupervisorAnswer endMainSupervisor(
            Principal principal,
            @PathVariable String id,
            @PathVariable String appointmentId,
            @Body MainSupervisorBody body) {
        return MainSupervisorAnswer.of(programmes.endMainSupervisor(
                actors.actor(principal), Ids.path(id), Ids.path(appointmentId), body.validTo()));
    }
}
