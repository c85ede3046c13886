package se.stegen.survey;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What a closed survey came to, as far as it is shown.
 *
 * @param edition of the statements
 * @param pooledOver how many surveys the pooled figures are of; 0 where there is no round of several to compare with
 * @param pooledOn last day of that round; null where there is none
 * @param earlierOn last day of the clinic's survey before; null where there is none
 * @param groups what is shown of each group
 * @param lines the statements with their figures
 * @param comments free texts of the groups that are shown, in no order that tells anything
 */
public record SurveyResult(
        Survey survey,
        int edition,
        int pooledOver,
        @Nullable LocalDate pooledOn,
        @Nullable LocalDate earlierOn,
        Map<RespondentGroup, GroupSize> groups,
        List<Line> lines,
        Map<RespondentGroup, List<String>> comments) {
    /**
     * How many are behind a group's figures.
     *
     * @param answers null where there are fewer than five
     * @param pooled answers of the round; null where they are not shown
     */
    public record GroupSize(
            @Nullable Integer answers, @Nullable Integer pooled) {}

    /**
     * A share.
     *
     * @param agree how many agree fully or mostly
     * @param answers all who answered, those without a view included
     */
    public record Share(int agree, int answers) {
        /** Whole percent, half rounded up. */
        public int percent() {
            return Math.toIntExact(Math.round(100.0 * agree / answers));
        }
    }

    /**
     * A statement's figures for a group; null is not shown.
     *
     * @param own at this clinic
     * @param pooled over the round's clinics
     * @param earlier at the clinic's survey before
     * @param published in a report
     */
    public record Cell(
            @Nullable Share own,
            @Nullable Share pooled,
            @Nullable Share earlier,
            @Nullable PublishedShare published) {}

    /** A statement with a cell for each group that it was put to. */
    public record Line(Statement statement, Map<RespondentGroup, Cell> cells) {}
}
