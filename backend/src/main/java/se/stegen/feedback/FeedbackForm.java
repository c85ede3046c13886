package se.stegen.feedback;

import java.time.LocalDate;
import se.stegen.assessment.AssessmentAnswer;
import se.stegen.instrument.AssessmentTemplate;

/**
 * What a rater answers.
 *
 * @param closesOn last day to answer
 * @param draft what the rater has written so far
 * @param answered whether this rater has answered already
 */
public record FeedbackForm(
        long roundId,
        String doctorName,
        AssessmentTemplate template,
        LocalDate closesOn,
        AssessmentAnswer draft,
        boolean answered) {}
