package se.stegen.ui.collegium;

import io.micronaut.core.annotation.Nullable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import se.stegen.collegium.CollegiumCompetence;
import se.stegen.collegium.CollegiumLevel;
import se.stegen.common.Messages;
import se.stegen.ui.component.ScaleField;

/** One competence, answered by a press or by the digits 1, 2, 3 and 0. */
final class LevelField {
    private static final Map<String, CollegiumLevel> LEVELS = Map.of(
            "1",
            CollegiumLevel.AS_EXPECTED,
            "2",
            CollegiumLevel.TO_DEVELOP,
            "3",
            CollegiumLevel.CONCERN,
            ScaleField.NOT_OBSERVED,
            CollegiumLevel.NOT_OBSERVED);

    private final String code;
    private final ScaleField field;

    LevelField(CollegiumCompetence competence, String id, Locale locale) {
        code = competence.code();
        List<ScaleField.Step> steps = Stream.of("1", "2", "3", ScaleField.NOT_OBSERVED)
                .map(digit ->
                        new ScaleField.Step(digit, Messages.get(locale, "collegium.level." + LEVELS.get(digit)), ""))
                .toList();
        field = new ScaleField(competence.name(locale), steps);
        field.addClassName("tight");
        field.setId(id + "-" + code);
    }

    String code() {
        return code;
    }

    ScaleField field() {
        return field;
    }

    void set(@Nullable CollegiumLevel level) {
        field.setValue(LEVELS.entrySet().stream()
                .filter(entry -> entry.getValue() == level)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null));
    }

    @Nullable
    CollegiumLevel level() {
        String digit = field.getValue();
        return digit == null ? null : LEVELS.get(digit);
    }
}
