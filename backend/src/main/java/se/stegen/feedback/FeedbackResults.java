package se.stegen.feedback;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import se.stegen.access.signin.Sha256;
import se.stegen.assessment.Answers;
import se.stegen.common.Messages;
import se.stegen.common.Texts;
import se.stegen.instrument.TemplateField;
import se.stegen.instrument.Templates;

/** Pools a round's answers. Their keys are random, so that their order tells nothing. */
@Singleton
class FeedbackResults {
    private final FeedbackRepository rounds;
    private final Templates templates;
    private final Answers answers;

    FeedbackResults(FeedbackRepository rounds, Templates templates, Answers answers) {
        this.rounds = rounds;
        this.templates = templates;
        this.answers = answers;
    }

    /**
     * A round's answers in figures.
     *
     * @param hash SHA-256 over all of them, which the signed assessment carries: a change of any shows
     */
    record Pool(int answers, int professions, String hash) {
        /** What the signed assessment says of the round. */
        String facts(Locale locale) {
            return Messages.get(
                    locale, "feedback.facts", Integer.toString(answers), Integer.toString(professions), hash);
        }
    }

    int count(long roundId) {
        return rounds.answers(roundId).size();
    }

    Pool pool(long roundId) {
        List<FeedbackRepository.AnswerRow> rows = rounds.answers(roundId);
        String all = rows.stream()
                .map(row -> String.join("\n", row.id(), row.profession(), row.answers(), row.doMore(), row.workOn()))
                .collect(Collectors.joining("\n\n"));
        int professions = (int) rows.stream()
                .map(FeedbackRepository.AnswerRow::profession)
                .distinct()
                .count();
        return new Pool(rows.size(), professions, Sha256.hex(all));
    }

    FeedbackResult of(FeedbackRepository.RoundRow round) {
        List<FeedbackRepository.AnswerRow> rows = rounds.answers(round.id());
        List<Map<String, String>> given = rows.stream()
                .map(row -> answers.read(row.answers(), null, "", "").answers())
                .toList();
        String ownText = round.ownAnswers();
        Map<String, String> own =
                ownText == null ? Map.of() : answers.read(ownText, null, "", "").answers();
        List<FeedbackResult.Field> fields = new ArrayList<>();
        for (TemplateField field : templates.get(round.templateId()).fields()) {
            if (!field.code().equals(Raters.PROFESSION)) {
                fields.add(field(field, given, own.getOrDefault(field.code(), "")));
            }
        }
        return new FeedbackResult(
                rows.size(),
                fields,
                texts(rows.stream().map(FeedbackRepository.AnswerRow::doMore).toList()),
                texts(rows.stream().map(FeedbackRepository.AnswerRow::workOn).toList()));
    }

    private static FeedbackResult.Field field(TemplateField field, List<Map<String, String>> given, String own) {
        List<String> said = given.stream()
                .map(one -> one.get(field.code()))
                .filter(Objects::nonNull)
                .toList();
        if (field.type() == TemplateField.Type.TEXT) {
            return new FeedbackResult.Field(field, Map.of(), texts(said), own);
        }
        Map<String, Integer> counts = new LinkedHashMap<>();
        field.options().forEach(option -> counts.put(option.value(), 0));
        said.forEach(answer -> Texts.split(answer).forEach(value -> counts.merge(value, 1, Integer::sum)));
        return new FeedbackResult.Field(field, counts, List.of(), own);
    }

    /** Sorted by their own words: an order that says nothing of who wrote them, and the same each time. */
    private static List<String> texts(List<String> texts) {
        return texts.stream().filter(text -> !text.isBlank()).sorted().toList();
    }
}
