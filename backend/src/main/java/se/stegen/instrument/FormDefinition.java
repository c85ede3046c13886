package se.stegen.instrument;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * What a form asks, as it is stored with each version.
 *
 * @param format of the stored JSON; {@link #FORMAT} today
 * @param sections in order; fields are asked in the order of their sections
 * @param overall scale of the overall judgement; null where the form has none
 * @param procedures of which one is chosen, for {@link FormKind#PROCEDURE}; else empty
 */
@Serdeable
public record FormDefinition(
        int format,
        List<TemplateSection> sections,
        @Nullable OverallScale overall,
        List<Procedure> procedures) {
    /** The format that is written. Before it was format 0, a plain list of fields. */
    public static final int FORMAT = 1;

    /** What is empty may be left out of a stored definition. */
    public FormDefinition {
        sections = Stored.list(sections);
        procedures = Stored.list(procedures);
    }

    /** Every field, in the order in which it is asked. */
    public List<TemplateField> fields() {
        return sections.stream().flatMap(section -> section.fields().stream()).toList();
    }
}
