package se.stegen.instrument;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * A part of a form.
 *
 * @param code stable within the version
 * @param heading empty where the form needs none
 * @param help a sentence below the heading; null where none
 * @param fields in the order in which they are asked
 */
@Serdeable
public record TemplateSection(
        String code,
        String heading,
        @Nullable String headingEn,
        @Nullable String help,
        @Nullable String helpEn,
        List<TemplateField> fields) {
    /** What is empty may be left out of a stored definition. */
    public TemplateSection {
        heading = Stored.text(heading);
        headingEn = Stored.optional(headingEn);
        help = Stored.optional(help);
        helpEn = Stored.optional(helpEn);
        fields = Stored.list(fields);
    }
}
