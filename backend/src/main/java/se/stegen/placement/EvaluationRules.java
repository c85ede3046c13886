package se.stegen.placement;

import io.micronaut.core.annotation.Introspected;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/** One answer as it is counted, with whose it is and what it is about. */
@Introspected
record Answer(
        long doctorId, String title, int supervision, int introduction, int learning, int recommend, String comment) {}

/** From when on, and how, a clinic sees what doctors say; the reasons are in decision 008. */
final class EvaluationRules {
    /** A clinic sees nothing before so many different doctors have answered. */
    static final int LEAST_DOCTORS = 3;

    /** So many days after it was written an evaluation can be changed. */
    static final int CHANGEABLE_DAYS = 14;

    private EvaluationRules() {}

    /** What the doctors say together; empty while they are fewer than three. */
    static Optional<EvaluationSummary> summary(String title, List<Answer> answers) {
        if (answers.stream().map(Answer::doctorId).distinct().count() < LEAST_DOCTORS) {
            return Optional.empty();
        }
        return Optional.of(new EvaluationSummary(
                title,
                answers.size(),
                mean(answers, Answer::supervision),
                mean(answers, Answer::introduction),
                mean(answers, Answer::learning),
                mean(answers, Answer::recommend),
                shuffled(answers)));
    }

    /** The same for each title, upper and lower case being one, by title. */
    static List<EvaluationSummary> byTitle(List<Answer> answers) {
        TreeMap<String, List<Answer>> titles = new TreeMap<>();
        for (Answer answer : answers) {
            titles.computeIfAbsent(answer.title().strip().toLowerCase(Locale.ROOT), t -> new ArrayList<>())
                    .add(answer);
        }
        return titles.values().stream()
                .flatMap(of -> summary(of.getFirst().title().strip(), of).stream())
                .toList();
    }

    private static BigDecimal mean(List<Answer> answers, ToIntFunction<Answer> rating) {
        int sum = answers.stream().mapToInt(rating).sum();
        return BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(answers.size()), 1, RoundingMode.HALF_UP);
    }

    /** The order follows from the texts alone: it tells nothing of who wrote when, and reading again tells no more. */
    private static List<String> shuffled(List<Answer> answers) {
        List<String> comments = new ArrayList<>(answers.stream()
                .map(Answer::comment)
                .filter(comment -> !comment.isEmpty())
                .sorted()
                .toList());
        Collections.shuffle(comments, new Random(comments.hashCode()));
        return List.copyOf(comments);
    }
}
