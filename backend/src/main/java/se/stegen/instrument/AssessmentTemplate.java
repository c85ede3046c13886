package se.stegen.instrument;

import io.micronaut.core.annotation.Nullable;
import java.util.List;
import java.util.stream.Stream;

/**
 * One version of a form (mall, formulär); never changes.
 *
 * @param code mini-cex, dops, cbd …; a clinic's own begin with {@code k} and the clinic's number
 * @param clinicId whose form it is; null for those that come with the program
 * @param formal counts for the indicator ASSESSMENT
 * @param competences general competences that it shows
 */
public record AssessmentTemplate(
        long id,
        String code,
        int version,
        @Nullable Long clinicId,
        FormKind kind,
        String name,
        String nameEn,
        boolean formal,
        List<String> competences,
        FormDefinition definition) {
    /** Code of the field in which the procedure is chosen, first in every form of {@link FormKind#PROCEDURE}. */
    public static final String PROCEDURE = "procedure";

    private static final String PROCEDURE_SECTION = "procedures";

    /** The sections as they are asked: a form of procedures begins with which one it was. */
    public List<TemplateSection> sections() {
        if (kind != FormKind.PROCEDURE) {
            return definition.sections();
        }
        List<TemplateField.Option> known = definition.procedures().stream()
                .map(p -> new TemplateField.Option(p.code(), p.name(), p.nameEn(), null, null))
                .toList();
        TemplateField which = new TemplateField(
                PROCEDURE,
                "Vilket ingrepp?",
                "Which procedure?",
                TemplateField.Type.CHOICE,
                true,
                known,
                null,
                null,
                null);
        return Stream.concat(
                        Stream.of(new TemplateSection(PROCEDURE_SECTION, "", null, null, null, List.of(which))),
                        definition.sections().stream())
                .toList();
    }

    /** Every field, in the order in which it is asked. */
    public List<TemplateField> fields() {
        return sections().stream().flatMap(section -> section.fields().stream()).toList();
    }

    /** The scale of the overall judgement; null where the form has none. */
    public @Nullable OverallScale overall() {
        return definition.overall();
    }

    /** The highest figure of the overall judgement; 0 where the form has none. */
    public int highest() {
        OverallScale scale = overall();
        return scale == null ? 0 : scale.steps().size();
    }
}
