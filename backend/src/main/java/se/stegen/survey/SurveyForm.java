package se.stegen.survey;

import java.time.LocalDate;
import java.util.List;

/**
 * What somebody is asked.
 *
 * @param groupSize how many of the clinic are in the same group
 * @param surveysInRound how many surveys were opened together, this one included
 * @param answered whether this one has answered; then there is nothing more to do
 * @param open whether it can be answered today
 */
public record SurveyForm(
        long surveyId,
        String clinicName,
        RespondentGroup group,
        int groupSize,
        int surveysInRound,
        LocalDate closesOn,
        boolean answered,
        boolean open,
        List<Statement> statements) {}
