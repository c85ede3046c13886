package se.stegen.regulation;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import se.stegen.curriculum.Goal;
import se.stegen.curriculum.GoalGroup;

/**
 * Proposes what a goal of SOSFS 2015:8 corresponds to under HSLF-FS 2021:8. No regulation says this: it is help, and the
 * doctor confirms each line.
 */
final class MappingRules {
    /** The common goals, compared title by title and content by content in the two regulations' lists. */
    private static final Map<String, List<String>> COMMON = Map.of(
            "a1", List.of("STa5", "STa6"),
            "a2", List.of("STa4"),
            "a3", List.of("STa7"),
            "a4", List.of("STa2"),
            "a5", List.of("STa3"),
            "a6", List.of("STa1"),
            "b1", List.of("STb1"),
            "b2", List.of("STb2"),
            "b4", List.of("STb3"),
            "b5", List.of("STb4"));

    /** Pharmaceuticals were a b-goal and are one of the specialty's own goals under 2021. */
    private static final Set<String> NOW_C = Set.of("b3");

    private static final Set<String> SMALL_WORDS = Set.of(
            "och",
            "samt",
            "andra",
            "för",
            "inom",
            "med",
            "vid",
            "av",
            "den",
            "det",
            "som",
            "hos",
            "eller",
            "genom",
            "till",
            "från",
            "om",
            "på",
            "specialiteten",
            "specialitetens");

    private static final double LEAST_LIKENESS = 0.4;
    private static final int LEAST_STEM = 5;

    private MappingRules() {}

    /** What is found for one goal. */
    record Found(List<String> to, MappingSource source) {}

    static Found propose(Goal from, List<Goal> goals) {
        Set<String> known = new HashSet<>();
        goals.forEach(goal -> known.add(goal.code()));
        List<String> common = COMMON.getOrDefault(from.code(), List.of()).stream()
                .filter(known::contains)
                .toList();
        if (!common.isEmpty()) {
            return new Found(common, MappingSource.RULE);
        }
        GoalGroup group = NOW_C.contains(from.code()) ? GoalGroup.C : from.group();
        List<Goal> candidates =
                goals.stream().filter(goal -> goal.group() == group).toList();
        for (Goal goal : candidates) {
            if (goal.title().strip().equalsIgnoreCase(from.title().strip())) {
                return new Found(List.of(goal.code()), MappingSource.SAME_TITLE);
            }
        }
        Set<String> words = words(from.title());
        Goal best = null;
        double likeness = LEAST_LIKENESS;
        for (Goal goal : candidates) {
            double one = likeness(words, words(goal.title()));
            if (one > likeness || (best == null && one >= likeness)) {
                best = goal;
                likeness = one;
            }
        }
        return best == null
                ? new Found(List.of(), MappingSource.NONE)
                : new Found(List.of(best.code()), MappingSource.SIMILAR_TITLE);
    }

    /** The share of words that the two have in common, 0-1. */
    private static double likeness(Set<String> one, Set<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        long shared = one.stream()
                .filter(word -> other.stream().anyMatch(w -> same(word, w)))
                .count();
        long back = other.stream()
                .filter(word -> one.stream().anyMatch(w -> same(word, w)))
                .count();
        return (double) (shared + back) / (one.size() + other.size());
    }

    /** Swedish builds long words: "läkemedel" is in "läkemedelsbehandling". */
    private static boolean same(String one, String other) {
        return one.equals(other)
                || (Math.min(one.length(), other.length()) >= LEAST_STEM
                        && (one.startsWith(other) || other.startsWith(one)));
    }

    private static Set<String> words(String title) {
        Set<String> words = new HashSet<>();
        for (String word : title.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1)) {
            if (word.length() > 1 && !SMALL_WORDS.contains(word)) {
                words.add(word);
            }
        }
        return words;
    }
}
