package se.stegen.survey;

import java.time.LocalDate;
import se.stegen.survey.SurveyRepository.Detail;

/** A survey as it is shown on a day. */
final class SurveyReader {
    private SurveyReader() {}

    static Survey survey(Detail d, LocalDate today) {
        return new Survey(
                d.id(),
                d.roundId(),
                d.surveysInRound(),
                d.clinicId(),
                d.clinicName(),
                SurveyRules.state(d.state(), d.opensOn(), d.closesOn(), today),
                d.edition(),
                d.opensOn(),
                d.closesOn(),
                d.remindOn(),
                d.reminded(),
                d.asked(),
                SurveyRules.atLeast(d.answered()),
                d.version());
    }
}
