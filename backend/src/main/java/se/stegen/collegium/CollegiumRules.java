package se.stegen.collegium;

import io.micronaut.core.annotation.Nullable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Texts;
import se.stegen.iup.IupKind;

/** What can be written of a doctor. Pure. */
final class CollegiumRules {
    /** More doctors than this is no meeting. */
    static final int MOST_DOCTORS = 100;

    /** More actions than this nobody does. */
    static final int MOST_ACTIONS = 20;

    /** More competences than this nobody answers in a minute. */
    static final int MOST_COMPETENCES = 12;

    private static final int LONGEST_ACTION = 1000;

    private CollegiumRules() {}

    /** Levels by competence; {@code UNKNOWN_CODE} for a competence or level that the collegium does not know. */
    static Map<String, CollegiumLevel> levels(
            List<CollegiumCompetence> competences, Map<String, @Nullable String> written) {
        Map<String, CollegiumLevel> levels = new TreeMap<>();
        written.forEach((code, level) -> {
            if (competences.stream().noneMatch(known -> known.code().equals(code))) {
                throw Problem.field("levels", ProblemCode.UNKNOWN_CODE, code);
            }
            one("levels", CollegiumLevel.values(), level).ifPresent(known -> levels.put(code, known));
        });
        return levels;
    }

    /** The judgement; empty while there is none. {@code UNKNOWN_CODE}. */
    static Optional<Judgement> judgement(@Nullable String code) {
        return one("judgement", Judgement.values(), code);
    }

    /** The actions; {@code REQUIRED}, {@code TOO_LONG}, {@code UNKNOWN_CODE} on {@code actions[n].field}. */
    static List<Collegium.Action> actions(List<OutcomeData.ActionData> written) {
        if (written.size() > MOST_ACTIONS) {
            throw Problem.field("actions", ProblemCode.OUT_OF_RANGE);
        }
        return IntStream.range(0, written.size())
                .mapToObj(i -> action("actions[" + i + "].", written.get(i)))
                .toList();
    }

    private static Collegium.Action action(String field, OutcomeData.ActionData written) {
        var due = written.due();
        String text = Texts.required(field + "text", written.text(), LONGEST_ACTION);
        if (due == null) {
            throw Problem.field(field + "due", ProblemCode.REQUIRED);
        }
        return new Collegium.Action(
                text,
                one(field + "owner", ActionOwner.values(), written.owner()).orElse(ActionOwner.DOCTOR),
                due,
                one(field + "iupKind", IupKind.values(), written.iupKind())
                        .orElse(IupKind.OTHER)
                        .name());
    }

    private static <E extends Enum<E>> Optional<E> one(String field, E[] known, @Nullable String code) {
        String wanted = code == null ? "" : code.strip().toUpperCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(known)
                .filter(value -> value.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> Problem.field(field, ProblemCode.UNKNOWN_CODE, wanted)));
    }
}
