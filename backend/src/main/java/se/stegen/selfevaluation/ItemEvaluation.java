package se.stegen.selfevaluation;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDateTime;
import java.util.List;
import se.stegen.guideline.IndicatorCode;
import se.stegen.guideline.LightStatus;
import se.stegen.spur.ChecklistItem;
import se.stegen.spur.RuleKind;
import se.stegen.survey.RespondentGroup;
import se.stegen.survey.Statement;
import se.stegen.survey.SurveyResult.Share;

/**
 * An item of the checklist in a self-evaluation.
 *
 * @param kind how binding it is under the regulations that are evaluated
 * @param figures what the program can show; empty where nothing proves the item
 * @param voices what a survey says of it, as far as it may be shown
 * @param judgement null is not judged yet
 * @param changedByName who wrote last; null where nobody has
 * @param actionId the action that was made of it; null is none
 * @param version 0 where nobody has written
 */
public record ItemEvaluation(
        ChecklistItem item,
        RuleKind kind,
        List<Figure> figures,
        List<Voice> voices,
        @Nullable Judgement judgement,
        String text,
        @Nullable String changedByName,
        @Nullable LocalDateTime changedAt,
        @Nullable Long actionId,
        int version) {
    /**
     * What an indicator says.
     *
     * @param whole whether it shows the item as a whole, or only a part of it
     * @param met doctors who reach the target; null where not shown
     * @param applicable doctors to whom it applies; null where not shown
     * @param value of what is of the clinic itself; null for indicators of doctors
     */
    public record Figure(
            IndicatorCode code,
            boolean whole,
            LightStatus status,
            @Nullable Integer met,
            @Nullable Integer applicable,
            @Nullable String value,
            String rule) {}

    /** What a group says in a survey. */
    public record Voice(Statement statement, RespondentGroup group, Share share) {}

    /** Why an item stands on the gap list. */
    public enum Gap {
        /** Nobody has judged it, or nobody knows. */
        UNANSWERED,
        /** Judged as not met, or in part. */
        NOT_MET,
        /** Judged as met, while a figure that shows the whole of it is red. */
        FIGURES_DIFFER
    }

    /** Why it stands on the gap list; null where nothing is missing. */
    public @Nullable Gap gap() {
        Judgement judged = judgement;
        if (judged == null || judged == Judgement.UNKNOWN) {
            return Gap.UNANSWERED;
        }
        if (judged != Judgement.MET) {
            return Gap.NOT_MET;
        }
        return figures.stream().anyMatch(one -> one.whole() && one.status() == LightStatus.RED)
                ? Gap.FIGURES_DIFFER
                : null;
    }
}
