package se.stegen.survey;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;

/**
 * A survey at a clinic.
 *
 * @param roundId opened together with the others of this round
 * @param surveysInRound how many were opened together, this one included
 * @param edition of the statements
 * @param opensOn first day to answer
 * @param closesOn last day to answer
 * @param remindOn when those who have not answered are reminded; null for never
 * @param reminded whether they were: the day of it cannot be moved any more
 * @param asked how many were asked
 * @param answeredAtLeast how many have answered, rounded down to fives: the exact number would tell who has not where a
 *     group is small
 */
public record Survey(
        long id,
        long roundId,
        int surveysInRound,
        long clinicId,
        String clinicName,
        SurveyState state,
        int edition,
        LocalDate opensOn,
        LocalDate closesOn,
        @Nullable LocalDate remindOn,
        boolean reminded,
        int asked,
        int answeredAtLeast,
        int version) {}
