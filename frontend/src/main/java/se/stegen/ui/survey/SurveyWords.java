package se.stegen.ui.survey;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import se.stegen.common.Messages;
import se.stegen.survey.Survey;
import se.stegen.survey.SurveyState;
import se.stegen.ui.component.Dates;
import se.stegen.ui.component.Html;

/** Surveys in words and signs. */
final class SurveyWords {
    private SurveyWords() {}

    static Span badge(SurveyState state, Locale locale) {
        String word = Messages.get(locale, "survey.state." + state);
        return switch (state) {
            case PLANNED -> tag("plain", "○", word);
            case OPEN -> tag("info", "→", word);
            case CLOSED -> tag("good", "✓", word);
            case CANCELLED -> tag("bad", "⊘", word);
        };
    }

    private static Span tag(String look, String sign, String word) {
        Span tag = new Span(Html.sign(sign), new Span(word));
        tag.addClassNames("tag", look);
        return tag;
    }

    /** "1 nov 2026 – 22 nov 2026". */
    static String days(Survey survey, Locale locale) {
        return Messages.get(
                locale, "survey.days", Dates.day(survey.opensOn(), locale), Dates.day(survey.closesOn(), locale));
    }

    /** "Minst 10 av 34 har svarat"; below five only that it is fewer. */
    static String answered(Survey survey, Locale locale) {
        return survey.state() == SurveyState.PLANNED
                ? Messages.get(locale, "survey.asked.later")
                : survey.answeredAtLeast() == 0
                        ? Messages.get(locale, "survey.answered.few", survey.asked())
                        : Messages.get(locale, "survey.answered", survey.answeredAtLeast(), survey.asked());
    }
}
