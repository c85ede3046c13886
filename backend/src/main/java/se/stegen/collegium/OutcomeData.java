package se.stegen.collegium;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * An outcome as it is written.
 *
 * @param judgement a {@link Judgement}; null or empty while there is none yet
 * @param levels {@link CollegiumLevel} by competence
 * @param strengths up to 20 000 characters; null is empty
 * @param development the same
 * @param actions what is to be done, at most 20; in a changed outcome those that are added
 */
public record OutcomeData(
        @Nullable String judgement,
        Map<String, String> levels,
        @Nullable String strengths,
        @Nullable String development,
        List<ActionData> actions) {

    /**
     * An action as it is written.
     *
     * @param text 1-1000 characters
     * @param owner an {@link ActionOwner}; null is the doctor
     * @param due until when
     * @param iupKind an {@link se.stegen.iup.IupKind}; null is OTHER
     */
    public record ActionData(
            @Nullable String text,
            @Nullable String owner,
            @Nullable LocalDate due,
            @Nullable String iupKind) {}
}
