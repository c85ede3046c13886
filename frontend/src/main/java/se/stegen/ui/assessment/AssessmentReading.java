package se.stegen.ui.assessment;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import se.stegen.assessment.Assessment;
import se.stegen.common.Messages;
import se.stegen.common.Today;
import se.stegen.curriculum.Goal;
import se.stegen.instrument.OverallScale;
import se.stegen.instrument.TemplateField;
import se.stegen.instrument.TemplateSection;
import se.stegen.ui.component.Dates;
import se.stegen.ui.component.FactCard;
import se.stegen.ui.component.GoalList;
import se.stegen.ui.component.Html;

/** An assessment as it is read: what was asked for, and the signed answer. */
public final class AssessmentReading {
    private AssessmentReading() {}

    /** What was asked for. */
    public static Div request(Assessment assessment, List<Goal> goals, Locale locale) {
        FactCard facts = new FactCard(Messages.get(locale, "assessment.facts"));
        facts.fact(Messages.get(locale, "assessment.date"), Dates.day(assessment.observedOn(), locale));
        LocalDateTime signed = assessment.signedAt();
        if (signed != null) {
            LocalDate day = Today.dayOf(signed);
            facts.fact(
                    Messages.get(locale, "assessment.signed"),
                    Dates.day(day, locale) + ", "
                            + after(ChronoUnit.DAYS.between(assessment.observedOn(), day), locale));
        }
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

    /** The delay is a quality figure, so it is told with each. */
    private static String after(long days, Locale locale) {
        String key = "assessment.signed." + (days == 0 ? "same" : days == 1 ? "next" : "after");
        return Messages.get(locale, key, Long.toString(days));
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

    /** What was answered. */
    public static Div answer(Assessment assessment, Locale locale) {
        Div all = new Div();
        all.add(text(Messages.get(locale, "assessment.doMore"), assessment.doMore()));
        all.add(text(Messages.get(locale, "assessment.workOn"), assessment.workOn()));
        OverallScale scale = assessment.template().overall();
        if (scale != null) {
            all.add(text(TemplateTexts.label(scale, locale), TemplateTexts.words(scale, assessment.overall(), locale)));
        }
        for (TemplateSection section : assessment.template().sections()) {
            details(section, assessment.answers(), locale).ifPresent(all::add);
        }
        return all;
    }

    private static Optional<FactCard> details(TemplateSection section, Map<String, String> answers, Locale locale) {
        List<TemplateField> answered = section.fields().stream()
                .filter(field -> answers.containsKey(field.code()))
                .toList();
        if (answered.isEmpty()) {
            return Optional.empty();
        }
        String heading = TemplateTexts.heading(section, locale);
        FactCard card = new FactCard(heading.isEmpty() ? Messages.get(locale, "assessment.details.read") : heading);
        for (TemplateField field : answered) {
            card.fact(
                    TemplateTexts.label(field, locale),
                    TemplateTexts.words(field, answers.getOrDefault(field.code(), ""), locale));
        }
        return Optional.of(card);
    }

    private static Div text(String heading, String text) {
        Paragraph words = new Paragraph(text.isEmpty() ? "–" : text);
        words.addClassName("prose");
        return Html.div("card", Html.text("h2", heading), words);
    }
}
