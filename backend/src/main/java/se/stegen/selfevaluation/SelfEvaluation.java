package se.stegen.selfevaluation;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import se.stegen.spur.ChecklistItem;
import se.stegen.spur.RuleKind;

/**
 * A self-evaluation (självvärdering).
 *
 * @param regulations {@code 2015}, {@code 2021} or {@code 2015,2021}
 * @param ownerId whose turn it is
 * @param finishedOn the day whose figures are kept with it; null while it is open
 * @param judged items that have a judgement
 */
@Introspected
public record SelfEvaluation(
        long id,
        long clinicId,
        String clinicName,
        String regulations,
        SelfEvaluationState state,
        long ownerId,
        String ownerName,
        String startedByName,
        LocalDateTime startedAt,
        @Nullable String finishedByName,
        @Nullable LocalDate finishedOn,
        @Nullable Long surveyId,
        int judged,
        int version) {
    /** Whether an item is asked for under one of its regulations. */
    public boolean asks(ChecklistItem item) {
        return kind(item) != RuleKind.NONE;
    }

    /** How binding an item is: the stricter of its regulations. */
    public RuleKind kind(ChecklistItem item) {
        RuleKind of2015 = regulations.contains("2015") ? item.kind2015() : RuleKind.NONE;
        RuleKind of2021 = regulations.contains("2021") ? item.kind2021() : RuleKind.NONE;
        return of2015.compareTo(of2021) <= 0 ? of2015 : of2021;
    }
}
