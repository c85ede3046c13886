package se.stegen.ui.forms;

import io.micronaut.core.annotation.Nullable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.stegen.instrument.TemplateField.Option;

/** Choices and steps as lines of text: one a line, the printed anchor after a colon. */
final class OptionLines {
    private static final char ANCHOR = ':';

    private OptionLines() {}

    static String write(List<Option> options) {
        return options.stream()
                .map(option -> option.help() == null ? option.label() : option.label() + ": " + option.help())
                .collect(Collectors.joining("\n"));
    }

    /** The steps of a scale: numbered from 1 in the order of the lines. */
    static List<Option> steps(String text, List<Option> before) {
        List<Option> steps = new ArrayList<>();
        for (Line line : lines(text)) {
            steps.add(option(Integer.toString(steps.size() + 1), line, before));
        }
        return steps;
    }

    /** Choices: one whose words are the same as before keeps its value, so that what hangs on it still does. */
    static List<Option> choices(String text, List<Option> before) {
        List<Line> lines = lines(text);
        Set<String> taken = new HashSet<>();
        List<@Nullable String> values = new ArrayList<>();
        for (Line line : lines) {
            String kept = same(line.label(), before)
                    .map(Option::value)
                    .filter(taken::add)
                    .orElse(null);
            values.add(kept);
        }
        List<Option> choices = new ArrayList<>();
        int next = 1;
        for (int i = 0; i < lines.size(); i++) {
            String value = values.get(i);
            while (value == null) {
                String free = Integer.toString(next++);
                boolean known =
                        before.stream().anyMatch(option -> option.value().equals(free));
                value = !known && taken.add(free) ? free : null;
            }
            choices.add(option(value, lines.get(i), before));
        }
        return choices;
    }

    private record Line(String label, @Nullable String help) {}

    private static List<Line> lines(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> {
                    int at = line.indexOf(ANCHOR);
                    return at < 0
                            ? new Line(line, null)
                            : new Line(
                                    line.substring(0, at).strip(),
                                    line.substring(at + 1).strip());
                })
                .toList();
    }

    /** The English words stay as long as the Swedish ones do. */
    private static Option option(String value, Line line, List<Option> before) {
        Option old = same(line.label(), before).orElseGet(() -> new Option(value, line.label(), null, null, null));
        String help = line.help();
        return new Option(
                value, line.label(), old.labelEn(), help, Objects.equals(help, old.help()) ? old.helpEn() : null);
    }

    private static Optional<Option> same(String label, List<Option> before) {
        return before.stream().filter(option -> option.label().equals(label)).findFirst();
    }
}
