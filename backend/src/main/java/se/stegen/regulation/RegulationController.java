package se.stegen.regulation;

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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import se.stegen.access.ApiActor;
import se.stegen.common.Ids;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Texts;

/** A programme's regulation, and its change, over REST. */
@Controller("/api/v1/trainees/{id}/regulation")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
class RegulationController {
    /** An old goal and what it serves. */
    @Serdeable
    record LineBody(@Nullable String from, @Nullable List<@Nullable String> to) {
        GoalMapping mapping() {
            String old = from;
            if (old == null || (to != null && to.stream().anyMatch(Objects::isNull))) {
                throw Problem.field("mapping", ProblemCode.REQUIRED);
            }
            return new GoalMapping(old, Texts.codes(to));
        }
    }

    /** A change as the doctor confirms it. */
    @Serdeable
    record ChangeBody(
            @Nullable String regulation,
            @Nullable List<@Nullable LineBody> mapping,
            @Nullable Integer plannedMonths) {
        RegulationChange change() {
            List<GoalMapping> lines = new ArrayList<>();
            for (LineBody line : Objects.requireNonNullElse(mapping, List.<@Nullable LineBody>of())) {
                // A change is for good: a line that says nothing is no line that says "none".
                if (line == null) {
                    throw Problem.field("mapping", ProblemCode.REQUIRED);
                }
                lines.add(line.mapping());
            }
            return new RegulationChange(regulation, lines, plannedMonths);
        }
    }

    /** A line of a mapping that holds. */
    @Serdeable
    record LineAnswer(String from, List<String> to) {}

    /** From when on which edition. */
    @Serdeable
    record PeriodAnswer(
            String regulation,
            String curriculumId,
            int edition,
            int plannedMonths,
            LocalDate validFrom,
            @Nullable String chosenByName) {}

    /** Where a programme stands. */
    @Serdeable
    record RegulationAnswer(
            String regulation,
            int edition,
            @Nullable Integer newerEdition,
            List<PeriodAnswer> periods,
            List<LineAnswer> mapping) {
        static RegulationAnswer of(RegulationHistory h) {
            return new RegulationAnswer(
                    h.regulation(),
                    h.edition(),
                    h.newerEdition().orElse(null),
                    h.periods().stream()
                            .map(p -> new PeriodAnswer(
                                    p.regulation(),
                                    Long.toString(p.curriculumId()),
                                    p.edition(),
                                    p.plannedMonths(),
                                    p.validFrom(),
                                    p.chosenByName()))
                            .toList(),
                    h.mapping().stream()
                            .map(line -> new LineAnswer(line.from(), line.to()))
                            .toList());
        }
    }

    /** A line of a proposal. */
    @Serdeable
    record ProposedLine(String from, String title, String group, List<String> to, String source, int used) {}

    /** What a change would do. */
    @Serdeable
    record ProposalAnswer(String regulation, int plannedMonths, List<ProposedLine> mapping) {}

    private final RegulationService regulations;
    private final ApiActor actors;

    RegulationController(RegulationService regulations, ApiActor actors) {
        this.regulations = regulations;
        this.actors = actors;
    }

    @Get
    RegulationAnswer get(Principal principal, @PathVariable String id) {
        return RegulationAnswer.of(regulations.get(actors.actor(principal), Ids.path(id)));
    }

    @Get("/proposal")
    ProposalAnswer proposal(Principal principal, @PathVariable String id) {
        RegulationProposal proposal = regulations.proposal(actors.actor(principal), Ids.path(id));
        return new ProposalAnswer(
                proposal.regulation().code(),
                proposal.plannedMonths(),
                proposal.lines().stream()
                        .map(line -> new ProposedLine(
                                line.from().code(),
                                line.from().title(),
                                line.from().group().name(),
                                line.to(),
                                line.source().name(),
                                line.used()))
                        .toList());
    }

    /** Changes once and for all. */
    @Post
    RegulationAnswer change(Principal principal, @PathVariable String id, @Body ChangeBody body) {
        return RegulationAnswer.of(regulations.change(actors.actor(principal), Ids.path(id), body.change()));
    }
}
