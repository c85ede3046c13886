package se.stegen.collegium;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import se.stegen.access.ApiActor;
import se.stegen.common.Ids;

/** The short form before a collegium over REST: the specialist's, and the doctor's own rating. */
@Controller("/api/v1/collegia/{id}")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
class ViewController {
    private final SpecialistViewService views;
    private final ApiActor actors;

    ViewController(SpecialistViewService views, ApiActor actors) {
        this.views = views;
        this.actors = actors;
    }

    @Get("/views")
    Form form(Principal principal, @PathVariable String id) {
        return Form.of(views.form(actors.actor(principal), Ids.path(id)));
    }

    @Put("/views/{traineeId}")
    Form keep(Principal principal, @PathVariable String id, @PathVariable String traineeId, @Body ViewBody body) {
        var actor = actors.actor(principal);
        views.keep(actor, Ids.path(id), Ids.path(traineeId), body.known(), body.words());
        return Form.of(views.form(actor, Ids.path(id)));
    }

    @Post("/views/done")
    @Status(HttpStatus.NO_CONTENT)
    void done(Principal principal, @PathVariable String id) {
        views.done(actors.actor(principal), Ids.path(id));
    }

    @Get("/own")
    Form own(Principal principal, @PathVariable String id) {
        return Form.of(views.own(actors.actor(principal), Ids.path(id)));
    }

    @Put("/own")
    Form rateOwn(Principal principal, @PathVariable String id, @Body ViewBody body) {
        var actor = actors.actor(principal);
        views.rateOwn(actor, Ids.path(id), body.known(), body.words());
        return Form.of(views.own(actor, Ids.path(id)));
    }

    @Post("/own/done")
    @Status(HttpStatus.NO_CONTENT)
    void ownDone(Principal principal, @PathVariable String id) {
        views.ownDone(actors.actor(principal), Ids.path(id));
    }

    /** What is said of one doctor. */
    @Serdeable
    record ViewBody(
            @Nullable Map<String, String> levels, @Nullable String comment) {
        Map<String, String> known() {
            return Objects.requireNonNullElse(levels, Map.of());
        }

        String words() {
            return Objects.requireNonNullElse(comment, "");
        }
    }

    /** The form. */
    @Serdeable
    record Form(String collegiumId, LocalDate date, List<String> competences, List<View> views, boolean done) {
        static Form of(CollegiumForm form) {
            return new Form(
                    Long.toString(form.collegiumId()),
                    form.date(),
                    form.competences().stream().map(CollegiumCompetence::code).toList(),
                    form.doctors().stream()
                            .map(one ->
                                    new View(Long.toString(one.programmeId()), one.name(), one.levels(), one.comment()))
                            .toList(),
                    form.done());
        }
    }

    /** What is said so far. */
    @Serdeable
    record View(String traineeId, String name, Map<String, CollegiumLevel> levels, String comment) {}
}
