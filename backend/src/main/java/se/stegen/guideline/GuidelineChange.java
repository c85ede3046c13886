package se.stegen.guideline;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * Who changed which values when.
 *
 * @param title name of the version, or the field that was overridden
 * @param validFrom first day of what was changed
 * @param reason why; may be empty
 * @param changedAt UTC
 */
public record GuidelineChange(
        Kind kind,
        String title,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        List<GuidelineValues.Difference> differences,
        String reason,
        String changedBy,
        LocalDateTime changedAt) {
    /** What was done. */
    public enum Kind {
        /** A version was added. */
        VERSION_ADDED,
        /** A version was changed, or ended. */
        VERSION_CHANGED,
        /** A version that had not begun was taken away. */
        VERSION_REMOVED,
        /** A clinic overrides a value. */
        OVERRIDE_ADDED,
        /** An override was ended or taken away. */
        OVERRIDE_ENDED,
        /** The hours of a clinic's studierektor were recorded. */
        HOURS
    }
}
