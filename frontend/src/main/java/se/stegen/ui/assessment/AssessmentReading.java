package se.stegen.ui.assessment;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import se.stegen.assessment.Assessment;
import se.stegen.assessment.TemplateField;
import se.stegen.common.Messages;
import se.stegen.common.Texts;
import se.stegen.curriculum.Goal;
import se.stegen.ui.component.Dates;
import se.stegen.ui.component.FactCard;
import se.stegen.ui.component.GoalList;
import se.stegen.ui.component.Html;

/** An assessment as it is read: what was asked for, and the signed answer. */
final class AssessmentReading {
    private AssessmentReading() {}

    static Div request(Assessment assessment, List<Goal> goals, Locale locale) {
        FactCard facts = new FactCard(Messages.get(locale, "assessment.facts"));
        facts.fact(Messages.get(locale, "assessment.date"), Dates.day(assessment.observedOn(), locale));
        facts.fact(Messages.get(locale, "assessment.doctor"), assessment.doctorName());
        facts.fact(Messages.get(locale, "assessment.assessor"), assessment.assessorName());
        facts.fact(Messages.get(locale, "assessment.goals"), new GoalList(assessment.goalCodes(), goals));
        facts.fact(Messages.get(locale, "assessment.context"), assessment.context());
        if (!assessment.competences().isEmpty()) {
            facts.fact(
                    Messages.get(locale, "assessment.competences"),
                    assessment.competences().stream()
                            .map(code -> Messages.get(locale, "competence." + code))
                            .collect(Collectors.joining(", ")));
        }
        return facts;
    }

    /** What somebody without account is told: the situation and the goals. */
    static Div situation(Assessment assessment, List<Goal> goals, Locale locale) {
        FactCard facts = new FactCard(Messages.get(locale, "assessment.facts"));
        if (!assessment.context().isEmpty()) {
            facts.fact(Messages.get(locale, "assessment.context"), assessment.context());
        }
        if (!goals.isEmpty()) {
            facts.fact(Messages.get(locale, "assessment.goals"), new GoalList(assessment.goalCodes(), goals));
        }
        return facts;
    }

    static Div answer(Assessment assessment, Locale locale) {
        Div all = new Div();
        all.add(text(Messages.get(locale, "assessment.doMore"), assessment.doMore()));
        all.add(text(Messages.get(locale, "assessment.workOn"), assessment.workOn()));
        Integer overall = assessment.overall();
        String word = Messages.get(locale, "independence." + (overall == null ? 0 : overall));
        all.add(text(Messages.get(locale, "assessment.overall"), overall == null ? word : overall + " – " + word));
        if (!assessment.answers().isEmpty()) {
            FactCard details = new FactCard(Messages.get(locale, "assessment.details.read"));
            for (TemplateField field : assessment.template().fields()) {
                String answer = assessment.answers().get(field.code());
                if (answer != null) {
                    details.fact(TemplateTexts.label(field, locale), words(field, answer, locale));
                }
            }
            all.add(details);
        }
        return all;
    }

    private static String words(TemplateField field, String answer, Locale locale) {
        if (field.type() == TemplateField.Type.TEXT) {
            return answer;
        }
        return Texts.split(answer).stream()
                .map(value -> field.options().stream()
                        .filter(option -> option.value().equals(value))
                        .findFirst()
                        .map(option -> TemplateTexts.label(option, locale))
                        .orElse(value))
                .collect(Collectors.joining(", "));
    }

    private static Div text(String heading, String text) {
        Paragraph words = new Paragraph(text.isEmpty() ? "–" : text);
        words.addClassName("prose");
        return Html.div("card", Html.text("h2", heading), words);
    }
}
