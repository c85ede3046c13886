package se.stegen.supportplan;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * Åtgärdsplan: what is done where a doctor risks not to reach the goals (HSLF-FS 2021:8, 5 kap. 7 §). For those concerned
 * only.
 *
 * @param reason why the goals are at risk
 * @param planChanges how the plan (IUP) is adjusted
 * @param efforts what the care provider does
 * @param demands what is asked of the doctor
 * @param followUps by day
 * @param endedOn day it ended; null while it is open
 * @param outcome how it ended; null while it is open
 * @param outcomeNote the outcome in words; empty while it is open
 * @param mayWrite whether the actor may change and end it now
 * @param mayFollowUp whether the actor may note what a follow-up has shown
 */
public record SupportPlan(
        long id,
        long programmeId,
        String doctorName,
        SupportPlanState state,
        String reason,
        String planChanges,
        String efforts,
        String demands,
        LocalDate openedOn,
        String openedByName,
        LocalDateTime updatedAt,
        List<FollowUp> followUps,
        @Nullable LocalDate endedOn,
        @Nullable SupportOutcome outcome,
        String outcomeNote,
        int version,
        boolean mayWrite,
        boolean mayFollowUp) {}
