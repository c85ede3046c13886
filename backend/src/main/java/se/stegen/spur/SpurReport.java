package se.stegen.spur;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What was found in a report. What is not here was not in the text: nothing is guessed.
 *
 * @param recognised whether it is a SPUR report at all
 * @param grading which wording of the grades it has; null where it has neither
 * @param twoRegulations whether the areas are graded under two regulations, side by side
 * @param reviewedOn day of the visit, where the report says it; rarely
 * @param grades the areas whose grade stands in a sentence; the others are unknown
 * @param areas free text by area
 * @param strengths what stands under Styrkor; empty where its text could not be told from the others'
 * @param unsorted what stands under several of those headings at once
 * @param actions the rows of the action plan, in its order
 */
public record SpurReport(
        boolean recognised,
        @Nullable GradingVersion grading,
        boolean twoRegulations,
        @Nullable LocalDate reviewedOn,
        Map<Area, FoundGrade> grades,
        Map<Area, String> areas,
        String strengths,
        String weaknesses,
        String potential,
        String unsorted,
        List<FoundAction> actions) {

    /**
     * A grade that a sentence gives.
     *
     * @param printed the sentence
     */
    public record FoundGrade(Grade grade, String printed) {}

    /**
     * A row of the action plan, as printed; what it means is understood by {@link PrintedDate} and {@link Checklist}.
     *
     * @param area null where no heading told it
     */
    public record FoundAction(
            @Nullable Area area,
            String item,
            String plannedAction,
            String due,
            String responsible,
            String followUp,
            String followUpResponsible) {}
}
