package se.stegen.feedback;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.util.List;
import se.stegen.assessment.AssessmentAnswer;
import se.stegen.instrument.AssessmentTemplate;

/**
 * A round as one actor may see it.
 *
 * @param closesOn last day to answer
 * @param minRaters answers that are needed before it is released, at least 5
 * @param minProfessions professions that must be among them
 * @param answers how many have answered
 * @param professions of how many professions they are; null below 5 answers
 * @param raters who was asked; empty for those who may not know
 * @param own the doctor's own rating; null where there is none or the actor may not see it
 * @param talkOn day of the talk; null until it is released
 * @param assessmentId the signed assessment that it became
 * @param mayAsk whether the actor may ask more raters now
 * @param mayRate whether the actor may write the own rating now
 * @param mayRelease whether the actor may release it, once there is enough
 * @param maySeeResult whether the actor may see the result now
 * @param mayWithdraw whether the actor may withdraw it now
 */
public record FeedbackRound(
        long id,
        long programmeId,
        long doctorId,
        String doctorName,
        AssessmentTemplate template,
        FeedbackState state,
        LocalDate startedOn,
        LocalDate closesOn,
        int minRaters,
        int minProfessions,
        int answers,
        @Nullable Integer professions,
        List<Rater> raters,
        @Nullable AssessmentAnswer own,
        @Nullable LocalDate talkOn,
        @Nullable Long assessmentId,
        int version,
        boolean mayAsk,
        boolean mayRate,
        boolean mayRelease,
        boolean maySeeResult,
        boolean mayWithdraw) {

    /**
     * Somebody who was asked.
     *
     * @param name by account, else the address
     * @param answered told to the main supervisor, and only as long as there is no result to hold it against; else null
     */
    public record Rater(String name, @Nullable Boolean answered) {}
}
