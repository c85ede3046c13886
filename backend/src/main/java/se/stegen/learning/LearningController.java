package se.stegen.learning;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
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
import se.stegen.common.ListPage;

/** The learning curve and procedures over REST. */
@Controller("/api/v1/trainees/{id}")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
class LearningController {
    private final LearningService learning;
    private final ApiActor actors;

    LearningController(LearningService learning, ApiActor actors) {
        this.learning = learning;
        this.actors = actors;
    }

    @Get("/learning")
    ListPage<Point> curve(Principal principal, @PathVariable String id) {
        return ListPage.whole(learning.curve(actors.actor(principal), Ids.path(id)).stream()
                .map(Point::of)
                .toList());
    }

    @Get("/procedures")
    ListPage<Standing> procedures(Principal principal, @PathVariable String id) {
        return ListPage.whole(learning.procedures(actors.actor(principal), Ids.path(id)).stream()
                .map(Standing::of)
                .toList());
    }

    /** A judgement with its comments. */
    @Serdeable
    record Point(
            String assessmentId,
            String templateCode,
            int templateVersion,
            LocalDate observedOn,
            @Nullable Integer overall,
            int highest,
            String doMore,
            String workOn,
            List<String> goalCodes) {
        static Point of(LearningPoint p) {
            return new Point(
                    Long.toString(p.assessmentId()),
                    p.template().code(),
                    p.template().version(),
                    p.observedOn(),
                    p.overall(),
                    p.template().highest(),
                    p.doMore(),
                    p.workOn(),
                    p.goalCodes());
        }
    }

    /** A procedure and how far the doctor has come. */
    @Serdeable
    record Standing(
            String templateCode,
            String procedureCode,
            String name,
            List<LevelResource> levels,
            @Nullable LocalDate reachedOn,
            List<String> assessmentIds) {
        static Standing of(ProcedureStanding s) {
            return new Standing(
                    s.template().code(),
                    s.procedure().code(),
                    s.procedure().name(),
                    s.levels().stream()
                            .map(l -> new LevelResource(l.step(), l.required(), l.actual(), l.reachedOn()))
                            .toList(),
                    s.reachedOn(),
                    s.records().stream()
                            .map(r -> Long.toString(r.assessmentId()))
                            .toList());
        }
    }

    /** So many at this step or above. */
    @Serdeable
    record LevelResource(
            int step, int required, int actual, @Nullable LocalDate reachedOn) {}
}
