package se.stegen.collegium;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What an outcome says, as it is kept of every version.
 *
 * @param judgement null only in a draft
 * @param levels by competence
 */
@Serdeable
public record OutcomeContent(
        @Nullable Judgement judgement,
        Map<String, CollegiumLevel> levels,
        String strengths,
        String development,
        List<Decided> actions) {

    /** What was decided. */
    @Serdeable
    public record Decided(String text, ActionOwner owner, LocalDate due) {}
}
