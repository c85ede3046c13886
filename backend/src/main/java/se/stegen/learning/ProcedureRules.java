package se.stegen.learning;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import se.stegen.instrument.Procedure;

/** When a doctor has done enough of a procedure (körkort); the numbers are the clinic's own. */
final class ProcedureRules {
    private ProcedureRules() {}

    /** How many of the records are at the level's step or above, and when there were enough. */
    static ProcedureStanding.Level level(Procedure.Level asked, List<ProcedureStanding.Observed> records) {
        List<LocalDate> days = records.stream()
                .filter(record -> reaches(record.overall(), asked.step()))
                .map(ProcedureStanding.Observed::day)
                .sorted()
                .toList();
        return new ProcedureStanding.Level(
                asked.step(),
                asked.count(),
                days.size(),
                days.size() < asked.count() ? null : days.get(asked.count() - 1));
    }

    /** The day on which the last level was reached; null where one is not, or none is asked for. */
    static @Nullable LocalDate reached(List<ProcedureStanding.Level> levels) {
        if (levels.isEmpty() || levels.stream().anyMatch(level -> level.reachedOn() == null)) {
            return null;
        }
        return levels.stream()
                .map(ProcedureStanding.Level::reachedOn)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static boolean reaches(@Nullable Integer overall, int step) {
        return overall != null && overall >= step;
    }
}
