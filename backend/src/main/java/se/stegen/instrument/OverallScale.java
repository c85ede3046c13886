package se.stegen.instrument;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Optional;

/**
 * The scale of a form's overall judgement. "Ej observerat" belongs to every scale and is no step of it.
 *
 * @param label the question; null is "Hur självständigt?"
 * @param steps lowest first, values 1, 2 …; 2 to {@link #MOST_STEPS}
 */
@Serdeable
public record OverallScale(@Nullable String label, @Nullable String labelEn, List<TemplateField.Option> steps) {
    /** The fewest steps of a scale. */
    public static final int LEAST_STEPS = 2;
    /** The most steps of a scale. */
    public static final int MOST_STEPS = 7;

    /** What is empty may be left out of a stored definition. */
    public OverallScale {
        label = Stored.optional(label);
        labelEn = Stored.optional(labelEn);
        steps = Stored.list(steps);
    }

    /** The step of a figure, 1 is the lowest. */
    public Optional<TemplateField.Option> step(int figure) {
        return figure < 1 || figure > steps.size() ? Optional.empty() : Optional.of(steps.get(figure - 1));
    }
}
