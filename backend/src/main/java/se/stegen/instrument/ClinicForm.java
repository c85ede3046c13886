package se.stegen.instrument;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDateTime;
import java.util.List;

/**
 * A clinic's own form as it is being written: what its next version will be.
 *
 * @param formal whether it is to count for the indicator ASSESSMENT
 * @param competences general competences that it is to show
 * @param version optimistic lock of the draft
 * @param updatedAt UTC
 * @param publishedVersion the newest version that is published; null where none is
 * @param changed whether the draft differs from that
 * @param hidden whether it is out of use
 * @param mayPublish whether the reader may publish it
 */
public record ClinicForm(
        long clinicId,
        String code,
        FormKind kind,
        String name,
        boolean formal,
        List<String> competences,
        FormDefinition definition,
        int version,
        LocalDateTime updatedAt,
        @Nullable Integer publishedVersion,
        boolean changed,
        boolean hidden,
        boolean mayPublish) {
    /** What can be changed of it. */
    public FormData data() {
        return new FormData(name, formal, competences, definition);
    }

    /** The form as an assessor would meet it. */
    public AssessmentTemplate preview() {
        return new AssessmentTemplate(0, code, 0, clinicId, kind, name, name, formal, competences, definition);
    }
}
